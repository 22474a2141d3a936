"""What goes with a yes or a no: "nee, ze valt vaak", but not "nee, geen probleem"."""

import re

NEGATION = re.compile(r"\b(niet|niets|niks|niemand|geen|nooit|zonder|nee|nergens)\b")
# what agrees with "nee" ("ze valt vaak"), and reassures when denied ("geen problemen")
TROUBLE = re.compile(
    r"\b(probleem|problemen|moeite|moeilijk|lastig|ingewikkeld|zwaar|slecht|last|mis|"
    r"klachten|bezwaar|gevaar|gevaarlijk|risico|bang|alleen(?! maar)|vergeet|kwijt|weg|"
    r"dwaalt|vallen|gevallen|valt(?! (\w+ )?mee)|aan de hand|geen zorgen|"
    r"niet (zo )?erg|niet nodig|(geen|naar een|naar het) \w*(huis|instelling))\b"
)
NO_TROUBLE = re.compile(rf"\b(geen|zonder) (enkel )?{TROUBLE.pattern}")
# words that add nothing to "nee"
FILLER = re.compile(
    r"\b(hoor|joh|he|zeg|toch|man|meneer|mevrouw|sorry|helaas|jammer|genoeg|bedankt|"
    r"dank (u|je)( wel)?|echt|zeker|weten|beslist|absoluut|dus|ik|denk|vrees|al|lang|"
    r"veel|ouder)\b"
)
PUZZLED = re.compile(r"\b(snap|begrijp|bedoel)")
NO_IDEA = re.compile(r"\bgeen (flauw )?idee\b")
SIGH = re.compile(r"\b(nou|ach|och|tja) ja\b")  # no yes: "nou ja, dat is lastig"
LEADING_YES_NO = re.compile(
    r"^((o+h*|e+h+|u+h+m?|h+m+|nou|ach|och|tja|eigenlijk) )*"
    r"(?P<said>ja|(wel)?ne+(n|j|i|uh?)?|nope?|nah)( (?P=said))*\b ?"
)


def fits(said: str | None, rest: str, beside: bool) -> bool:
    """Say whether the words of an answer go with what it `said`: "yes", "no" or else.

    `rest` is what follows the yes or no, if that was typed, which `beside` tells.
    Trouble and negations agree with "nee" ("ze valt vaak", "dat gaat niet"); together
    they reassure ("geen problemen"), and without them it may be about something else
    ("nee, ik woon ernaast").
    """
    if said == "yes":
        rest = NO_TROUBLE.sub("", rest)
        return not NEGATION.search(rest) and not TROUBLE.search(rest)
    negated, trouble = bool(NEGATION.search(rest)), bool(TROUBLE.search(rest))
    if PUZZLED.search(rest):
        return False
    if said != "no" or negated != trouble:
        return True
    return not negated and not (beside and FILLER.sub("", rest).strip())
