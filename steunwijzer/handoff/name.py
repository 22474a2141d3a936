"""Reads the name that a client types when asked for it."""

import re

from steunwijzer.common_names import COMMON_NAMES
from steunwijzer.handoff.capitals import BETWEEN, with_capitals
from steunwijzer.handoff.typed import is_ordinary, on_one_line
from steunwijzer.outcome import Outcome
from steunwijzer.words import folded

LONGEST = 60  # characters
STRANGE = 2  # words: more of them, without a capital or a common name, are a sentence

_GREETING = (
    r"(?:(?:goede?n?|goeie) ?(?:morgen|middag|avond|dag)|ha?llo|hoi|hey|dag|ja|oke?"
    r"|oké|prima|nou|eh+m?|uh+m?|natuurlijk"
    r"|(?:met )?(?:vriendelijke |hartelijke )?groet(?:en|jes)?)(?!\w)[ .:-]*"
)
_SAYS = (
    r"(?:(?:(?:mijn|m'n|me|de|onze|haar|zijn) )?(?:volledige )?"
    r"(?:voor|achter|roep)?naam(?: is|:| :)|(?:ik|ze|zij|hij) ?heet"
    r"|(?:u|je) spreekt met|spreekt u met|hier(?: is| spreekt)?|met"
    r"|(?:zeg|noem|zet|schrijf|doe)(?: me| mij| er| u| je)?(?: dan)?(?: maar)?(?: op)?"
    r"|gewoon)(?!\w) *"
)
# After these it is as often told how somebody is, and not who: "ik ben moe".
_IS = r"(?:ik ?ben|dat is|dit is|het is)(?!\w)[ :]*"
_LEAD = re.compile(
    rf"(?:{_GREETING})*(?P<says>(?:{_SAYS})+)?(?P<is>{_IS})?", re.IGNORECASE
)
_TRAIL = re.compile(
    r" uit .*$| spreekt(?: u)?$| hier$"
    r"|(?: (?:alstublieft|alsjeblieft|hoor|graag|dus|bedankt))+$"
    r"| is (?:mijn|m'n|de) \w*naam$",
    re.IGNORECASE,
)
# A new line comes as a semicolon; a number begins something else.
_CLAUSES = re.compile(
    r"\s*[,;!()\"\u201c\u201d]+\s*|\s+(?=[\d+])"
    r"|(?<=\w{3})(?<!mevr|prof)(?<!dhr|mvr|mnr|fam|drs|ing|chr)\.(?:\s+|$)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]?")
_WORD = re.compile(r"['\u2019`]?[^\W\d_]+(?:['\u2019`-][^\W\d_]+)*['\u2019]?")
_TITLE = re.compile(
    r"(?:(?:mevrouw|mevr|mvr|mw|meneer|mijnheer|mnr|dhr|de heer|heer|familie|fam"
    r"|drs?|ir|ing|mr|prof|zuster|broeder|pastoor|dominee)(?!\w)\.? ?)+",
    re.IGNORECASE,
)
_BEFORE_A_SURNAME = ("der", "den", "ten", "ter", "vd")
# Nobody is called this, but it is what people answer.
_NO_NAME = frozenset(
    """
    aan achternaam adres af akkoord bang begrijp bekend bellen bezig bezoek bij boos
    broer buurman buurvrouw client clientondersteuning cliënt cliëntondersteuning deze
    die dochter doei door een eenzaam email er familie geboren gehandicaptenzorg geheim
    hallo heer heten hulp iedereen info informatie jawel kind kosten langskomen mail man
    mantelzorger mantelzorgmakelaar meneer menu met mevrouw moeder na naam naar nummer
    om oma onbekend onder opa opnieuw ouderenzorg over overslaan partner patiënt privacy
    psychiatrie reden tegen telefoon test tot uit vader verder vergoeding via volgende
    voor voornaam vriend vriendin vrouw weg wijzigen zeker zoon zorgkantoor zus
    """.split()  # noqa: SIM905 - one a line is a page
)


def read_name(text: str) -> Outcome:
    """Read the name of the client, without what is said around it.

    Codes: `name` (values: `name`, with "mevrouw" or "meneer" where that was typed),
    `no_name`.
    """
    line = on_one_line(text, new_line=" ; ")
    if "?" in line:
        return Outcome("no_name")
    clauses = [clause for clause in _CLAUSES.split(line) if clause]
    first = True
    for at, clause in enumerate(clauses):
        name = _name_in(clause, first)
        after = clauses[at + 1] if at + 1 < len(clauses) else ""
        if name and _INITIALS.fullmatch(after) and " " not in name:  # "Jansen, P.J."
            name = f"{name}, {after}"
        if name and len(name) <= LONGEST:
            return Outcome("name", values={"name": name})
        first = first and _LEAD.fullmatch(clause) is not None
    return Outcome("no_name")


def _name_in(clause: str, first: bool) -> str | None:
    """Return the name in a part of what was typed.

    The `first` part can be the name itself; another one has to say that it is.
    """
    clause = _TRAIL.sub("", clause)
    lead = _LEAD.match(clause)
    begin = lead.end() if lead else 0
    said = lead and (lead["says"] or lead["is"])
    title = _TITLE.match(clause, begin)
    words = clause[title.end() if title else begin :].split()
    name = _name_words(words)
    if not name or (len(name) < len(words) and not said) or not (said or first):
        return None
    known = title or any(map(_is_known, name))
    strange = [word for word in name if _key(word) not in BETWEEN]
    if not known and (len(strange) > STRANGE or (lead and lead["is"])):
        return None
    courtesy = " ".join(title[0].split()) if title else ""
    return f"{courtesy} {with_capitals(name)}".strip()


def _name_words(words: list[str]) -> list[str]:
    """Return the words from the first one that can be a name together."""
    count = 0
    while count < len(words) and _can_be_in_name(words[count], words[:count]):
        count += 1
    name = words[:count]
    while name and _key(name[-1]) in BETWEEN:
        name.pop()
    return name if any(len(_key(word)) > 1 for word in name) else []


def _can_be_in_name(word: str, before: list[str]) -> bool:
    """Say whether this can be a word of a name.

    An ordinary one can with a capital ("Jan Goed"), and after "der" ("van der laat").
    """
    if not (_WORD.fullmatch(word) or _INITIALS.fullmatch(word)):
        return False
    if _key(word) in BETWEEN or (before and word.istitle()):
        return True
    if before and _key(before[-1]) in _BEFORE_A_SURNAME:
        return True
    return not is_ordinary(word) and word.lower() not in _NO_NAME


def _is_known(word: str) -> bool:
    key = _key(word)
    return key not in BETWEEN and (word[:1].isupper() or key in COMMON_NAMES)


def _key(word: str) -> str:
    return "".join(folded(word))
