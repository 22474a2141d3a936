"""Ordinary Dutch that looks like a name in the knowledge, and is none.

Single words one slip away from a name, and phrases around a name that is an ordinary
word or a place as well: "ik woon in Salland".
"""

from collections.abc import Iterable, Iterator

_NEAR_A_NAME = """
    amersfoort amersfoorter amersfoorters amersfoorts ars hora instellingen lespakket
    neo pam promovendi promovendus sar tehuizen trien truien tuien turen turijn turken
    turnen turven verlegging verlenging verlengingen zorgpas zorgpolis zorgpolissen
"""
_AT_A_PLACE = ("in {}", "uit {}", "rond {}", "rondom {}", "regio {}", "omgeving {}")
_IN_HOLLAND = ("heel", "in", "uit", "noord", "zuid")
_WHO_IS = ("he is", "she is", "i am", "they are", "mother is", "father is")
_HOUSE_NAMES = ("ster", "de ster", "energiek")
_HOUSES = """
    huize huis tehuis bejaardenhuis verzorgingshuis verpleeghuis woonzorgcentrum
    zorgcentrum dienstencentrum buurthuis hospice flat residentie zorgboerderij
    stichting instelling zorginstelling zorggroep locatie afdeling dagbesteding
"""
_TO_BE = ("word", "wordt", "worden", "werd", "werden", "geworden", "moet", "moeten")

ORDINARY_PHRASES = (
    *_NEAR_A_NAME.split(),
    *(f"{where} holland zorg" for where in _IN_HOLLAND),
    *(f"{who} pro life" for who in _WHO_IS),
    *(f"{one} {name}" for name in _HOUSE_NAMES for one in _HOUSES.split()),
    *(f"opname van {one} gesprek" for one in ("dit", "het", "ons", "een", "mijn")),
    *("blind vertrouwen", "blind vertrouw", "blind op", "blind voor", "doof voor"),
    *("extra zeker", "extra zeker zorg", "zeker extra", "zeker extra zorg"),
    *("holland zorgt", "holland zorgen", "ander zorgt", "een ander zorg"),
    *("blind volgen", "doof houden", "zijn extra verzorgd", "thuis extra verzorgd"),
    *("extra verzorgd door", "extra verzorgd thuis"),
    *(f"{form} extra verzorg{end}" for form in _TO_BE for end in "dt"),
    *(f"extra verzorg{end} {form}" for form in _TO_BE for end in "dt"),
    *("opname in het ziekenhuis", "opname in een ziekenhuis", "opname ziekenhuis"),
)


def at_places(names: Iterable[str]) -> Iterator[str]:
    """Give the phrases in which a name of an insurer is a place: "in Salland"."""
    for name in names:
        yield from (phrase.format(name.casefold()) for phrase in _AT_A_PLACE)
