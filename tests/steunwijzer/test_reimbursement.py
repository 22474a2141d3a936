"""What an insurer paid is answered as the table says it, and never as more."""

import re
from datetime import date
from pathlib import Path

import pytest

from steunwijzer.outcome import Outcome
from steunwijzer.reading import read
from steunwijzer.reimbursement import Question, decide
from steunwijzer.reimbursement_cost import Payment, payment
from steunwijzer.reimbursement_rows import Row
from steunwijzer.reimbursement_table import Product, Table

FILE = Path(__file__).parents[2] / "knowledge" / "reimbursements" / "2015.yml"
TABLE = read(FILE, Table)
PRODUCTS = [
    (id, product)
    for id, insurer in TABLE.insurers.items()
    for package in insurer.packages
    for product in package.products()
]
IN_2015 = date(2015, 6, 1)
LATER = date(2026, 11, 21)


def ask(insurer: str | None, text: str = "", **more: object) -> Outcome:
    return decide(Question(text=text, insurer=insurer, **more), TABLE, LATER)  # type: ignore[arg-type]


def only_row(outcome: Outcome) -> Row:
    (row,) = outcome.values["rows"]
    assert isinstance(row, Row)
    return row


def packages(outcome: Outcome) -> list[str]:
    return [row.package for row in outcome.values["rows"]]


def paid(insurer: str, text: str, cost: int) -> Payment | None:
    return only_row(ask(insurer, text, cost=cost)).payment


# --- every product, every insurer ---


@pytest.mark.parametrize(
    ("insurer", "product"), PRODUCTS, ids=[f"{i}-{p.name}" for i, p in PRODUCTS]
)
@pytest.mark.parametrize("text", ["{}", "wat vergoedt {} dan?", "ik heb {}, klopt dat"])
def test_each_of_the_74_products_gives_its_own_amount(
    insurer: str, product: Product, text: str
) -> None:
    outcome = ask(insurer, text.format(product.name))
    assert outcome.code == "package_answer"
    row = only_row(outcome)
    assert (row.package, row.name) == (product.package.id, product.name)
    stated = re.search(r"€ ?([\d.]+),-|(\d+) uur", product.package.raw)
    assert stated
    amount = int(stated[2]) if stated[2] else int(stated[1].replace(".", "")) * 100
    assert row.amount == amount
    assert row.line in outcome.values["lines"]


@pytest.mark.parametrize(("id", "insurer"), TABLE.insurers.items(), ids=TABLE.insurers)
def test_an_insurer_without_a_package_gives_all_that_the_table_has(
    id: str, insurer: object
) -> None:
    outcome = ask(id, f"en bij {TABLE.insurers[id].name}?")
    codes = {0: "amount_unknown", 1: "package_answer"}
    expected = [package.id for package in TABLE.insurers[id].packages]
    assert outcome.code == codes.get(len(expected), "insurer_summary")
    assert packages(outcome) == expected
    assert outcome.values["insurer"].id == id
    assert ("only_package_listed" in outcome.reasons) == (len(expected) == 1)


@pytest.mark.parametrize("id", TABLE.not_listed)
def test_an_insurer_that_is_not_listed_is_unknown_and_never_pays_nothing(
    id: str,
) -> None:
    outcome = ask(None, not_listed=id, packages=("menzis_zorgplus",))
    assert outcome.code == "insurer_not_listed"
    assert outcome.values["name"] == TABLE.not_listed[id].name
    assert outcome.values["rows"] == ()


# --- the 19 traps of the table ---


def test_1_cz_has_permission_and_a_phone_but_no_amount() -> None:
    for text in ("CZ", "wat vergoedt het Pluspakket van CZ"):
        outcome = ask("cz", text, cost=40000)
        assert outcome.code == "amount_unknown"
        assert outcome.values["rows"] == ()
    facts = ask("cz", aspect="permission").values["insurer"]
    assert (facts.department, facts.ask_for) == ("Zorgadvies", "Zorg in brede zin")
    assert facts.phones[0].e164 == "+31135949110"


