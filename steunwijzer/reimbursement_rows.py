"""What an answer shows of the table: its rows and the insurer they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass

from steunwijzer.reimbursement_cost import Payment, cap_reached_at, limits, payment
from steunwijzer.reimbursement_table import Insurer, Phone, Product, Table


@dataclass(frozen=True)
class InsurerFacts:
    """What an answer needs of the insurer itself; None is not stated.

    `lines` are those of its heading and its permission in the source.
    """

    id: str
    name: str
    also_zorgkantoor: bool
    group_note: str | None
    permission_stated: bool
    department: str | None
    role: str | None
    ask_for: str | None
    phones: tuple[Phone, ...]
    email: str | None
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """A product in an answer. `amount` is in euro cents, or in hours (`unit`).

    `limits` are codes of what must be said with the amount (reimbursement_cost);
    `cap_reached_at` is the cost in cents from which the maximum is paid; `payment`
    is there if a cost was given that can be set against the amount.
    """

    insurer: str
    insurer_name: str
    package: str
    name: str
    levels: tuple[int, ...]
    amount: int
    unit: str
    percent: int | None
    period_n: int
    period_unit: str
    per_person: bool
    shared_with: tuple[str, ...]
    condition: str | None
    group: str | None
    footnote: str | None
    limits: tuple[str, ...]
    cap_reached_at: int | None
    payment: Payment | None
    line: int


def insurer_facts(table: Table, id: str) -> InsurerFacts:
    """Give what is known of this insurer. Raises KeyError for an unknown id."""
    insurer = table.insurers[id]
    permission = insurer.permission
    return InsurerFacts(
        id=id,
        name=insurer.name,
        also_zorgkantoor=insurer.also_zorgkantoor,
        group_note=insurer.group_note,
        permission_stated=permission.stated == "yes",
        department=permission.department,
        role=permission.role,
        ask_for=permission.ask_for,
        phones=insurer.phones,
        email=insurer.email,
        lines=(insurer.src_line, *permission.src_lines),
    )


def rows_of(
    table: Table,
    insurer_id: str,
    products: Iterable[Product] | None = None,
    cost: int | None = None,
) -> tuple[Row, ...]:
    """Give rows for these products of an insurer, or for all of its packages."""
    insurer = table.insurers[insurer_id]
    if products is None:
        products = [Product(package, None) for package in insurer.packages]
    return tuple(_row(insurer_id, insurer, product, cost) for product in products)


def _row(id: str, insurer: Insurer, product: Product, cost: int | None) -> Row:
    package = product.package
    return Row(
        insurer=id,
        insurer_name=insurer.name,
        package=package.id,
        name=product.name,
        levels=package.levels if product.level is None else (product.level,),
        amount=package.amount,
        unit=package.unit,
        percent=package.percent,
        period_n=package.period.n,
        period_unit=package.period.unit,
        per_person=package.per_person_stated,
        shared_with=package.budget.shared_with,
        condition=package.condition,
        group=package.group,
        footnote=package.footnote.code if package.footnote else None,
        limits=limits(package),
        cap_reached_at=cap_reached_at(package),
        payment=None if cost is None else payment(package, cost),
        line=package.src_line,
    )
