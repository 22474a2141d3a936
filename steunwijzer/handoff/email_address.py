"""Reads the e-mail address that a client types, with its signs written or in words."""

import re
from collections.abc import Iterator

from email_validator import EmailNotValidError, validate_email

from steunwijzer.handoff.typed import on_one_line
from steunwijzer.outcome import Outcome
from steunwijzer.words import folded

_ENDING = r"(?:nl|com|be|net|org|eu|de|info)"
_TOGETHER = re.compile(
    r",?\s*\b(?:alles |allemaal )?(?:aan elkaar(?: vast)?|zonder spaties)\b"
    r"(?: geschreven)?",
    re.IGNORECASE,
)
_SMALL_LETTERS = re.compile(
    r",?\s*\b(?:alles |allemaal )?(?:met |in )?kleine letters\b", re.IGNORECASE
)
# An underscore to some and a hyphen to others.
_UNCLEAR_SIGN = re.compile(r"\bliggende? streepje\b", re.IGNORECASE)
# In this order: "laag streepje" has a "streepje" in it.
_SIGNS = tuple(
    (re.compile(pattern, re.IGNORECASE), sign)
    for pattern, sign in (
        (r"\s?\b(?:laag streepje|onderstreepje|underscore)\b\s?", "_"),
        (r"\s?\b(?:(?:tussen|koppel)?streepje|koppelteken|minteken)\b\s?", "-"),
        (r"\s?\b(?:punt|dot|punkt)\b\s?", "."),
        (r"\s?(?:\baa?pe[nr]?[ -]?staa?r[dt](?:je)?\b|[(\[] ?at ?[)\]])\s?", "@"),
        (r"(?<=[\w-])\sat\s(?=[\w-]+(?:\s[\w-]+)?\s?[.,])", "@"),
        (r"\s?@\s?", "@"),
        (r"(?:(?<=@g)|(?<=@hot)|(?<=@kpn)|(?<=@proton))[ -](?=mail\s?[.,])", ""),
        # "jan@gmail ,com", "jan@gmail. com"
        (rf"(?P<domain>@[\w-]+)\s?[.,]\s?(?={_ENDING}\b)", r"\g<domain>."),
    )
)
_SPELLED = re.compile(r"(?<![\w.@_-])(?:\w ){2,40}\w(?=[@._-])")  # "j a n@"
_PART = r"[^\s@<>()\[\]{},;:\"]"
_ADDRESS = re.compile(rf"(?<!{_PART}){_PART}+@{_PART}+")
_AROUND = "'\u2018\u2019\u201c\u201d!?.\u2026*`/"
_MORE_TO_COME = re.compile(r"\s?[.,]?\s?(?:nl|com)\b", re.IGNORECASE)
_PROVIDER = r"(?:gmail|hotmail|outlook|kpnmail|ziggo)"
_LIKE_ONE = re.compile(rf"@|\b\w{{1,40}}[.,]{_ENDING}\b|\b{_PROVIDER}\b", re.IGNORECASE)
# Nobody has an address at these: they are slips of another one.
_SLIPS = re.compile(
    r"g(?:amil|mai|maill|mal|mali|mial|mil|nail)|ho(?:mail|tmai|tmal|tmial|tmil|tnail)"
    r"|outlok|outloo"
)
_NO_ENDINGS = ("cmo", "comm", "con", "coom", "nk", "nll", "ocm", "vom", "xom")
_GMAIL = re.compile(r"gmail\.(?!com$)\w+")
# What comes before an address and is no part of it: "mijn mail is jan@".
_BEFORE = frozenset(
    """
    aan adres als ben bereikbaar bijvoorbeeld contact dan dat dit doe een eens eh email
    emailadres en even gebruik gewoon goed graag hallo heb hebben heet hier hoi hoor ik
    is ja komt liever maar mag mail mailadres mailen mailtje met mij mijn naar namelijk
    natuurlijk neem nog nou nu of ok oke onder ook op prima prive sturen stuur thuis
    toch uh via volgt voor was wel werk wordt zeker
    """.split()  # noqa: SIM905 - one a line is a page
)


def read_email(text: str) -> Outcome:
    """Read the e-mail address of the client.

    Codes: `email` (values: `email`), `email_unclear` for what looks like one and is
    not, can be read in two ways, or is more than one; `no_email`.
    """
    line = on_one_line(text, new_line=" ; ")
    rewritten = _with_signs(line)
    address = _only_one(_addresses(rewritten, line))
    if address and not _UNCLEAR_SIGN.search(line):
        return Outcome("email", values={"email": address})
    return Outcome("email_unclear" if _LIKE_ONE.search(rewritten) else "no_email")


def find_email(text: str) -> str | None:
    """Return the address that stands in a text when nobody asked for one.

    None when it is written in words, and when it is not clear which address.
    """
    line = on_one_line(text, new_line=" ; ")
    return _only_one(_addresses(line, line))


def _only_one(addresses: Iterator[str | None]) -> str | None:
    """Return the address when there is one, capitals aside, and it can be one."""
    found = list(addresses)
    different = {each and each.lower() for each in found}
    return found[0] if len(different) == 1 else None


def _with_signs(line: str) -> str:
    """Return the line with signs for words: "jan punt jansen at" is "jan.jansen@"."""
    line = _SMALL_LETTERS.sub("", line)
    together = _TOGETHER.search(line)
    line = _TOGETHER.sub("", line)
    for pattern, sign in _SIGNS:
        line = pattern.sub(sign, line)
    line = _SPELLED.sub(lambda spelled: spelled[0].replace(" ", ""), line)
    return _put_together(line) if together else line


def _put_together(line: str) -> str:
    """Join the words before the sign: "is jan jansen@" becomes "is janjansen@"."""
    before, sign, domain = line.partition("@")
    words = before.split()
    first = len(words)
    while first and not _may_stand_before(words[first - 1]):
        first -= 1
    return " ".join([*words[:first], "".join(words[first:])]) + sign + domain


def _may_stand_before(text: str) -> bool:
    """Say whether an address can begin after this: "mijn mail is", "mail:", nothing."""
    word = text.rstrip().rpartition(" ")[2]
    return not word or not word[-1].isalnum() or folded(word)[-1] in _BEFORE


def _addresses(line: str, typed: str) -> Iterator[str | None]:
    """Yield the addresses in the line; None for what cannot be one, or not for sure."""
    for match in _ADDRESS.finditer(line):
        written = match[0].strip(_AROUND)
        as_typed = written in typed
        before = line[: match.start()]
        whole = (
            before[-1:] != ","  # "jan,jansen@"
            and _may_stand_before(before)
            and not _MORE_TO_COME.match(line, match.end())
            and (as_typed or written.partition("@")[0] not in _BEFORE)
        )
        yield _valid(written if as_typed else written.lower()) if whole else None


def _valid(written: str) -> str | None:
    try:
        found = validate_email(
            written, check_deliverability=False, allow_smtputf8=False
        )
    except EmailNotValidError:
        return None
    name, _, ending = found.domain.lower().rpartition(".")
    slip = _SLIPS.fullmatch(name) or _GMAIL.fullmatch(found.domain.lower())
    wrong = slip or ending in _NO_ENDINGS or len(ending) < 2
    return None if wrong else found.ascii_email
