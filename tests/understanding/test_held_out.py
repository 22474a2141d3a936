"""What is asked in an evaluation was never learnt, and what is learnt is clean."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import filterfalse
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process
from ruamel.yaml import YAML

from evaluation.measures import ASKED_AGAIN
from evaluation.questions import (
    HELD_OUT,
    TUNING,
    examples,
    namings,
    questions,
    several_questions,
)
from steunwijzer.knowledge import installed
from tools.processes import ROOT

GROUPS = {
    *("formal", "short", "typo", "low_literacy", "story"),
    *("off_topic", "near_miss", "crisis", "no_crisis"),
}
CORE = (
    "ask_what_is_clientondersteuning",
    "ask_who_provides",
    "ask_costs",
    "ask_delivery_form",
    "ask_insurer_reimbursement",
)
ENOUGH_QUESTIONS, ENOUGH_IN_A_GROUP = 300, 40
ENOUGH_FOR_CORE, ENOUGH = 80, 30
NEAR = 90  # out of 100
SOME_WORDS = 4
RUN = 8  # words in a row that two people would hardly choose alike
INTENTS = {*YAML(typ="safe").load(ROOT / "domain.yml")["intents"]} - {ASKED_AGAIN}

both_folders = pytest.mark.parametrize(
    "folder", [HELD_OUT, TUNING], ids=["held out", "tuning"]
)


def held_out() -> list[str]:
    return [*asked(HELD_OUT), *(each.text for each in namings(HELD_OUT))]


def tuning() -> list[str]:
    return asked(TUNING)


def tuning_names() -> list[str]:
    return [each.text for each in namings(TUNING)]


def training() -> list[str]:
    return [each.text for each in examples()]


def asked(folder: Path) -> list[str]:
    return [each.text for each in (*questions(folder), *several_questions(folder))]


def folded(text: str) -> str:
    """Only its letters and digits; of a text without any, all that was typed."""
    return in_words(text).replace(" ", "")


def in_words(text: str) -> str:
    """The text as it is learnt: capitals, accents and marks make no difference."""
    letters = unicodedata.normalize("NFKD", text.lower())
    unaccented = "".join(filterfalse(unicodedata.combining, letters))
    return " ".join(re.findall(r"[^\W_]+", unaccented)) or text.strip()


def any_order(text: str) -> str:
    """Its words from a to z, as far as there are enough for an order to matter."""
    words = in_words(text).split()
    return "".join(sorted(words)) if len(words) >= SOME_WORDS else folded(text)


def near_copies(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """The pairs of a text and another that say the same in nearly the same letters."""
    found = {}
    for alike in (folded, any_order):
        scores = process.cdist(
            [alike(each) for each in texts],
            [alike(each) for each in others],
            scorer=fuzz.ratio,
            score_cutoff=NEAR,
            workers=-1,
        )
        for one, other in zip(*scores.nonzero(), strict=True):
            score = f"({scores[one, other]:.0f})"
            found[one, other] = f"{texts[one]!r} is {others[other]!r} {score}"
    return list(found.values())


def runs(text: str) -> set[str]:
    """What stands in RUN words in a row, from each of its words on."""
    words = in_words(text).split()
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def twice(texts: Iterable[str], alike: Callable[[str], str]) -> list[str]:
    """The texts that are like one before them."""
    first: dict[str, str] = {}
    found = []
    for text in texts:
        before = first.setdefault(alike(text), text)
        if before is not text:
            found.append(f"{text!r} is {before!r}")
    return found


def listed(lines: Iterable[str]) -> str:
    return "\n" + "\n".join(lines)


class TestWhatIsAsked:
    def test_there_are_enough_held_out_questions_in_every_group(self) -> None:
        by_group = Counter(each.group for each in questions(HELD_OUT))
        assert by_group.keys() == GROUPS
        assert by_group.total() >= ENOUGH_QUESTIONS, by_group
        assert min(by_group.values()) >= ENOUGH_IN_A_GROUP, by_group

    @both_folders
    def test_every_intent_is_one_of_the_domain(self, folder: Path) -> None:
        everything = [*questions(folder), *several_questions(folder)]
        strange = [
            f"{intent}: {each.text}"
            for each in everything
            for intent in each.intents
            if intent not in INTENTS
        ]
        assert not strange, listed(strange)

    @both_folders
    def test_no_question_stands_there_twice(self, folder: Path) -> None:
        found = twice(asked(folder), folded)
        assert not found, listed(found)

    @pytest.mark.parametrize(
        ("texts", "others"),
        [
            pytest.param(held_out, training, id="held out, training"),
            pytest.param(tuning, training, id="tuning, training"),
            pytest.param(held_out, tuning, id="held out, tuning"),
            pytest.param(held_out, tuning_names, id="held out, names of tuning"),
        ],
    )
    def test_nothing_is_a_near_copy(
        self, texts: Callable[[], list[str]], others: Callable[[], list[str]]
    ) -> None:
        found = near_copies(texts(), others())
        assert not found, listed(found)

    @pytest.mark.parametrize("texts", [held_out, tuning])
    def test_no_long_part_of_it_was_learnt(
        self, texts: Callable[[], list[str]]
    ) -> None:
        parts = {run: text for text in texts() for run in runs(text)}
        found = [
            f"{example!r} and {parts[run]!r}: {run}"
            for example in training()
            for run in runs(example) & parts.keys()
        ]
        assert not found, listed(found)

    def test_every_id_of_a_name_is_in_the_knowledge(self) -> None:
        known = installed()
        table = known.reimbursements
        packages = [each for one in table.insurers.values() for each in one.packages]
        ids: dict[str, set[str]] = {
            "insurer": {*table.insurers},
            "insurer_not_listed": {*table.not_listed},
            "package": {each.id for each in packages},
            "delivery_form": {*known.delivery_forms},
            "sector": {*known.sectors},
        }
        strange = [
            f"{kind} {id}: {each.text}"
            for each in namings(HELD_OUT)
            for kind, meant in each.ids.items()
            for id in meant - ids.get(kind, set())
        ]
        assert not strange, listed(strange)


class TestWhatIsLearnt:
    def test_every_intent_has_enough_examples(self) -> None:
        there = Counter(each.intent for each in examples())
        too_few = {
            intent: there[intent]
            for intent in INTENTS
            if there[intent] < (ENOUGH_FOR_CORE if intent in CORE else ENOUGH)
        }
        assert not too_few
        assert there.keys() <= INTENTS
        assert INTENTS.issuperset(CORE)

    def test_no_example_stands_there_twice(self) -> None:
        found = twice(training(), in_words)
        assert not found, listed(found)

    def test_no_example_has_two_intents(self) -> None:
        alike: dict[str, dict[str, str]] = defaultdict(dict)
        for each in examples():
            alike[in_words(each.text)][each.intent] = each.text
        found = [str(texts) for texts in alike.values() if len(texts) > 1]
        assert not found, listed(found)


class TestTheMeasure:
    @pytest.mark.parametrize(
        ("text", "other"),
        [
            ("Wat kost dat?", "wat kost dat"),
            ("Wat is cliëntondersteuning", "wat is client-ondersteuning!"),
            ("wat is cle\u0301mentie", "wat is clémentie"),
            ("zorgplan binnen 6 weken", "zorgplan binnen 6 wken"),
            ("hoelang duurt dat dan", "hoe lang duurd dat dan"),
            ("wat kost dat per uur dan", "wat kost dat dan per uur?"),
            ("👍", " 👍 "),
        ],
    )
    def test_a_near_copy_is_found_and_both_are_named(
        self, text: str, other: str
    ) -> None:
        (found,) = near_copies(["heel iets anders", text], ["nog iets", other])
        assert repr(text) in found
        assert repr(other) in found

    @pytest.mark.parametrize(
        ("text", "other"),
        [
            ("Wat kost dat?", "wie doet dat"),
            ("mag mijn zus mee naar het gesprek", "mag mijn hond mee naar buiten"),
            ("👍", "👎"),
            ("😂😂🎉", "?!"),
            ("zorgplan", "zorg"),
        ],
    )
    def test_another_question_is_no_near_copy(self, text: str, other: str) -> None:
        assert near_copies([text], [other]) == []

    def test_what_is_there_twice_is_found_whatever_the_capitals(self) -> None:
        texts = ["Wat kost 11?", "wat kóst 11", "wat kost 1+1", "wie doet het"]
        assert twice(texts, in_words) == ["'wat kóst 11' is 'Wat kost 11?'"]
        assert len(twice(texts, folded)) == 2
