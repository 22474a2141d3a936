"""What a mail about a request says: which responses, and with which values."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from markupsafe import Markup

from steunwijzer.formats import moment_in_words, phone, window_in_words
from steunwijzer.handoff.outbox import Mail
from steunwijzer.handoff.posting import PASSES_ON
from steunwijzer.handoff.request import Details, Request
from steunwijzer.knowledge import Knowledge
from steunwijzer.zorgkantoor import Zorgkantoor

# Subject and first words by kind of mail.
SUBJECTS = {
    "new": "utter_mail_subject_new",
    "changed": "utter_mail_subject_changed",
    "overdue": "utter_mail_subject_overdue",
    "unreached": "utter_mail_subject_unreached",
    "superseded": "utter_mail_subject_superseded",
    "withdrawn": "utter_mail_subject_withdrawn",
    "erased": "utter_mail_subject_erased",
    "confirmation": "utter_mail_subject_confirmation",
}
OPENINGS = {
    "new": "utter_mail_new",
    "changed": "utter_mail_changed",
    "overdue": "utter_mail_overdue",
    "unreached": "utter_mail_unreached",
    "superseded": "utter_mail_superseded",
    "withdrawn": "utter_mail_withdrawn",
    "erased": "utter_mail_erased",
    "confirmation": "utter_mail_confirmation",
}
REFERENCE_ONLY = ("superseded", "withdrawn", "erased")
# By how the client wants to be reached: what the supporter is asked to do, what the
# client is told of it, and the one detail of the client that it takes.
ASKED = {
    "phone": "utter_mail_please_phone",
    "email": "utter_mail_please_mail",
    "visit": "utter_mail_please_visit",
}
TOLD = {
    "phone": "utter_mail_you_are_phoned",
    "email": "utter_mail_you_are_mailed",
    "visit": "utter_mail_you_are_visited",
}
REACHED_AT = {
    "phone": "utter_mail_phone",
    "email": "utter_mail_email",
    "visit": "utter_mail_address",
}


def paragraphs(mail: Mail) -> Iterator[tuple[str, ...]]:
    """Yield the names of the responses that make up each paragraph.

    A supporter reads what it takes to reach the client and no more; the client no
    personal data at all, because the address may be that of somebody else. Raises
    ValueError when the request is missing.
    """
    yield ("utter_mail_greeting",)
    if mail.kind in REFERENCE_ONLY:
        yield (OPENINGS[mail.kind],)
    elif mail.kind == "confirmation":
        changed = mail.revision > 1
        yield ("utter_mail_confirmation_changed" if changed else OPENINGS[mail.kind],)
        yield (TOLD[reached_by(mail)],)
        yield ("utter_mail_confirmation_help",)
    else:
        yield OPENINGS[mail.kind], ASKED[reached_by(mail)]
        yield tuple(_lines(_request(mail).details))
        yield (
            *(("utter_mail_pick_up",) if mail.kind in PASSES_ON else ()),
            "utter_mail_remove",
        )
    yield ("utter_mail_farewell",)


def values(mail: Mail, knowledge: Knowledge) -> Mapping[str, str]:
    """Return what the responses of this mail name. Raises ValueError as paragraphs."""
    zorgkantoor = knowledge.zorgkantoor
    always = {
        "reference": mail.reference,
        "zorgkantoor_name": zorgkantoor.name,
        "zorgkantoor_phone": zorgkantoor.phone,
        "zorgkantoor_email": zorgkantoor.email,
    }
    if mail.kind in REFERENCE_ONLY:
        return always
    request = _request(mail)
    details = request.details
    window = details.window
    sector = knowledge.sectors.get(details.sector or "")
    return {
        **always,
        "organisation": _organisation(zorgkantoor, request.recipient),
        "overdue": moment_in_words(request.overdue_at),
        "name": details.name or "",
        "phone": phone(details.phone) if details.phone else "",
        "email": details.email or "",
        "address": details.address or "",
        "window": window_in_words(window.start, window.end) if window else "",
        # An id that the knowledge no longer has still says something.
        "sector": sector.name if sector else details.sector or "",
        "about": details.about or "",
    }


def links(mail: Mail) -> Mapping[str, Markup]:
    """Return the values that are a link in HTML."""
    details = mail.request.details if mail.request else Details()
    found = {}
    if details.phone:
        link = Markup('<a href="tel:{}">{}</a>')
        found["phone"] = link.format(details.phone, phone(details.phone))
    if details.email:
        link = Markup('<a href="mailto:{}">{}</a>')
        found["email"] = link.format(quote(details.email, safe="@"), details.email)
    return found


def reached_by(mail: Mail) -> str:
    """Return how the client wants to be reached. Raises ValueError as paragraphs."""
    return _request(mail).details.contact_by or ""


def _lines(details: Details) -> Iterator[str]:
    """Yield the names of the lines that say what the client told."""
    yield "utter_mail_name"
    yield REACHED_AT[details.contact_by or ""]
    if details.sector:
        yield "utter_mail_sector"
    if details.about:
        yield "utter_mail_about"


def _request(mail: Mail) -> Request:
    if mail.request is None:
        raise ValueError(f"a mail of kind {mail.kind} needs its request")
    return mail.request


def _organisation(zorgkantoor: Zorgkantoor, email: str) -> str:
    """Return whose address it is; the zorgkantoor's when it is no supporter's."""
    supporters = [one for each in zorgkantoor.supporters.values() for one in each]
    names = (one.name for one in supporters if one.email == email)
    return next(names, zorgkantoor.name)
