"""Which delivery forms could fit: a decision table over the answers of the helper.

Sources: Wlz articles 3.3.2 and 3.3.3 (vpt from one provider; mpt in loose parts;
pgb only for who can keep a budget, alone or with help). It informs: only the
zorgkantoor decides.
"""

from dataclasses import asdict, dataclass

from steunwijzer.outcome import Outcome


@dataclass(frozen=True)
class Wishes:
    """Answers of the helper. None: not asked. "unknown": "weet ik niet".

    `living`: home, institution, unknown. `arranging`: self, organisation, both,
    unknown. `safe_at_home`, `budget_keeping`, `one_provider`: yes, no, unknown.
    """

    living: str | None = None
    safe_at_home: str | None = None
    arranging: str | None = None
    budget_keeping: str | None = None
    one_provider: str | None = None


# every answer that the table knows, by question
ANSWERS = {
    "living": ("home", "institution", "unknown"),
    "safe_at_home": ("yes", "no", "unknown"),
    "arranging": ("self", "organisation", "both", "unknown"),
    "budget_keeping": ("yes", "no", "unknown"),
    "one_provider": ("yes", "no", "unknown"),
}
ANY = ("home", "institution", "unknown", "yes", "no", "self", "organisation", "both")
AT_HOME = ("home", "unknown")
SAFE = ("yes", "unknown")
CAN = ("yes", "unknown")  # nobody can keep the budget: then no pgb, asked or told


@dataclass(frozen=True)
class Row:
    """One row of the table: which answers it is for, and the forms that could fit."""

    living: tuple[str, ...]
    safe_at_home: tuple[str, ...]
    arranging: tuple[str, ...]
    budget_keeping: tuple[str, ...]
    one_provider: tuple[str, ...]
    forms: tuple[str, ...]

    def fits(self, wishes: Wishes) -> bool:
        """Say whether this row is for these answers; not asked counts as unknown."""
        return all(
            (answer or "unknown") in getattr(self, question)
            for question, answer in asdict(wishes).items()
        )


# living, safe_at_home, arranging, budget_keeping, one_provider -> forms
TABLE = (
    Row(("institution",), ANY, ANY, ANY, ANY, ("verblijf",)),
    Row(AT_HOME, ("no",), ANY, ANY, ANY, ("verblijf",)),
    Row(AT_HOME, SAFE, ("self",), ("yes",), ANY, ("pgb",)),
    Row(AT_HOME, SAFE, ("self",), ("no",), ANY, ("mpt", "vpt")),
    Row(AT_HOME, SAFE, ("self",), ("unknown",), ANY, ("pgb", "mpt")),
    Row(AT_HOME, SAFE, ("both",), ("yes",), ANY, ("mpt_pgb",)),
    Row(AT_HOME, SAFE, ("both",), ("no",), ANY, ("mpt",)),
    Row(AT_HOME, SAFE, ("both",), ("unknown",), ANY, ("mpt_pgb", "mpt")),
    Row(AT_HOME, SAFE, ("organisation",), ANY, ("yes",), ("vpt",)),
    Row(AT_HOME, SAFE, ("organisation",), ANY, ("no",), ("mpt",)),
    Row(AT_HOME, SAFE, ("organisation",), ANY, ("unknown",), ("vpt", "mpt")),
    Row(AT_HOME, SAFE, ("unknown",), ANY, ("yes",), ("vpt",)),
    Row(AT_HOME, SAFE, ("unknown",), CAN, ("no",), ("mpt", "mpt_pgb")),
    Row(AT_HOME, SAFE, ("unknown",), CAN, ("unknown",), ("vpt", "mpt", "pgb")),
    Row(AT_HOME, SAFE, ("unknown",), ("no",), ("no",), ("mpt",)),
    Row(AT_HOME, SAFE, ("unknown",), ("no",), ("unknown",), ("vpt", "mpt")),
)

FACTS = {
    "verblijf": ("delivery_forms",),
    "vpt": ("vpt_from_one_provider", "vpt_refused_only_if_unfit"),
    "mpt": ("mpt_is_loose_parts", "mpt_without_meals", "mpt_not_dearer_than_pgb"),
    "pgb": ("pgb_conditions", "pgb_asks_talk", "pgb_paid_by_svb"),
    "mpt_pgb": ("mpt_not_dearer_than_pgb", "pgb_conditions"),
}


def questions(wishes: Wishes) -> tuple[str, ...]:
    """The questions that matter after these answers, in the order of asking."""
    if wishes.living == "institution":
        return ("living",)
    if wishes.safe_at_home == "no":
        return ("living", "safe_at_home")
    first = ("living", "safe_at_home", "arranging")
    if wishes.arranging in ("self", "both"):
        return (*first, "budget_keeping")
    if wishes.arranging in ("organisation", "unknown"):
        return (*first, "one_provider")
    return first


def decide(wishes: Wishes) -> Outcome:
    """Name the forms that could fit, most fitting first.

    Code: `could_fit`. `reasons`: question_answer, in the order of asking, for every
    answer that was given. `values["forms"]`: ids of delivery forms; when the client
    does not know where to live, or whether home is safe, staying in an institution
    stays possible.
    """
    forms = next(row.forms for row in TABLE if row.fits(wishes))
    unsure = {wishes.living, wishes.safe_at_home} & {None, "unknown"}
    if unsure and "verblijf" not in forms:
        forms = (*forms, "verblijf")
    reasons = tuple(
        f"{question}_{getattr(wishes, question)}"
        for question in questions(wishes)
        if getattr(wishes, question)
    )
    facts = tuple(fact for form in forms for fact in FACTS[form])
    return Outcome("could_fit", tuple(dict.fromkeys(facts)), reasons, {"forms": forms})
