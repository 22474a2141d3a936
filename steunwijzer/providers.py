"""Which organisations give cliëntondersteuning in a sector (rules R7 and R8)."""

from steunwijzer.knowledge import Knowledge
from steunwijzer.outcome import Outcome


def contracted_in_year(knowledge: Knowledge, sector: str) -> tuple[str, ...]:
    """Names of the organisations contracted for this sector in 2015.

    Source: the fact `contracted_in_2015`.
    """
    return tuple(
        organisation.name
        for organisation in knowledge.organisations.values()
        if sector in organisation.contracted_for
    )


def contracted_today(knowledge: Knowledge, sector: str) -> Outcome:
    """Whom this zorgkantoor names for the sector now.

    Codes: `supporter_today` (values: `supporter` and `supporter_phone`) or
    `supporter_today_unknown` when zorgkantoor.yml names nobody with a phone.
    """
    for supporter in knowledge.zorgkantoor.supporters.get(sector, ()):
        if supporter.phone:
            return Outcome(
                "supporter_today",
                values={
                    "supporter": supporter.name,
                    "supporter_phone": supporter.phone,
                },
            )
    return Outcome("supporter_today_unknown")