def test_2_turien_has_a_phone_for_each_kind_of_caller_and_no_department() -> None:
    outcome = ask("turien", aspect="permission")
    facts = outcome.values["insurer"]
    assert outcome.code == "permission_stated"
    assert {phone.audience: phone.e164 for phone in facts.phones} == {
        "verzekerde": "+31725181181",
        "zorgverlener": "+31725181998",
    }
    assert (facts.department, facts.email) == (None, None)


@pytest.mark.parametrize(
    "id", ["energiek", "hollandzorg", "salland", "zekur", "zilveren_kruis"]
)
def test_3_no_permission_line_means_unknown_and_lends_no_phone(id: str) -> None:
    outcome = ask(id, aspect="permission")
    assert outcome.code == "permission_unknown"
    assert outcome.values["insurer"].phones == ()


def test_3_the_other_12_insurers_want_to_be_asked_first() -> None:
    codes = [ask(id, aspect="permission").code for id in TABLE.insurers]
    assert codes.count("permission_stated") == 12


def test_4_iza_cura_pays_hours_that_no_cost_can_be_set_against() -> None:
    outcome = ask("iza_cura", "Rotterdampakket", cost=40000)
    assert packages(outcome) == ["iza_cura_capelle", "iza_cura_rotterdam"]
    assert {(row.amount, row.unit) for row in outcome.values["rows"]} == {(6, "HOUR")}
    assert [row.payment for row in outcome.values["rows"]] == [None, None]
    assert all(
        row.per_person and row.cap_reached_at is None for row in outcome.values["rows"]
    )
    assert outcome.reasons == ("not_in_force", "hours")
    assert outcome.values["insurer"].phones[0].e164 == "+31881311614"
    assert only_row(ask("iza_cura", "rotterdampakket capelle")).condition == (
        "municipality"
    )


@pytest.mark.parametrize(
    "id", ["nedasco", "turien", "united_consumers", "unive", "vgz"]
)
def test_5_fit_vrij_is_a_total_budget_so_a_payment_is_at_most(id: str) -> None:
    row = only_row(ask(id, "Fit Vrij Pakket", cost=40000))
    assert (row.amount, row.limits) == (100000, ("total_budget",))
    assert row.payment == Payment(pays=40000, own_share=0, at_most=True)


def test_5_a_total_budget_is_never_the_highest_amount() -> None:
    outcome = decide(Question(aspect="highest"), TABLE, LATER)
    assert outcome.code == "highest"
    assert outcome.values["amount"] == 75000
    assert len(outcome.values["rows"]) == 13
    assert [id for id, _ in outcome.values["choices"]] == [
        "iak",
        "iza_gezondsamen",
        "nedasco",
        "turien",
        "united_consumers",
        "unive",
        "vgz",
    ]
    assert {limit: len(rows) for limit, rows in outcome.values["left_out"].items()} == {
        "total_budget": 5,
        "shared_budget": 1,
        "hours": 2,
        "percentage": 6,
        "several_years": 9,
        "once_per_insurance_duration": 1,
    }
    assert outcome.values["unknown"] == (("cz", "CZ"),)


def test_6_zekur_shares_its_budget_with_two_other_things() -> None:
    row = only_row(ask("zekur", "Extra ZEKUR Zorg", cost=40000))
    assert row.name == "Extra ZEKUR Zorg (inclusief tandarts)"
    assert row.shared_with == ("Ronald McDonald", "logeerhuizen")
    assert row.payment == Payment(pays=25000, own_share=15000, at_most=True)


def test_7_zilveren_kruis_pays_once_and_only_in_one_collective() -> None:
    outcome = ask("zilveren_kruis", "zilveren kruis")
    row = only_row(outcome)
    assert (row.period_n, row.period_unit) == (1, "verzekeringsduur")
    assert row.footnote == "standard_with_basis_plus_or_1_to_4_stars"
    assert row.condition == "collective"
    assert outcome.values["insurer"].group_note == "unie_kbo_members_only"
    assert "once_per_insurance_duration" in outcome.reasons


