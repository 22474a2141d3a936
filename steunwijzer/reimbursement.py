"""What an insurer paid for a mantelzorgmakelaar, and whom to ask for permission.

Every outcome has in `values`: `year` of the table, `in_force` (it holds today),
`rows` (of the table, may be none), `insurer` (InsurerFacts, or None) and `lines` (of
the source, for whoever asks where it stands). The codes, and what they add:

ask_insurer                no insurer named; `choices` if a name stands for several
insurer_not_listed         `name`: not in the table, which is unknown and not zero
insurer_summary            which package? `rows` are all that this insurer has
package_answer             `rows` are what was asked, with `payment` if a `cost` was
package_shared_by_insurers which insurer? `choices`; `same_amount` at each or not
package_not_listed         named, but not in the table; `rows` are those that are
level_not_listed           `levels` that were asked; `rows` has the levels there are
amount_unknown             the insurer is in the table without any amount
permission_stated          permission needed first; `rows` only if a package was named
permission_unknown         the table says nothing about it; never "not needed"
highest                    `amount` (or None); `rows` with it, `choices` their insurers;
                           `left_out`: rows that cannot be compared, by limit;
                           `unknown`: insurers without any amount

`choices` and `unknown` are (id, name) pairs of insurers. Reasons, in this order:
`not_in_force`, `only_package_listed` (none was named, and there is one),
`spelled_otherwise` (ask whether it was meant), then the limits of the rows
(reimbursement_cost).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Literal

from steunwijzer.outcome import Outcome
from steunwijzer.package_resolver import Resolved, resolve
from steunwijzer.reimbursement_rows import Row, insurer_facts, rows_of
from steunwijzer.reimbursement_table import Product, Table


@dataclass(frozen=True)
class Question:
    """A question about reimbursement, as far as it is understood.

    `insurers` are the ids that a shared name such as "Eno" may mean. `packages` are
    ids that the message names or that were spoken of before; what `text` says about
    the packages of the insurer goes first. `cost` is in euro cents. `package_asked`:
    the text answers the question which package.
    """

    text: str = ""
    insurer: str | None = None
    not_listed: str | None = None
    insurers: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    cost: int | None = None
    aspect: Literal["amount", "permission", "highest"] = "amount"
    package_asked: bool = False


def decide(question: Question, table: Table, on: date) -> Outcome:
    """Decide what to answer. Raises KeyError for an id that is not in the table."""
    answer = partial(_outcome, table, on)
    if question.not_listed and not question.insurer:
        name = table.not_listed[question.not_listed].name
        return answer("insurer_not_listed", name=name)
    if question.aspect == "highest":
        return answer("highest", question.insurer, **_highest(question.insurer, table))
    owners = tuple(
        owner
        for owner in table.insurers_of(question.packages)
        if not question.insurers or owner in question.insurers
    )
    insurer = question.insurer or (owners[0] if len(owners) == 1 else None)
    if insurer and question.aspect == "permission":
        stated = table.insurers[insurer].permission.stated == "yes"
        code = "permission_stated" if stated else "permission_unknown"
        return answer(code, insurer, rows=_named(question, insurer, table)[1])
    if insurer:
        return _amount(question, insurer, table, answer)
    if owners:
        return answer("package_shared_by_insurers", **_shared(question, owners, table))
    return answer("ask_insurer", choices=_choices(table, question.insurers))


def _amount(
    question: Question, insurer: str, table: Table, answer: Callable[..., Outcome]
) -> Outcome:
    """Answer what this insurer pays, or ask for which package."""
    every = rows_of(table, insurer, cost=question.cost)
    said, named = _named(question, insurer, table)
    reasons = () if said.sure else ("spelled_otherwise",)
    if not every:
        return answer("amount_unknown", insurer)
    if said.unlisted_levels:
        levels = said.unlisted_levels
        return answer("level_not_listed", insurer, named, reasons, levels=levels)
    if said.unknown or (question.package_asked and not named):
        return answer("package_not_listed", insurer, every)
    if named:
        return answer("package_answer", insurer, named, reasons, cost=question.cost)
    if len(every) == 1:
        reasons = ("only_package_listed",)
        return answer("package_answer", insurer, every, reasons, cost=question.cost)
    return answer("insurer_summary", insurer, every)


def _named(
    question: Question, insurer: str, table: Table
) -> tuple[Resolved, tuple[Row, ...]]:
    """Give what the text names, or else the rows of what was spoken of before."""
    said = resolve(table.insurers[insurer], question.text)
    products = said.products or [
        Product(package, None)
        for package in table.insurers[insurer].packages
        if package.id in question.packages
    ]
    return said, rows_of(table, insurer, products, question.cost)


def _shared(
    question: Question, owners: tuple[str, ...], table: Table
) -> dict[str, Any]:
    """Ask which insurer: the amounts may differ, and whom to phone does."""
    rows = tuple(row for one in owners for row in _named(question, one, table)[1])
    return {
        "rows": rows,
        "choices": _choices(table, owners),
        "same_amount": len({(row.amount, row.unit, row.percent) for row in rows}) == 1,
    }


def _highest(insurer: str | None, table: Table) -> dict[str, Any]:
    """Compare only amounts in euros a calendar year for this help alone."""
    compared = (insurer,) if insurer else tuple(table.insurers)
    rows = [row for id in compared for row in rows_of(table, id)]
    plain = [row for row in rows if not row.limits]
    amount = max((row.amount for row in plain), default=None)
    best = tuple(row for row in plain if row.amount == amount)
    limits = dict.fromkeys(limit for row in rows for limit in row.limits)
    return {
        "rows": best,
        "amount": amount,
        "choices": _choices(table, dict.fromkeys(row.insurer for row in best)),
        "left_out": {
            limit: tuple(row for row in rows if limit in row.limits) for limit in limits
        },
        "unknown": _choices(
            table, (id for id in compared if not table.insurers[id].packages)
        ),
    }


def _choices(table: Table, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((id, table.insurers[id].name) for id in ids)


def _outcome(
    table: Table,
    on: date,
    code: str,
    insurer: str | None = None,
    rows: tuple[Row, ...] = (),
    reasons: tuple[str, ...] = (),
    **values: object,
) -> Outcome:
    """Add what every outcome carries."""
    facts = insurer_facts(table, insurer) if insurer else None
    in_force = table.holds_on(on)
    limits = dict.fromkeys(limit for row in rows for limit in row.limits)
    return Outcome(
        code=code,
        facts=(table.fact,),
        reasons=(*(() if in_force else ("not_in_force",)), *reasons, *limits),
        values={
            "year": table.year,
            "in_force": in_force,
            "insurer": facts,
            "rows": rows,
            "lines": (*(facts.lines if facts else ()), *(row.line for row in rows)),
            **values,
        },
    )
