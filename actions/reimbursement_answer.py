"""Puts the outcome of a reimbursement question into messages."""

from collections.abc import Iterable, Sequence

from actions.common import Dispatcher, say
from actions.formats import all_of, either
from actions.reimbursement_values import (
    alike,
    call,
    kind,
    listed,
    numbers,
    package_names,
    permission_parts,
)
from steunwijzer.money import format_euros
from steunwijzer.outcome import Outcome
from steunwijzer.reimbursement_cost import TOTAL_BUDGET
from steunwijzer.reimbursement_rows import Row

FEW_ROWS = 2
SAME_FOR_ALL = ("", "_several_years", "_hours")
MORE = ["/ask_permission", "/ask_what_is_clientondersteuning", "/request_human"]


def answer(dispatcher: Dispatcher, outcome: Outcome) -> None:
    """Say what steunwijzer.reimbursement decided; each code has its messages."""
    {
        "ask_insurer": _ask_insurer,
        "insurer_not_listed": _insurer_not_listed,
        "insurer_summary": _summary,
        "package_answer": _package_answer,
        "package_shared_by_insurers": _shared,
        "package_not_listed": _not_listed,
        "level_not_listed": _not_listed,
        "amount_unknown": _amount_unknown,
        "permission_stated": _permission,
        "permission_unknown": _permission,
        "highest": _highest,
    }[outcome.code](dispatcher, outcome)


def _ask_insurer(dispatcher: Dispatcher, outcome: Outcome) -> None:
    names = _names(outcome.values["choices"])
    if names:
        say(dispatcher, "utter_ask_insurer_of", insurers=either(names))
    else:
        say(dispatcher, "utter_ask_insurer")


def _insurer_not_listed(dispatcher: Dispatcher, outcome: Outcome) -> None:
    name = outcome.values["name"]
    say(dispatcher, "utter_insurer_not_listed", insurer=name, choices=MORE[1:])


def _summary(dispatcher: Dispatcher, outcome: Outcome) -> None:
    """Say in short what this insurer paid, and ask which package it is about."""
    insurer, rows = outcome.values["insurer"], outcome.values["rows"]
    plain = [row.amount for row in rows if not row.limits]
    values = {"insurer": insurer.name, "packages": listed(rows)}
    same_amount = len({(row.amount, row.percent, row.limits) for row in rows}) == 1
    if same_amount and kind(rows[0]) in SAME_FOR_ALL:
        same = f"utter_summary_same{kind(rows[0])}"
        say(dispatcher, same, "utter_packages_listed", **numbers(rows[0]) | values)
    elif plain and len(rows) > FEW_ROWS:
        values["lowest"] = format_euros(min(plain))
        values["highest"] = format_euros(max(plain))
        say(dispatcher, "utter_summary_range", "utter_packages_listed", **values)
    else:
        for group in alike(rows):
            _say_paid(dispatcher, group)
    say(dispatcher, *permission_parts(insurer), "utter_caution", **call(insurer))
    say(dispatcher, "utter_ask_package")


def _package_answer(dispatcher: Dispatcher, outcome: Outcome) -> None:
    insurer, rows = outcome.values["insurer"], outcome.values["rows"]
    for group in alike(rows):
        _say_paid(dispatcher, group)
    if outcome.values["cost"] and not any(row.payment for row in rows):
        say(dispatcher, "utter_payment_in_hours")
    if "spelled_otherwise" in outcome.reasons:
        say(dispatcher, "utter_read_as", package=either(package_names(rows)))
    say(
        dispatcher,
        *permission_parts(insurer),
        "utter_caution",
        choices=MORE,
        **call(insurer),
    )


def _shared(dispatcher: Dispatcher, outcome: Outcome) -> None:
    names = _names(outcome.values["choices"])
    if outcome.values["same_amount"]:
        _say_paid(dispatcher, outcome.values["rows"], insurer=either(names))
    say(dispatcher, "utter_caution")
    say(dispatcher, "utter_package_shared_by_insurers", insurers=all_of(names))


def _not_listed(dispatcher: Dispatcher, outcome: Outcome) -> None:
    insurer, rows = outcome.values["insurer"], outcome.values["rows"]
    say(dispatcher, "utter_package_not_listed", insurer=insurer.name)
    say(dispatcher, "utter_packages_listed", packages=listed(rows))


def _amount_unknown(dispatcher: Dispatcher, outcome: Outcome) -> None:
    insurer = outcome.values["insurer"]
    say(dispatcher, "utter_amount_unknown", insurer=insurer.name)
    _permission(dispatcher, outcome)


def _permission(dispatcher: Dispatcher, outcome: Outcome) -> None:
    insurer = outcome.values["insurer"]
    say(
        dispatcher,
        *permission_parts(insurer),
        "utter_caution",
        choices=MORE[1:],
        **call(insurer),
    )


def _highest(dispatcher: Dispatcher, outcome: Outcome) -> None:
    amount, names = outcome.values["amount"], _names(outcome.values["choices"])
    if amount is not None:
        say(
            dispatcher,
            "utter_highest",
            amount=format_euros(amount),
            insurers=all_of(names),
        )
    say(dispatcher, "utter_highest_not_compared", "utter_caution")


def _say_paid(
    dispatcher: Dispatcher, rows: Sequence[Row], insurer: str | None = None
) -> None:
    """Say what rows that are alike pay, for whom, and towards the cost asked about."""
    row = rows[0]
    parts = [f"utter_condition_{row.condition}"] if row.condition else []
    parts += [f"utter_footnote_{row.footnote}"] if row.footnote else []
    values = numbers(row)
    if row.payment and TOTAL_BUDGET not in row.limits:
        parts.append(f"utter_payment{'_at_most' if row.payment.at_most else ''}")
        values["cost"] = format_euros(row.payment.pays + row.payment.own_share)
        values["pays"] = format_euros(row.payment.pays)
        values["own_share"] = format_euros(row.payment.own_share)
    values["insurer"] = insurer or row.insurer_name
    values["package"] = either(package_names(rows))
    values["group"] = row.group
    say(dispatcher, f"utter_paid{kind(row)}", *parts, **values)


def _names(choices: Iterable[tuple[str, str]]) -> list[str]:
    return [name for _, name in choices]
