"""Fills the responses of domain.yml with the knowledge, so that no fact is typed there.

Beside what an action passes on, a response can name {zorgkantoor_phone} and the like,
and any fact that is a number or a text by its id: {care_plan_within_weeks}. An answer
may be made of several responses (`parts`), and ends with where its facts come from.
"""

from __future__ import annotations

from typing import Any

from rasa.core.nlg.interpolator import interpolate_text
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from steunwijzer.citing import documents_of
from steunwijzer.knowledge import Knowledge, installed

SOURCE_LINE = "utter_source_line"
LABELS = "utter_choices"
# Before a paragraph: a voice that reads Dutch has to read it as English.
ENGLISH = "[en] "
QUESTION = "utter_ask_"
# Of a response, in its metadata: it says what a client told; all before it is erased.
NOTES = ("private", "erases")


class Wording(TemplatedNaturalLanguageGenerator):
    """Rasa's own templates, with the knowledge as variables."""

    def __init__(
        self,
        endpoint_config: EndpointConfig | None = None,
        domain: Domain | None = None,
    ) -> None:
        """Take the responses of the domain and the knowledge of this installation."""
        super().__init__((domain or Domain.empty()).responses)
        self.knowledge = installed()
        self.known = variables(self.knowledge)

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """Return the response, filled in and joined with its parts.

        With it go the lines that are a list (`item` in the metadata of a response),
        those in English, and whether it ends in a question of a flow.

        kwargs: values of the action; `parts`, names of responses that follow in the
        same message; `choices`, payloads of buttons that LABELS has the titles of;
        `cite`, names of the responses to cite here, if not just those said here.
        """
        values = {**self.known, **kwargs}
        names = [utter_action, *kwargs.get("parts", ())]
        drafts = [self._draft(name, output_channel, values) for name in names]
        facts = self._facts(names)
        cited = self._facts(kwargs.get("cite", names), only_cited=True)
        message = {key: value for draft in drafts for key, value in draft.items()}
        texts = [draft["text"].strip() for draft in drafts]
        source = self._source_line(cited)
        lines = "\n".join([*texts, *source]).split("\n")
        message["text"] = "\n".join(each.removeprefix(ENGLISH) for each in lines)
        message["english"] = [
            each.removeprefix(ENGLISH) for each in lines if each.startswith(ENGLISH)
        ]
        message["source"] = source[0] if source else None
        message["items"] = [
            line
            for name, text in zip(names, texts, strict=True)
            if self._note(name, "item")
            for line in text.split("\n")
        ]
        message["asks"] = names[-1].startswith(QUESTION)
        message["facts"] = list(dict.fromkeys(facts))
        for note in NOTES:
            message[note] = any(self._note(name, note) for name in names)
        if choices := kwargs.get("choices"):
            message["buttons"] = self._labelled(choices)
        return message

    def _note(self, name: str, note: str) -> bool:
        return bool(self.responses[name][0].get("metadata", {}).get(note))

    def _labelled(self, payloads: list[str]) -> list[dict[str, str]]:
        """Return buttons with these payloads, under the titles of LABELS.

        Read from the responses each time: Rasa fills them in after it makes us.
        """
        labels = {
            each["payload"]: each for each in self.responses[LABELS][0]["buttons"]
        }
        return [labels[payload] for payload in payloads]

    def _draft(
        self, name: str, output_channel: str, values: dict[str, Any]
    ) -> dict[str, Any]:
        """One response, filled in; {year} is the year of its first fact.

        Raises KeyError for a response that domain.yml does not have.
        """
        facts = self._facts([name])
        if facts:
            values = {"year": self.knowledge.facts[facts[0]].valid_from.year, **values}
        draft = self.generate_from_slots(name, {}, output_channel, **values) or {}
        draft.pop("metadata", None)
        return draft

    def _fill_response(
        self,
        response: dict[str, Any],
        filled_slots: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """Fill in everything but the buttons: a payload has braces of its own."""
        buttons = response.pop("buttons", None)
        filled: dict[str, Any] = super()._fill_response(
            response, filled_slots, **kwargs
        )
        return filled | ({"buttons": buttons} if buttons else {})

    def _facts(self, names: list[str], only_cited: bool = False) -> list[str]:
        """Return the facts that these responses rest on; in a crisis none is cited."""
        notes = [self.responses[name][0].get("metadata", {}) for name in names]
        if only_cited:
            notes = [note for note in notes if note.get("source_line", True)]
        return [fact for note in notes for fact in note.get("facts", ())]

    def _source_line(self, facts: list[str]) -> list[str]:
        """One line that names the documents of these facts, or none."""
        documents = documents_of(self.knowledge, facts)
        if not documents:
            return []
        template = self.responses[SOURCE_LINE][0]["text"]
        line = interpolate_text(template, {"documents": "; ".join(documents)})
        return [str(line).strip()]


def variables(knowledge: Knowledge) -> dict[str, Any]:
    """What every response may name: the zorgkantoor's data and single-valued facts."""
    zorgkantoor = knowledge.zorgkantoor
    address = zorgkantoor.visiting_address
    facts = {
        fact_id: value
        for fact_id, fact in knowledge.facts.items()
        if isinstance(value := getattr(fact, "value", None), str | int)
        and not isinstance(value, bool)
    }
    kept = {
        f"days_kept_{kind}": days for kind, days in zorgkantoor.retention.dict().items()
    }
    return {
        **facts,
        **kept,
        "zorgkantoor_name": zorgkantoor.name,
        "zorgkantoor_phone": zorgkantoor.phone,
        "zorgkantoor_email": zorgkantoor.email,
        "zorgkantoor_address": f"{address.street}, {address.postcode} {address.city}",
    }
