"""Whether a client asks a human to do something: to phone, to mail, or to come by."""

import re

_WILL_YOU = (
    r"\b(?:wilt?|kunt?|kan|kun|zou(?:dt)?|mag) "
    r"(?:u|je(?! jullie)|jij|jullie|iemand|er iemand|men)\b"
)
_NOT_I = r"(?:(?!\b(?:ik|we|wij|wie|nummer)\b).)*"
_ME = r"(?:mij|me|ons|haar|hem|(?:mijn|m'n|mn|onze|ons) \w+)"
_CALLED = r"(?:terug|op)?\W?(?:ge)?beld"
_ASKS = re.compile(
    "|".join(
        (
            # phone: "bel mij terug", "ik wil gebeld worden", "wilt u bellen"
            r"\bterug\W?(?:ge)?bel",
            rf"^\W*(?:\w+ ){{0,2}}belt? (?:maar )?{_ME}\b",
            rf"\bbelt?\b.*\b{_ME}\b.*\b(?:terug|op)\b",
            rf"\b{_CALLED} (?:te )?worden\b|\bword \w* ?{_CALLED}\b",
            rf"{_WILL_YOU}{_NOT_I}\b(?:op|terug)?bell?en\b",
            rf"{_WILL_YOU}{_NOT_I}\b(?:belletje|telefoontje)\b",
            rf"\bneemt? (?:u |even )?contact (?:op )?met {_ME}",
            rf"\b(?:laat|dat) iemand {_ME} (?:bel\w*|op\w*|terug\w*)\b",
            rf"\bbelt? u {_ME}\b|\bdat {_ME} gebeld\b",
            r"\bafspraak\b",
            # e-mail: "mail mij", "kunt u mailen", "stuur mij een mailtje"
            rf"\b(?:e-?)?mailt? (?:maar |u )?(?:naar )?{_ME}\b",
            rf"{_WILL_YOU}{_NOT_I}\b(?:e-?)?mailen\b",
            rf"\bstuurt? (?:maar )?{_ME} .*\bmail",
            r"\bik (?:wil|krijg) (?:graag |liever )?een mail",
            r"\bgemaild (?:te )?worden\b|\bword \w* ?gemaild\b",
            # a visit: "kom langs", "kan er iemand langskomen", "graag een huisbezoek"
            rf"{_WILL_YOU}{_NOT_I}\b(?:langs|bezoek|aan huis|thuis)",
            r"\bkomt? (?:er |u |iemand |maar |een keer |eens )*"
            r"(?:bij (?:mij|me|ons)|langs)\b",
            r"\bbij (?:mij|me|ons) (?:thuis )?(?:langs\W?)?kom",
            r"\bhuisbezoek\b",
            r"\b(?:bezoek|gesprek|iemand) (?:bij \w+ )?(?:aan huis|thuis)\b",
            r"\biemand (?:die )?(?:\w+ ){0,3}langs\W?kom",
        )
    ),
    re.IGNORECASE,
)

_ASKS_NOT_TO = re.compile(
    rf"\b(?:{_ME}|langs|bellen|mailen|komen) (?:\w+ )?niet\b", re.IGNORECASE
)

_HEARS_NOTHING = re.compile(
    r"\b(?:niemand|nooit|niet|niks|niets)\b(?: \w+){0,3}"
    r" (?:gebeld|gehoord|vernomen|gemaild|geweest|langsgekomen)\b"
    r"|\bbelt?(?: \w+){0,2} niemand\b|\bniemand(?: \w+){0,2} belt\b|\bik wacht\b",
    re.IGNORECASE,
)


def asks_for_contact(text: str) -> bool:
    """Say whether the client asks to be phoned, mailed or visited.

    Not who asks how to phone or where to come: "kan ik u bellen", "kan ik langskomen".
    """
    return bool(_ASKS.search(text)) and not _ASKS_NOT_TO.search(text)


def hears_nothing(text: str) -> bool:
    """Say whether the client waits for a call, a mail or a visit that does not come."""
    return bool(_HEARS_NOTHING.search(text))
