"""What a supporter reads of requests for a human: in a list, and one in full."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from steunwijzer.formats import phone
from steunwijzer.handoff.outbox import Mail
from steunwijzer.handoff.request import Request, Window
from steunwijzer.knowledge import Knowledge

MOMENT = "%Y-%m-%d %H:%M"
HOW = {"phone": "call back", "email": "e-mail", "visit": "visit"}
COLUMNS = ("reference", "how", "when", "sector", "since", "to")
OVERDUE = "OVERDUE"
MAIL_REFUSED = "MAIL REFUSED"


def listed(
    requests: Sequence[Request], refused: Sequence[Mail], now: datetime
) -> list[str]:
    """Return the lines that list these requests and mails, without personal data."""
    if not requests and not refused:
        return ["No request waits."]
    waiting = sorted(requests, key=lambda each: each.overdue_at)
    late = [each for each in waiting if each.is_overdue(now)]
    in_time = [each for each in waiting if each.state == "open" and each not in late]
    picked_up = [each for each in waiting if each.state == "picked_up"]
    flagged = {mail.reference for mail in refused}
    counts = f"{len(late)} overdue, {len(in_time)} open, {len(picked_up)} picked up"
    mails = f"; mails refused: {len(refused)}" if refused else ""
    return [
        f"{counts}{mails}.",
        *_section(f"{OVERDUE}: nobody picked these up in time", late, flagged, OVERDUE),
        *_refusals(refused),
        *_section("Open", in_time, flagged),
        *_section("Picked up, not done yet", picked_up, flagged),
        "",
        "Who and what: make handoffs SHOW=SW-XXXXXX. Then PICK_UP=, and DONE=.",
    ]


def _section(
    title: str, requests: Sequence[Request], flagged: set[str], mark: str = ""
) -> Iterator[str]:
    if not requests:
        return
    yield from ("", f"{title} ({len(requests)})")
    until = "picked up" if requests[0].picked_up_at else "pick up by"
    table = [(*COLUMNS, until, ""), *(_row(each, flagged, mark) for each in requests)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells).rstrip()}"


def _row(request: Request, flagged: set[str], mark: str) -> tuple[str, ...]:
    details = request.details
    refused = MAIL_REFUSED if request.reference in flagged else ""
    return (
        request.reference,
        HOW[details.contact_by or ""],
        _window(details.window),
        details.sector or "not known",
        f"{request.created_at:{MOMENT}}",
        request.recipient,
        f"{request.picked_up_at or request.overdue_at:{MOMENT}}",
        ", ".join(filter(None, (mark, refused))),
    )


def _refusals(refused: Sequence[Mail]) -> Iterator[str]:
    if not refused:
        return
    yield from ("", f"{MAIL_REFUSED}: these never arrived ({len(refused)})")
    for mail in refused:
        yield f"  {mail.reference}  {_refusal(mail)}"
    yield "  Tell them another way: SHOW=SW-XXXXXX has the request in full. Once it is"
    yield "  mended, in knowledge/zorgkantoor.yml too, RETRY=SW-XXXXXX mails it again."
    yield "  TOLD=SW-XXXXXX puts away what you told by phone, unless it is a request."


def _refusal(mail: Mail) -> str:
    """Say what was refused; a confirmation goes to a client, whose address is told not.

    Nor is what the server said: it quotes addresses.
    """
    to = "the client" if mail.kind == "confirmation" else mail.recipient
    return f"{mail.kind} to {to}: {mail.problem}"


def _window(window: Window | None) -> str:
    if window is None:
        return "-"
    start, end = window.start, window.end
    if start == end:
        return f"{start:{MOMENT}}"
    same_day = start.date() == end.date()
    return f"{start:{MOMENT}}{f'-{end:%H:%M}' if same_day else f' to {end:{MOMENT}}'}"


def shown(
    request: Request, refused: Sequence[Mail], knowledge: Knowledge, now: datetime
) -> list[str]:
    """Return the lines that say all of one request, for who has to call."""
    details = request.details
    sector = knowledge.sectors.get(details.sector or "")
    state = request.state.replace("_", " ")
    told = {
        "How": HOW[details.contact_by or ""],
        "Name": details.name,
        "Phone": details.phone and phone(details.phone),
        "E-mail": details.email,
        "Address": details.address,
        "When": _window(details.window),
        "Sector": sector.name if sector else details.sector or "not known",
        "About": details.about,
        "Passed to": request.recipient,
        "Made": f"{request.created_at:{MOMENT}}",
        "Changed": _moment(request.changed_at) if request.revision > 1 else None,
        "Pick up by": f"{request.overdue_at:{MOMENT}}",
        "Picked up": _moment(request.picked_up_at),
        "Closed": _moment(request.closed_at),
    }
    late = f", {OVERDUE}" if request.is_overdue(now) else ""
    return [
        f"{request.reference}: {state}{late}",
        *(f"  {key:12}{_harmless(value)}" for key, value in told.items() if value),
        *(f"  {MAIL_REFUSED}: {_refusal(each)}" for each in refused),
    ]


def _moment(at: datetime | None) -> str | None:
    return f"{at:{MOMENT}}" if at else None


def _harmless(typed: str) -> str:
    """Return the text without characters that would steer a terminal."""
    return "".join(each if each.isprintable() else "?" for each in typed)
