"""The shape of knowledge/reimbursements/<year>.yml: who paid what in that year."""

import re
from typing import Any, Literal, NamedTuple

from pydantic import PositiveInt, conint, constr, root_validator, validator

from steunwijzer.money import format_euros
from steunwijzer.reading import Strict
from steunwijzer.schema import Dated, Named

Percent = conint(gt=0, le=100)
E164 = constr(regex=r"^\+31\d{9}$")


class Permission(Strict):
    """Whether the source says that the insurer must agree first.

    `unknown` means that the source says nothing, never that it is not needed.
    """

    stated: Literal["yes", "unknown"]
    department: str | None = None
    role: Literal["afdeling", "functie"] | None = None
    ask_for: str | None = None
    raw: tuple[str, ...] = ()
    src_lines: tuple[PositiveInt, ...] = ()


class Phone(Strict):
    """A phone number, as the source writes it and as a phone dials it."""

    raw: str
    e164: E164  # type: ignore[valid-type]
    audience: Literal["all", "verzekerde", "zorgverlener"]


class Period(Strict):
    """The time for which an amount is paid once."""

    n: PositiveInt
    unit: Literal["kalenderjaar", "verzekeringsduur"]


class Budget(Strict):
    """What the amount is for: mantelzorgmakelaar only (own), or more than that.

    `total` is for all extra care together, `shared` for the things in `shared_with`.
    """

    kind: Literal["own", "total", "shared"]
    shared_with: tuple[str, ...] = ()

    @validator("shared_with", always=True)
    def _shared_names_with_what(
        cls, value: tuple[str, ...], values: dict[str, str]
    ) -> tuple[str, ...]:
        if bool(value) != (values.get("kind") == "shared"):
            raise ValueError("is given if kind is shared, and only then")
        return value


class Footnote(Strict):
    """A note that the source puts under a row."""

    code: str
    raw: str
    src_line: PositiveInt


class Package(Named):
    """One row of the source. The yml explains the keys at its top."""

    id: str
    name_raw: str
    base_name: str
    levels: tuple[PositiveInt, ...] = ()
    year_in_name: bool = False
    amount: PositiveInt
    unit: Literal["EUR", "HOUR"] = "EUR"
    percent: Percent | None = None  # type: ignore[valid-type]
    period: Period = Period(n=1, unit="kalenderjaar")
    per_person_stated: bool = False
    cap_word: Literal["tot", "tot maximaal", "none"]
    budget: Budget = Budget(kind="own")
    condition: str | None = None
    group: str | None = None
    footnote: Footnote | None = None
    raw: str
    src_line: PositiveInt
    short: tuple[str, ...] = ()

    @root_validator(pre=True)
    def _base_name_counts_as_a_name(cls, values: dict[str, Any]) -> dict[str, Any]:
        base_name = values.get("base_name") or values.get("name", "")
        aliases = (*(values.get("aliases") or ()), base_name)
        return {**values, "base_name": base_name, "aliases": aliases}

    @validator("group", always=True)
    def _collective_has_a_group(
        cls, value: str | None, values: dict[str, Any]
    ) -> str | None:
        if bool(value) != (values.get("condition") == "collective"):
            raise ValueError("expected with condition: collective, and only then")
        return value

    @validator("raw")
    def _raw_begins_with_name(cls, value: str, values: dict[str, str]) -> str:
        if not value.startswith(values.get("name_raw", "")):
            raise ValueError("does not begin with name_raw")
        return value

    @validator("raw")
    def _raw_has_the_amount(cls, value: str, values: dict[str, Any]) -> str:
        if "amount" in values:
            amount = values["amount"]
            hours = values.get("unit") == "HOUR"
            expected = str(amount) if hours else format_euros(amount).split()[1]
            if not re.search(rf"(?<![\d.]){re.escape(expected)}(?!\d)", value):
                raise ValueError(f"expected the amount {expected} in it")
        return value

    def products(self) -> tuple["Product", ...]:
        """Give what clients can have: one product for each level."""
        return tuple(Product(self, level) for level in self.levels or (None,))


class Product(NamedTuple):
    """A package, at one level where it has levels and the level is known."""

    package: Package
    level: int | None

    @property
    def name(self) -> str:
        """Say how this product is called."""
        if self.level is None:
            return self.package.name
        return f"{self.package.base_name} {self.level}"


class Insurer(Named):
    """One heading of the source, with its packages; none means: not stated."""

    name_raw: str
    labels: tuple[str, ...] = ()
    parent: str | None = None
    via: str | None = None
    relation: Literal["label", "collectief", "via"] | None = None
    also_zorgkantoor: bool = False
    group_note: str | None = None
    permission: Permission
    phones: tuple[Phone, ...] = ()
    email: str | None = None
    src_line: PositiveInt
    packages: tuple[Package, ...]


class Table(Dated):
    """All insurers of one year. An insurer in `not_listed` is unknown, not zero."""

    year: PositiveInt
    insurers: dict[str, Insurer]
    not_listed: dict[str, Named]

    @validator("insurers")
    def _package_ids_are_unique(
        cls, insurers: dict[str, Insurer]
    ) -> dict[str, Insurer]:
        ids = [package.id for one in insurers.values() for package in one.packages]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice:
            raise ValueError(f"package ids used twice: {', '.join(twice)}")
        return insurers

    @validator("not_listed")
    def _not_listed_is_not_listed(
        cls, not_listed: dict[str, Named], values: dict[str, dict[str, Insurer]]
    ) -> dict[str, Named]:
        both = sorted(not_listed.keys() & values.get("insurers", {}).keys())
        if both:
            raise ValueError(f"also in insurers: {', '.join(both)}")
        return not_listed

    @property
    def fact(self) -> str:
        """Give the id under which this table is cited, whichever year it is of."""
        return "reimbursements"

    def insurers_of(self, package_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Give the ids of the insurers that have one of these, in table order."""
        return tuple(
            id
            for id, insurer in self.insurers.items()
            if any(package.id in package_ids for package in insurer.packages)
        )