def test_8_menzis_pays_per_two_years_and_the_amount_is_not_halved() -> None:
    outcome = ask("menzis", "ZorgPlus 3", cost=40000)
    row = only_row(outcome)
    assert (row.amount, row.period_n, row.limits) == (35000, 2, ("several_years",))
    assert row.payment == Payment(pays=35000, own_share=5000, at_most=False)
    facts = outcome.values["insurer"]
    assert (facts.department, facts.role) == ("Zorgadviseur", "functie")
    assert facts.group_note == "collectives_and_pma_included"


@pytest.mark.parametrize("brand", ["energiek", "hollandzorg", "salland"])
@pytest.mark.parametrize(
    ("level", "cap", "full_at"), [("Plus", 25000, 31250), ("Top", 35000, 43750)]
)
def test_9_eno_brands_pay_80_percent_up_to_the_maximum(
    brand: str, level: str, cap: int, full_at: int
) -> None:
    text = f"{TABLE.insurers[brand].name} {level}"
    assert only_row(ask(brand, text)).cap_reached_at == full_at
    assert paid(brand, text, 10000) == Payment(8000, 2000, at_most=False)
    below = paid(brand, text, full_at - 100)
    assert below and below.pays == cap - 80
    assert paid(brand, text, full_at) == Payment(cap, full_at - cap, at_most=False)
    assert paid(brand, text, 10**6) == Payment(cap, 10**6 - cap, at_most=False)


def test_10_an_amount_without_tot_is_a_maximum_all_the_same() -> None:
    assert paid("iza_gezondsamen", "Classic Comfort", 10000) == Payment(10000, 0, False)
    assert paid("vgz", "Fit Vrij", 150000) == Payment(100000, 50000, at_most=True)


@pytest.mark.parametrize(
    ("part", "insurers"),
    [
        ("vgz_best", ["nedasco", "turien", "united_consumers", "vgz"]),
        ("gezin", ["nedasco", "turien", "united_consumers", "unive", "vgz"]),
        ("fit_vrij", ["nedasco", "turien", "united_consumers", "unive", "vgz"]),
    ],
)
def test_11_a_package_of_several_insurers_asks_which_one(
    part: str, insurers: list[str]
) -> None:
    ids = tuple(p.package.id for _, p in PRODUCTS if p.package.id.endswith(part))
    for aspect in ("amount", "permission"):
        outcome = ask(None, packages=ids, aspect=aspect)
        assert outcome.code == "package_shared_by_insurers"
        assert [id for id, _ in outcome.values["choices"]] == insurers
        assert outcome.values["same_amount"]
    known = ask("unive" if part != "vgz_best" else "turien", packages=ids)
    assert known.code == "package_answer"
    assert only_row(known).package in ids


@pytest.mark.parametrize(
    ("insurer", "text", "package"),
    [
        ("iak", "extra compleet", "iak_extra_compleet"),
        ("iak", "extra compleet comfort", "iak_extra_compleet_comfort"),
        ("iak", "comfort plus", "iak_comfort_plus"),
        ("izz", "IZZ Zorg voor de zorg", "izz_zorg_voor_de_zorg"),
        ("izz", "Zorg voor de zorg extra 2", "izz_zorg_voor_de_zorg_extra_2"),
        ("izz", "izz extra 3", "izz_zorg_voor_de_zorg_extra_3"),
        ("menzis", "extra verzorgd 2", "menzis_extra_verzorgd"),
        ("menzis", "ExtraVerzorgd 2", "menzis_extra_verzorgd"),
        ("menzis", "PMA extra verzorgd 2", "menzis_pma_extraverzorgd"),
        ("menzis", "fnv zorg 2", "menzis_fnv_zorg"),
        ("menzis", "fnv zorg en tand", "menzis_fnv_zorg_en_tand"),
        ("unive", "extra zorg polis best", "unive_extra_zorg_best"),
        ("zekur", "extra zekur zorg", "zekur_extra_zorg"),
    ],
)
def test_12_the_longest_package_name_counts(
    insurer: str, text: str, package: str
) -> None:
    assert packages(ask(insurer, f"ik heb {text}")) == [package]


