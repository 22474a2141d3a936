"""Words that a Dutch question begins with, and those that may stand before them."""

# What a Dutch question begins with: a question word, perhaps after a preposition ...
_QUESTION_WORDS = frozenset(
    """
    wat wie waar waarom wanneer welk welke hoe hoeveel hoelang hoevaak waarmee waarbij
    waarvoor wiens
    """.split()  # noqa: SIM905 - one a line is a page
)
_PREPOSITIONS = frozenset(
    ("bij", "met", "van", "voor", "in", "aan", "op", "tot", "over", "binnen")
)
# ... or the verb. Not "zijn", which is more often "his": "zijn naam en zijn adres".
_VERBS = frozenset(
    """
    is ben bent was waren heb hebt heeft hebben had kan kun kunt kunnen kon mag mogen
    moet moeten moest zal zult zullen zou zouden wil wilt willen word wordt worden
    kost kosten betaal betaalt betalen vergoed vergoedt vergoeden krijg krijgt krijgen
    help helpt helpen doe doet doen ga gaat gaan kom komt komen zit zitten staat staan
    duurt duren geldt gelden bestaat bestaan blijf blijft blijven werkt werken geeft
    geven gebeurt regel regelt regelen hoef hoeft hoeven maakt hangt hoor hoort valt
    heet heten weet weten bewaar bewaart bewaren
    """.split()  # noqa: SIM905
)
HELLOS = frozenset(
    """
    hallo hoi hi hey dag goedemiddag goedemorgen goedenavond goedendag
    """.split()  # noqa: SIM905
)
BEFORE = HELLOS | {"en", "ook", "verder", "daarnaast", "plus", "dan", "nog"}


def opens(words: list[str], stated: bool) -> bool:
    """Say whether a question begins with these words.

    `stated`: its sentence ends in a full stop, and a verb first asks nothing.
    """
    first, second = [*words, "", ""][:2]
    if first in _QUESTION_WORDS:
        return True
    if first in _PREPOSITIONS:
        return second in _QUESTION_WORDS
    return first in _VERBS and not stated
