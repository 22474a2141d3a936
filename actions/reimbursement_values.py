"""What fills the messages on reimbursement: amounts, packages, and whom to phone."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from actions.formats import either, phone
from steunwijzer.money import format_euros
from steunwijzer.reimbursement_rows import InsurerFacts, Row


def kind(row: Row) -> str:
    """Return the ending of the response that says how this row pays."""
    return f"_{row.limits[0]}" if row.limits else ""


def numbers(row: Row) -> dict[str, Any]:
    """Return values for the numbers of a row, as they are written."""
    return {
        "amount": str(row.amount) if row.unit == "HOUR" else format_euros(row.amount),
        "percent": row.percent,
        "period_n": row.period_n,
        "shared_with": either(row.shared_with or ("",)),
        "cap_reached_at": row.cap_reached_at and format_euros(row.cap_reached_at),
    }


def permission_parts(insurer: InsurerFacts) -> list[str]:
    """Name the responses that say whether to phone first, and whom."""
    if not insurer.permission_stated:
        return ["utter_permission_unknown"]
    return ["utter_permission_needed", *phone_parts(insurer)]


def phone_parts(insurer: InsurerFacts) -> list[str]:
    """Name the responses that say whom to phone."""
    parts = []
    if insurer.ask_for or insurer.department:
        parts.append("utter_permission_department")
    if insurer.phones:
        parts.append("utter_permission_phone")
    if _phones(insurer, "zorgverlener"):
        parts.append("utter_permission_phone_for_carers")
    return parts


def call(insurer: InsurerFacts) -> dict[str, str]:
    """Return values for whom to phone: a client, and who works in care."""
    return {
        "department": insurer.ask_for or insurer.department or "",
        "phone": either(_phones(insurer, "all", "verzekerde") or [""]),
        "phone_for_carers": either(_phones(insurer, "zorgverlener") or [""]),
    }


def _phones(insurer: InsurerFacts, *audiences: str) -> list[str]:
    return [phone(each.e164) for each in insurer.phones if each.audience in audiences]


def alike(rows: Iterable[Row]) -> list[list[Row]]:
    """Group rows that pay the same, so that one sentence says it for all."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        pays = (row.amount, row.percent, row.limits)
        whom = (row.condition, row.group, row.footnote)
        groups[row.insurer, pays, whom].append(row)
    return list(groups.values())


def listed(rows: Iterable[Row]) -> str:
    """Write the packages of these rows as a list."""
    return "\n".join(f"- {name}" for name in package_names(rows))


def package_names(rows: Iterable[Row]) -> list[str]:
    """Return the names of the packages, each once."""
    return list(dict.fromkeys(row.name for row in rows))