@pytest.mark.parametrize(
    ("insurer", "text", "level"),
    [
        ("menzis", "ZorgPlus 1", 1),
        ("menzis", "zorgplus1", 1),
        ("menzis", "FNV Zorg 1", 1),
        ("menzis", "Menzis 1", 1),
        ("menzis", "Extra Verzorgd 4", 4),
        ("unive", "Ster 1", 1),
        ("unive", "ik heb ster 6", 6),
        ("izz", "IZZ Zorg voor de zorg - Extra 4", 4),
    ],
)
def test_13_a_level_that_is_not_listed_is_not_zero(
    insurer: str, text: str, level: int
) -> None:
    outcome = ask(insurer, text)
    assert outcome.code == "level_not_listed"
    assert outcome.values["levels"] == (level,)
    listed = {level for row in outcome.values["rows"] for level in row.levels}
    assert listed and level not in listed
    assert all(row.amount > 0 for row in outcome.values["rows"])


def test_13_plus_is_not_the_same_at_every_insurer() -> None:
    amounts = {
        insurer: only_row(ask(insurer, "en met Plus?")).amount
        for insurer in ("energiek", "hollandzorg", "salland", "nedasco")
    }
    assert amounts == {
        "energiek": 25000,
        "hollandzorg": 25000,
        "salland": 25000,
        "nedasco": 75000,
    }
    ids = tuple(p.package.id for _, p in PRODUCTS if "pluspakket" in p.package.aliases)
    outcome = ask(None, "het pluspakket", packages=ids)
    assert outcome.code == "package_shared_by_insurers"
    assert not outcome.values["same_amount"]


def test_14_av_oms_is_for_former_railway_staff_only() -> None:
    assert only_row(ask("menzis", "AV OMS")).condition == "former_railway_staff"


@pytest.mark.parametrize(
    ("insurer", "text", "condition"),
    [
        ("amersfoortse", "ondernemersmodule", "entrepreneurs"),
        ("menzis", "Ahold aanvullend 2", "collective"),
        ("menzis", "FNV Zorg 3", "collective"),
        ("menzis", "PMA ExtraVerzorgd 3", "collective"),
        ("unive", "Ster 2", "collective"),
        ("unive", "Vitaal Pakket", None),
        ("zilveren_kruis", "50 plus", "collective"),
    ],
)
def test_15_a_package_for_a_group_says_so(
    insurer: str, text: str, condition: str | None
) -> None:
    assert only_row(ask(insurer, text)).condition == condition


def test_16_parents_are_those_that_the_source_states() -> None:
    parents = {id: one.parent for id, one in TABLE.insurers.items() if one.parent}
    assert parents == {
        **dict.fromkeys(("energiek", "hollandzorg", "salland"), "Eno"),
        **dict.fromkeys(("iak", "iza_cura", "iza_gezondsamen", "izz"), "VGZ"),
        **dict.fromkeys(("nedasco", "turien", "united_consumers"), "VGZ"),
    }
    assert TABLE.insurers["salland"].labels == ("Salland", "Salland Zorgdirect")
    outcome = ask(None, "eno plus", insurers=("energiek", "hollandzorg", "salland"))
    assert outcome.code == "ask_insurer"
    assert [id for id, _ in outcome.values["choices"]] == [
        "energiek",
        "hollandzorg",
        "salland",
    ]


def test_17_phones_are_shared_only_where_the_source_shares_them() -> None:
    callers: dict[str, list[str]] = {}
    for id, insurer in TABLE.insurers.items():
        for phone in insurer.phones:
            callers.setdefault(phone.e164, []).append(id)
    assert {phone: ids for phone, ids in callers.items() if len(ids) > 1} == {
        "+31881311611": ["nedasco", "united_consumers", "vgz"],
        "+31881311614": ["iza_cura", "iza_gezondsamen"],
    }
    assert callers["+31881311612"] == ["izz"]
    assert callers["+31881311617"] == ["unive"]
    assert callers["+31402618888"] == ["iak"]


@pytest.mark.parametrize(
    ("insurer", "text", "amount"),
    [
        ("vgz", "VGZ aanvullend Best", 75000),
        ("unive", "FitVrij pakket", 100000),
        ("amersfoortse", "De ondernemersmodule", 30000),
        ("turien", "Turien - Gezin Pakket", 50000),
        ("menzis", "Zorgverzorgd 2", 35000),
    ],
)
def test_18_the_spelling_of_the_source_does_not_matter(
    insurer: str, text: str, amount: int
) -> None:
    assert only_row(ask(insurer, text)).amount == amount


