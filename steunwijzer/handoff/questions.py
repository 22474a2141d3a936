"""Which questions a request for a human needs: no more than to do what is asked."""

from dataclasses import dataclass

UNKNOWN = "unknown"
GIVEN = "given"  # what was typed stands in the draft of the request
REACHED_BY = {
    "phone": "contact_phone",
    "email": "contact_email",
    "visit": "contact_address",
}
# every answer that the decision knows, by question that has options;
# contact_this_number is a way to ask contact_phone
ANSWERS = {
    "contact_by": tuple(REACHED_BY),
    "contact_this_number": ("yes", "no"),
    "contact_when": ("soonest", "morning", "afternoon"),
    "contact_when_ok": ("yes", "no"),
    "contact_about": ("yes", "no", "own"),
    "contact_consent": ("yes", "change", "no"),
    "contact_change": (
        *("contact_by", "contact_name", *REACHED_BY.values()),
        *("contact_when", "contact_sector", "contact_about", "nothing"),
    ),
}
WHEN = ("contact_when", "contact_when_ok")


@dataclass(frozen=True)
class Answers:
    """What is answered, by question; None: not asked yet.

    Of what only the supporter needs to know this holds GIVEN. `contact_sector`: vv, gz,
    ggz, unknown. `contact_consent` "no" and "yes" end it.
    """

    contact_by: str | None = None
    contact_name: str | None = None
    contact_phone: str | None = None
    contact_email: str | None = None
    contact_address: str | None = None
    contact_when: str | None = None
    contact_when_ok: str | None = None
    contact_sector: str | None = None
    contact_about: str | None = None
    contact_consent: str | None = None
    contact_change: str | None = None


def questions(answers: Answers) -> tuple[str, ...]:
    """The questions that matter, in the order of asking.

    An e-mail can be written at any time, so nobody is asked when; who changes something
    says what.
    """
    if answers.contact_by is None:
        return ("contact_by",)
    return (
        *("contact_by", "contact_name", REACHED_BY[answers.contact_by]),
        *(() if answers.contact_by == "email" else WHEN),
        *("contact_sector", "contact_about", "contact_consent"),
        *(("contact_change",) if answers.contact_consent == "change" else ()),
    )


def asked_anew(question: str) -> tuple[str, ...]:
    """The answers to forget when this one changes: another moment is agreed to anew.

    None for "nothing": then all is shown again as it was.
    """
    if question == "nothing":
        return ()
    return WHEN if question == "contact_when" else (question,)
