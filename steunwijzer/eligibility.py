"""Who has a right to cliëntondersteuning through the zorgkantoor (rules R1-R6).

Sources: familycaresupport, "Wie kan gebruik maken van onafhankelijke
cliëntondersteuning"; Wlz articles 3.2.3 and 4.2.1; Wmo article 2.2.4.
"""

from dataclasses import dataclass

from steunwijzer.outcome import Outcome

UNKNOWN = "unknown"
# every answer that the decision knows, by question
ANSWERS = {
    "indication": ("yes", "no", "applied", UNKNOWN),
    "asker": ("client", "representative", "carer", UNKNOWN),
    "under_18": ("yes", "no", UNKNOWN),
}


@dataclass(frozen=True)
class Situation:
    """What is known of the client. None: not asked yet; "unknown": does not know.

    `indication`: yes, no, applied, unknown. `sector`: vv, gz, ggz, unknown.
    `asker`: client, representative, carer, unknown. `under_18`: yes, no, unknown.
    """

    indication: str | None = None
    sector: str | None = None
    asker: str | None = None
    under_18: str | None = None


def questions(situation: Situation) -> tuple[str, ...]:
    """The questions that matter in this situation, in the order of asking.

    Only what changes the answer is asked: the sector decides who helps a client
    with an indication; the age decides between Wmo and Jeugdwet without one.
    """
    if situation.indication == "yes":
        return ("indication", "sector", "asker")
    if situation.indication == "no":
        return ("indication", "under_18")
    return ("indication",)


def decide(situation: Situation) -> Outcome:
    """Decide who helps this client.

    Codes: `right` (with the indication; reasons hold the sector), `municipality`
    (no indication), `before_indication` (applied for), `indication_unknown`.
    Reasons, in order: what was answered about the sector or the age, then who
    may ask.
    """
    if situation.indication == "yes":
        return Outcome(
            "right",
            ("right_with_indication", "right_in_every_delivery_form"),
            (f"sector_{situation.sector or UNKNOWN}", _asker(situation)),
        )
    if situation.indication == "no":
        return Outcome(
            "municipality",
            (
                "without_indication_the_municipality_helps",
                "municipality_support_is_free",
            ),
            (f"under_18_{situation.under_18 or UNKNOWN}",),
        )
    if situation.indication == "applied":
        return Outcome(
            "before_indication",
            ("ciz_points_applicant_to_support", "ciz_helps_with_application"),
        )
    return Outcome(
        "indication_unknown",
        ("only_ciz_indicates", "without_indication_the_municipality_helps"),
    )


def _asker(situation: Situation) -> str:
    """Who may ask: the client or a legal representative; a carer may help (R6)."""
    return f"asker_{situation.asker or UNKNOWN}"
