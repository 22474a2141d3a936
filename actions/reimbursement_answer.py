"""Puts the outcome of a reimbursement question into messages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from actions.common import Dispatcher, say
from actions.formats import all_of, either, phone
from steunwijzer.money import format_euros
from steunwijzer.outcome import Outcome
from steunwijzer.reimbursement_rows import InsurerFacts, Row

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
    values = {"insurer": insurer.name, "packages": _listed(rows)}
    same_amount = len({(row.amount, row.percent, row.limits) for row in rows}) == 1
    if same_amount and _kind(rows[0]) in SAME_FOR_ALL:
        same = f"utter_summary_same{_kind(rows[0])}"
        say(dispatcher, same, "utter_packages_listed", **_numbers(rows[0]) | values)
    elif plain and len(rows) > FEW_ROWS:
        values["lowest"] = format_euros(min(plain))
        values["highest"] = format_euros(max(plain))
        say(dispatcher, "utter_summary_range", "utter_packages_listed", **values)
    else:
        for alike in _alike(rows):
            _say_paid(dispatcher, alike)
    say(dispatcher, *_permission_parts(insurer), "utter_caution", **_call(insurer))
    say(dispatcher, "utter_ask_package")


def _package_answer(dispatcher: Dispatcher, outcome: Outcome) -> None:
    insurer, rows = outcome.values["insurer"], outcome.values["rows"]
    for alike in _alike(rows):
        _say_paid(dispatcher, alike)
    if outcome.values["cost"] and not any(row.payment for row in rows):
        say(dispatcher, "utter_payment_in_hours")
    if "spelled_otherwise" in outcome.reasons:
        say(dispatcher, "utter_read_as", package=either(_package_names(rows)))
    say(
        dispatcher,
        *_permission_parts(insurer),
        "utter_caution",
        choices=MORE,
        **_call(insurer),
    )


def _shared(dispatcher: Dispatcher, outcome: Outcome) -> None:
    names = _names(outcome.values["choices"])
    if outcome.values["same_amount"]:
        _say_paid(dispatcher, outcome.values["rows"], insurer=either(names))
    say(dispatcher, "utter_package_shared_by_insurers", insurers=all_of(names))


def _not_listed(dispatcher: Dispatcher, outcome: Outcome) -> None:
    insurer, rows = outcome.values["insurer"], outcome.values["rows"]
    say(dispatcher, "utter_package_not_listed", insurer=insurer.name)
    say(dispatcher, "utter_packages_listed", packages=_listed(rows))


def _amount_unknown(dispatcher: Dispatcher, outcome: Outcome) -> None:
    insurer = outcome.values["insurer"]
    say(dispatcher, "utter_amount_unknown", insurer=insurer.name)
    say(
        dispatcher,
        *_permission_parts(insurer),
        "utter_caution",
        choices=MORE[1:],
        **_call(insurer),
    )


def _permission(dispatcher: Dispatcher, outcome: Outcome) -> None:
    insurer = outcome.values["insurer"]
    parts = _permission_parts(insurer, for_carers=True)
    say(dispatcher, *parts, choices=MORE[1:], **_call(insurer))
    say(dispatcher, "utter_caution")


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
    dispatcher: Dispatcher, alike: Sequence[Row], insurer: str | None = None
) -> None:
    """Say what rows that are alike pay, for whom, and towards the cost asked about."""
    row = alike[0]
    parts = [f"utter_condition_{row.condition}"] if row.condition else []
    parts += [f"utter_footnote_{row.footnote}"] if row.footnote else []
    values = _numbers(row)
    if row.payment:
        parts.append(f"utter_payment{'_at_most' if row.payment.at_most else ''}")
        values["cost"] = format_euros(row.payment.pays + row.payment.own_share)
        values["pays"] = format_euros(row.payment.pays)
        values["own_share"] = format_euros(row.payment.own_share)
    values["insurer"] = insurer or row.insurer_name
    values["package"] = either(_package_names(alike))
    say(dispatcher, f"utter_paid{_kind(row)}", *parts, **values)


def _kind(row: Row) -> str:
    """Return the ending of the response that says how this row pays."""
    return f"_{row.limits[0]}" if row.limits else ""


def _numbers(row: Row) -> dict[str, Any]:
    """Values for the numbers of a row, as they are written."""
    return {
        "amount": str(row.amount) if row.unit == "HOUR" else format_euros(row.amount),
        "percent": row.percent,
        "period_n": row.period_n,
        "shared_with": either(row.shared_with or ("",)),
        "cap_reached_at": row.cap_reached_at and format_euros(row.cap_reached_at),
    }


def _permission_parts(insurer: InsurerFacts, for_carers: bool = False) -> list[str]:
    """Name the responses that say whether to phone first, and whom."""
    if not insurer.permission_stated:
        return ["utter_permission_unknown"]
    parts = ["utter_permission_needed"]
    if insurer.ask_for or insurer.department:
        parts.append("utter_permission_department")
    if insurer.phones:
        parts.append("utter_permission_phone")
    if for_carers and _phones(insurer, "zorgverlener"):
        parts.append("utter_permission_phone_for_carers")
    return parts


def _call(insurer: InsurerFacts) -> dict[str, str]:
    """Values for whom to phone; a client is given the number for clients."""
    return {
        "department": insurer.ask_for or insurer.department or "",
        "phone": either(_phones(insurer, "all", "verzekerde") or [""]),
        "phone_for_carers": either(_phones(insurer, "zorgverlener") or [""]),
    }


def _phones(insurer: InsurerFacts, *audiences: str) -> list[str]:
    return [phone(each.e164) for each in insurer.phones if each.audience in audiences]


def _alike(rows: Iterable[Row]) -> list[list[Row]]:
    """Group rows that pay the same, so that one sentence says it for all."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        pays = (row.amount, row.percent, row.limits, row.condition, row.footnote)
        groups[row.insurer, pays].append(row)
    return list(groups.values())


def _listed(rows: Iterable[Row]) -> str:
    return "\n".join(f"- {name}" for name in _package_names(rows))


def _package_names(rows: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(row.name for row in rows))


def _names(choices: Iterable[tuple[str, str]]) -> list[str]:
    return [name for _, name in choices]
