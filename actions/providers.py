"""Who gives cliëntondersteuning, and whether it may be passed on to others."""

from rasa_sdk import Tracker

from actions.common import Dispatcher, Events, Reply, named, say
from actions.formats import either
from actions.topics import asks_for_a_makelaar
from steunwijzer.knowledge import installed
from steunwijzer.providers import contracted_in_year, contracted_today


def providers_for(dispatcher: Dispatcher, sector: str, choices: list[str]) -> None:
    """Say who helped this sector in the year of the source, and who does today."""
    knowledge = installed()
    today = contracted_today(knowledge, sector)
    say(
        dispatcher,
        "utter_provider_in_year",
        f"utter_{today.code}",
        sector=knowledge.sectors[sector].name,
        organisations=either(contracted_in_year(knowledge, sector)),
        choices=choices,
        **today.values,
    )


class ActionWhoProvides(Reply):
    """Answers "who gives it", for a sector or an organisation when one is named."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Answer for the organisations named, else the sectors, else in general.

        A mantelzorgmakelaar is given by none of them.
        """
        knowledge = installed()
        organisations = named(tracker, "organisation")
        sectors = named(tracker, "sector")
        if asks_for_a_makelaar(tracker) and not organisations:
            say(dispatcher, "utter_where_is_mantelzorgmakelaar")
            return []
        for organisation_id in organisations:
            organisation = knowledge.organisations[organisation_id]
            sector = organisation.contracted_for[0]
            today = contracted_today(knowledge, sector)
            say(
                dispatcher,
                "utter_organisation_in_year",
                f"utter_{today.code}",
                organisation=organisation.name,
                sector=knowledge.sectors[sector].name,
                choices=["/ask_how_to_apply", "/request_human"],
                **today.values,
            )
            sectors = [each for each in sectors if each != sector]
        for sector in sectors:
            providers_for(dispatcher, sector, ["/ask_how_to_apply", "/request_human"])
        if not organisations and not sectors:
            say(dispatcher, "utter_who_provides")
            say(dispatcher, "utter_ask_which_sector")
        return []


class ActionHowToApply(Reply):
    """Says how to ask for cliëntondersteuning."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Answer "hoe kom ik aan zo iemand?" for the one that was spoken of."""
        if asks_for_a_makelaar(tracker):
            say(dispatcher, "utter_where_is_mantelzorgmakelaar")
        else:
            say(dispatcher, "utter_how_to_apply")
        return []


class ActionOutsourcing(Reply):
    """Says whether an organisation may have the work done by another."""

    def reply(self, dispatcher: Dispatcher, tracker: Tracker) -> Events:
        """Answer for the organisation named, else for all of them."""
        knowledge = installed()
        organisations = named(tracker, "organisation") or knowledge.organisations
        say(
            dispatcher,
            "utter_outsourcing",
            organisations=either(
                [knowledge.organisations[each].name for each in organisations]
            ),
        )
        return []