def test_19_the_table_of_2015_is_never_given_as_that_of_today() -> None:
    questions = [
        Question(insurer="vgz"),
        Question(insurer="vgz", text="Best"),
        Question(insurer="cz"),
        Question(insurer="vgz", aspect="permission"),
        Question(aspect="highest"),
        Question(not_listed="dsw"),
        Question(),
    ]
    for question in questions:
        then, now = (decide(question, TABLE, on) for on in (IN_2015, LATER))
        assert (then.values["in_force"], now.values["in_force"]) == (True, False)
        assert now.reasons[0] == "not_in_force" and "not_in_force" not in then.reasons
        assert then.values["year"] == now.values["year"] == 2015
        assert then.facts == now.facts == ("reimbursements",)
    for day in (date(2014, 12, 31), date(2016, 1, 1)):
        assert not decide(Question(), TABLE, day).values["in_force"]


# --- what a message says about packages ---


@pytest.mark.parametrize(
    ("insurer", "text", "expected"),
    [
        ("vgz", "best", ["vgz_best"]),
        ("vgz", "en met Best?", ["vgz_best"]),
        ("vgz", "VGZ best", ["vgz_best"]),
        ("vgz", "en best?", ["vgz_best"]),
        ("vgz", "wat vergoedt VGZ best eigenlijk", ["vgz_best"]),
        ("vgz", "hoeveel geeft Best eigenlijk", ["vgz_best"]),
        ("vgz", "is er verschil met goed of best", ["vgz_goed", "vgz_best"]),
        ("vgz", "VGZ aanv. Best", ["vgz_best"]),
        ("vgz", "vgz aanvullend bets", ["vgz_best"]),
        ("vgz", "Goed, Beter of Best?", ["vgz_goed", "vgz_beter", "vgz_best"]),
        ("vgz", "wat krijg ik dan met Gezin", ["vgz_gezin"]),
        ("menzis", "FNV", ["menzis_fnv_zorg", "menzis_fnv_zorg_en_tand"]),
        ("menzis", "Menzis 4", ["menzis_fnv_zorg", "menzis_zorgplus"]),
        ("nedasco", "een uitgebreide aanvullende verzekering", ["nedasco_uitgebreid"]),
        ("salland", "kost 400 euro, Salland Plus", ["salland_plus"]),
        ("hollandzorg", "hollandzrog plus", ["hollandzorg_plus"]),
    ],
)
def test_packages_are_found_as_people_name_them(
    insurer: str, text: str, expected: list[str]
) -> None:
    outcome = ask(insurer, text)
    assert (outcome.code, packages(outcome)) == ("package_answer", expected)


@pytest.mark.parametrize(
    ("insurer", "text"),
    [
        ("menzis", "en bij Menzis?"),
        ("menzis", "kost 400 euro bij Menzis, ik heb 2 kinderen"),
        ("menzis", "Menzis, 2 uur"),
        ("menzis", "Welk pakket heb ik nodig? Ik weet het niet"),
        ("vgz", "wat is het best bij VGZ"),
        ("vgz", "goed, en bij VGZ?"),
        ("vgz", "is dat een goed pakket"),
        ("vgz", "ik voel me beter en vitaal"),
        ("vgz", "heb ik een zorgpolis van VGZ nodig"),
        ("vgz", "mijn aanvullende verzekering VGZ"),
        ("unive", "mijn moeder heeft extra zorg nodig"),
        ("salland", "plus de kosten van het gesprek"),
    ],
)
def test_a_message_that_names_no_package_asks_which_one(
    insurer: str, text: str
) -> None:
    assert ask(insurer, text).code == "insurer_summary"


@pytest.mark.parametrize(
    ("insurer", "text"),
    [
        ("menzis", "ik heb JongerenPakket"),
        ("vgz", "VGZ aanvullend Instap"),
        ("vgz", "vergoedt het Instap pakket iets"),
        ("vgz", "pakket 2"),
        ("menzis", "VGZ aanvullend Best"),
        ("zekur", "mijn aanvullende verzekering Basis"),
    ],
)
def test_a_package_that_is_not_in_the_table_is_not_made_into_one(
    insurer: str, text: str
) -> None:
    outcome = ask(insurer, text)
    assert outcome.code == "package_not_listed"
    assert len(outcome.values["rows"]) == len(TABLE.insurers[insurer].packages)


