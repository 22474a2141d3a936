"""The shapes of facts and of named things, shared by all knowledge files."""

from datetime import date

from pydantic import (
    StrictBool,
    StrictInt,
    StrictStr,
    conlist,
    root_validator,
    validator,
)

from steunwijzer.reading import Strict
from steunwijzer.words import folded


class Document(Strict):
    """A document that facts are cited from."""

    title: str
    publisher: str | None
    url: str | None
    note: str | None = None


class Citation(Strict):
    """A place in a document: `document` is an id in sources.yml."""

    document: str
    where: str


class Dated(Strict):
    """Something that holds for a period; `valid_until` is inclusive."""

    source: conlist(Citation, min_items=1)  # type: ignore[valid-type]
    valid_from: date
    valid_until: date | None = None
    checked_on: date

    @root_validator(skip_on_failure=True)
    def _ends_after_it_begins(cls, values: dict[str, date]) -> dict[str, date]:
        until = values.get("valid_until")
        if until and until < values["valid_from"]:
            raise ValueError(
                f"valid_until: expected {values['valid_from']} (valid_from) or later, "
                f"not {until}"
            )
        return values

    def holds_on(self, on: date) -> bool:
        """Say whether this holds on that day."""
        return self.valid_from <= on and (
            self.valid_until is None or on <= self.valid_until
        )


class Fact(Dated):
    """One fact with its value."""

    value: StrictBool | StrictInt | StrictStr | tuple[str, ...]


class Lookalikes(Strict):
    """Words, in small letters, that are an insurer or something else.

    The words are compared with those of a message, which have no capitals or accents.
    """

    people: tuple[str, ...]
    places: tuple[str, ...]
    adjectives: tuple[str, ...]
    illnesses: tuple[str, ...]

    @validator("*", each_item=True)
    def _as_words_are_compared(cls, value: str) -> str:
        if folded(value) != (value,):
            raise ValueError(
                "expected one word in small letters, without accents or signs, "
                f"not {value}"
            )
        return value


class Named(Strict):
    """Something that clients call by name.

    `name` is how we say it; `aliases` are other ways in which people write it,
    typing errors found by the name matcher not included. A name in `exact` is only
    recognised when written just so, capitals included: it is also an ordinary
    Dutch word.
    """

    name: str
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()


class Crisis(Strict):
    """Words that always mean a crisis, and words that do where nothing else is sure."""

    words: Named
    in_doubt: Named
