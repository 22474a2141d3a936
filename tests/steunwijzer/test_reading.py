"""A mistake in a knowledge file is told with its file, its key and what to write."""

from pathlib import Path

import pytest

from tests.steunwijzer.conftest import KNOWLEDGE, KnowledgeCopy

KANTOOR, SUPPORT, PROVIDERS = "zorgkantoor.yml", "support.yml", "providers.yml"
MONDAY = 'monday: {opens: "09:00", closes: "17:00"}'
A_DATE = "expected a date such as 2026-11-21"
A_TIME = 'expected a time in quotes such as "09:00"'
IS_FREE = """  support_is_free:
    value: true
    source:
      - {document: wlz_page, where: "laatste zin"}
    valid_from: 2015-01-01
    checked_on: 2026-11-21
"""

MISTAKES = [
    # keys
    (
        KANTOOR,
        "closed_dates:",
        "closed_days:",
        "closed_days: unknown key; expected one",
    ),
    (SUPPORT, "    value: 6", "    valeu: 6", "care_plan_within_weeks.value: missing"),
    (KANTOOR, "name: Z", "name: A\nname: Z", "line 3: name: this key is here twice"),
    # sources
    (SUPPORT, IS_FREE, IS_FREE.replace("source", "sauce"), "is_free.source: missing"),
    (
        SUPPORT,
        '    source:\n      - {document: wlz_page, where: "laatste zin"}',
        "    source: []",
        "facts.support_is_free.source: expected one or more, found none",
    ),
    (
        SUPPORT,
        "{document: wlz_page",
        "{document: wlz_pagina",
        "wlz_pagina is not a document; expected one of sources.yml: wlz_page, ",
    ),
    # not what was expected
    (SUPPORT, "value: 6", "value: 6.5", "value: expected true or false or expected a "),
    (KANTOOR, "- 2026-12-25", "- 2026-02-30", f"closed_dates.0: {A_DATE}"),
    (KANTOOR, "- 2026-12-25", "- 20261225", f"closed_dates.0: {A_DATE}, not 20261225"),
    (KANTOOR, "- 2026-12-25", "- 25-12-2026", f"{A_DATE}, not 25-12-2026"),
    (KANTOOR, "friday: {", "fryday: {", "'sunday'), not fryday"),
    (KANTOOR, MONDAY, "monday: closed", "opening_hours.monday: expected keys with"),
    (KANTOOR, '"09:00"', "9.00", f"opening_hours.monday.opens: {A_TIME}, not 9.0"),
    (KANTOOR, '"09:00"', '"25:00"', f"opening_hours.monday.opens: {A_TIME}"),
    (
        KANTOOR,
        '"17:00"',
        '"08:00"',
        "opening_hours.monday.closes: expected a closing time after opening at 09:00",
    ),
    (KANTOOR, '"088 000 00 00"', '"12"', "phone: expected a phone number such as"),
    (
        KANTOOR,
        '"088 000 00 00"',
        "bel ons",
        "number such as 088 123 45 67, not bel ons",
    ),
    (KANTOOR, '"088 000 00 00"', "0880000000", "phone: expected text, in quotes"),
    (KANTOOR, '"088 000 00 01"', "0880000001", "vv.0.phone: expected text, in quotes"),
    (KANTOOR, '"088 000 00 02"', '"12"', "supporters.gz.0.phone: expected a phone"),
    (KANTOOR, "email: hulp@", "email: hulp", "email: expected an e-mail address, not"),
    (
        KANTOOR,
        "city: Voorbeeldstad",
        "city:",
        "visiting_address.city: expected a value",
    ),
    (
        PROVIDERS,
        "valid_until: 2015-12-31",
        "valid_until: 2014-12-31",
        "facts.contracted_in_2015: valid_until: expected 2015-01-01 (valid_from) or",
    ),
    # ids that point to nothing, or to two things
    (
        PROVIDERS,
        "contracted_for: [gz]",
        "contracted_for: [lg]",
        "organisations.mee.contracted_for: lg is not a sector; expected one of",
    ),
    (PROVIDERS, "contracted_for: [gz]", "contracted_for: []", "expected one or more"),
    (KANTOOR, "  gz:", "  lg:", "supporters: lg is not a sector; expected one of"),
    (
        "delivery_forms.yml",
        "  vpt_from_one_provider:",
        "  support_is_free:",
        "facts.support_is_free: also in support.yml; expected an id of its own",
    ),
    (
        "delivery_forms.yml",
        "  budget_keeping:",
        "  asker:",
        "questions.asker: also in eligibility.yml; expected an id of its own",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), MISTAKES)
def test_a_mistake_stops_the_load_and_is_told(
    knowledge_copy: KnowledgeCopy, file: str, old: str, new: str, told: str
) -> None:
    knowledge_copy.change(file, old, new)
    mistakes = knowledge_copy.mistakes()
    assert mistakes
    assert all(line.startswith(file) for line in mistakes)
    assert told in "\n".join(mistakes)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "expected keys with values, found none"),
        (b"zomaar een zin", "expected keys with values, found none"),
        (b"documents: [een", "line 1: not valid YAML: "),
        (b"a: 1\nb: %", "line 2: not valid YAML: "),
        (b"a: \x00", "not valid YAML: unacceptable character"),
        (b"a: \xff", "not valid YAML: "),
    ],
)
def test_what_is_no_yaml_with_keys_is_told(
    knowledge_copy: KnowledgeCopy, content: bytes, told: str
) -> None:
    (knowledge_copy.folder / "sources.yml").write_bytes(content)
    (mistake,) = knowledge_copy.mistakes()
    assert mistake.startswith("sources.yml")
    assert told in mistake
    assert "\n" not in mistake


def test_every_missing_file_is_told(tmp_path: Path) -> None:
    files = {str(each.relative_to(KNOWLEDGE)) for each in KNOWLEDGE.rglob("*.yml")}
    assert set(KnowledgeCopy(tmp_path).mistakes()) == {
        f"{file}: the file is missing" for file in files
    }


def test_the_mistakes_of_all_files_are_told_in_one_go(
    knowledge_copy: KnowledgeCopy,
) -> None:
    knowledge_copy.change(KANTOOR, "phone:", "fone:")
    knowledge_copy.change(SUPPORT, "value: 6", "value: []\n    note: x")
    (knowledge_copy.folder / "crisis.yml").unlink()
    assert [line.partition(":")[0] for line in knowledge_copy.mistakes()] == [
        SUPPORT,
        "crisis.yml",
        KANTOOR,
        KANTOOR,
    ]
