"""What a client typed, on one line, and the words that are no detail of anybody."""

import unicodedata

from steunwijzer.words import folded

# Words that make a text something else than a name or an address: "dat zeg ik niet".
_ORDINARY = frozenset(
    """
    aanvragen afspraak al alleen alles als alsjeblieft alstublieft altijd anders anoniem
    antwoord bedankt bedoel bedoelt bel bellen belt ben bent bestaat betekent bezwaar
    blijf blijft boos daar daarna daarom dan dank dat denk dit doe doen doet dus echt
    eerst eigenlijk even ga gaan gaat gebeld geef geeft geen gehad gelijk genoeg gewoon
    goed goeie graag had heb hebben hebt heeft helaas help helpen hetzelfde hij hoe hoef
    hoeft hoeveel hoezo ieder iedereen iemand iets ik is ja je jij jou jouw jullie kan
    kloppen klopt kom komen komt kost krijg krijgt kunnen kunt kwijt laat lastig later
    liever maak maakt maar mag man me mee meer mens mij mijn misschien mocht moe
    moeilijk moet moeten morgen nee neem net niemand niet niets niks nodig nog nooit nou
    nu of ok okay oke omdat ons onze ook prima prive privé raar snap snel soms sorry
    spijt stel stop stoppen straks terug toch toen u uw vandaag verdrietig vergeten vind
    vindt volgens vraag vragen waar waarom waarvoor wacht wachten wanneer want was wat
    weet wel welk welke weten wie wij wil wilde willen wilt word worden wordt zal ze zeg
    zeggen zegt zelf zie ziek zij zijn zo zoals zonder zou zullen zult
    """.split()  # noqa: SIM905 - one a line is a page
)


def on_one_line(text: str, *, new_line: str = " ") -> str:
    """Return the text without characters that do not show, with `new_line` for those.

    What only looks different is made the same: a wide digit, a hard space.
    """
    plain = unicodedata.normalize("NFKC", new_line.join(text.split("\n")))
    visible = "".join(
        char for char in plain if char.isspace() or unicodedata.category(char)[0] != "C"
    )
    return " ".join(visible.split())


def is_ordinary(word: str) -> bool:
    """Say whether this is a word of a sentence, and no part of a name or an address."""
    return "".join(folded(word)) in _ORDINARY