def test_an_answer_to_which_package_that_names_none_is_not_asked_again() -> None:
    assert ask("vgz", "instap").code == "insurer_summary"
    assert ask("vgz", "instap", package_asked=True).code == "package_not_listed"
    assert ask("vgz", "best", package_asked=True).code == "package_answer"


def test_what_the_message_says_goes_before_what_was_spoken_of() -> None:
    spoken_of = ("vgz_best", "unive_gezin")
    assert packages(ask("vgz", "en met Goed?", packages=spoken_of)) == ["vgz_goed"]
    assert packages(ask("unive", "en bij Univé?", packages=spoken_of)) == [
        "unive_gezin"
    ]
    assert ask("menzis", "en bij Menzis?", packages=spoken_of).code == "insurer_summary"


def test_a_package_of_one_insurer_needs_no_insurer() -> None:
    outcome = ask(None, "Ster 1", packages=("unive_ster",))
    assert outcome.code == "level_not_listed"
    assert outcome.values["insurer"].id == "unive"
    assert (
        ask(None, "fnv zorg 2", packages=("menzis_fnv_zorg",)).code == "package_answer"
    )


def test_a_package_spoken_of_does_not_narrow_a_question_about_other_insurers() -> None:
    everyone = ask(None, packages=("izz_zorg_voor_de_zorg",), aspect="highest")
    assert everyone.values["insurer"] is None
    assert everyone.values["amount"] == 75000
    outcome = ask(
        None, "en bij Eno?", packages=("vgz_goed",), insurers=("energiek", "salland")
    )
    assert outcome.code == "ask_insurer"
    iza = ask(None, packages=("iza_cura_rotterdam",), insurers=("iza_cura", "izz"))
    assert iza.code == "package_answer"


def test_a_misspelled_package_is_to_be_confirmed() -> None:
    assert "spelled_otherwise" in ask("menzis", "garent verzorgt").reasons
    assert "spelled_otherwise" not in ask("menzis", "GarantVerzorgd").reasons


def test_permission_tells_which_package_it_was_about() -> None:
    outcome = ask("vgz", "moet ik eerst bellen met Best?", aspect="permission")
    assert outcome.code == "permission_stated"
    assert packages(outcome) == ["vgz_best"]
    assert ask("vgz", "moet ik eerst bellen?", aspect="permission").values["rows"] == ()


def test_highest_of_one_insurer_compares_only_its_own_packages() -> None:
    outcome = ask("vgz", aspect="highest")
    assert packages(outcome) == ["vgz_best", "vgz_vitaal"]
    nothing = ask("menzis", aspect="highest")
    assert nothing.values["amount"] is None
    assert len(nothing.values["left_out"]["several_years"]) == 9


def test_a_zorgkantoor_of_the_same_name_is_told_along() -> None:
    assert ask("menzis").values["insurer"].also_zorgkantoor
    assert not ask("unive").values["insurer"].also_zorgkantoor


def test_no_question_at_all_asks_for_the_insurer() -> None:
    outcome = decide(Question(), TABLE, LATER)
    assert (outcome.code, outcome.values["choices"]) == ("ask_insurer", ())


def test_an_unknown_id_is_an_error_and_not_an_answer() -> None:
    with pytest.raises(KeyError):
        ask("nobody")


@pytest.mark.parametrize(("insurer", "product"), PRODUCTS)
@pytest.mark.parametrize("cost", [0, 1, 99, 31249, 40000, 10**7])
def test_a_payment_and_the_own_share_are_the_cost_and_keep_to_the_maximum(
    insurer: str, product: Product, cost: int
) -> None:
    result = payment(product.package, cost)
    if product.package.unit == "HOUR":
        assert result is None
        return
    assert result
    assert result.pays + result.own_share == cost
    assert 0 <= result.pays <= min(cost, product.package.amount)
