"""The words of the calendar and the clock, and all phrases with them."""

from collections.abc import Iterator

from steunwijzer.formats import MONTHS as MONTH_NAMES
from steunwijzer.formats import WEEKDAYS as WEEKDAY_NAMES
from steunwijzer.handoff.moment_phrases import MEANINGS, NOTHING
from steunwijzer.handoff.moment_pieces import (
    AFTERNOON,
    DAYS,
    EARLY_MORNING,
    EVENING,
    MORNING,
    NIGHT,
    TONIGHT,
    Ahead,
    Piece,
    Sign,
    Week,
    Weekday,
)

# "zo" is mostly "so"
_SHORT_WEEKDAYS = (
    *(("ma", "maa"), ("di", "dins"), ("wo", "woe", "woens")),
    *(("do", "dond"), ("vr", "vrijd"), ("za", "zaterd"), ("zond",)),
)
WEEKDAYS = {
    name: number
    for number, whole in enumerate(WEEKDAY_NAMES)
    for name in (whole, f"{whole}s", *_SHORT_WEEKDAYS[number])
}
MONTHS = {
    **{name: number for number, name in enumerate(MONTH_NAMES, start=1)},
    **{name[:3]: number for number, name in enumerate(MONTH_NAMES, start=1)},
    **dict(mrt=3, sept=9),
}
PARTS = {
    **dict.fromkeys(("ochtend", "ochtends", "voormiddag"), MORNING),
    **dict.fromkeys(("middag", "middags"), AFTERNOON),
    **dict.fromkeys(("avond", "avonds"), EVENING),
    **dict.fromkeys(("nacht", "nachts"), NIGHT),
}
_DAYS = {"vandaag": 0, "vdaag": 0, "morgen": 1, "overmorgen": 2}
_COMPOUND_DAYS = {"van": 0, "morgen": 1, "overmorgen": 2}
_WEEK = {
    **dict.fromkeys(("deze week", "van de week", "de week"), 0),
    **dict.fromkeys(("volgende week", "komende week", "aankomende week"), 1),
    **dict.fromkeys(("aanstaande week", "de week hierna"), 1),
}
_WEEKENDS = {
    **dict.fromkeys(("het weekend", "dit weekend", "weekend", "komend weekend"), 0),
    **{"volgend weekend": 1, "weekend daarop": 1},
}


def _phrases() -> Iterator[tuple[str, tuple[Piece, ...]]]:
    for piece, texts in MEANINGS.items():
        for text in texts.split(", "):
            yield text, (piece,)
    for text in NOTHING.split(", "):
        yield text, ()
    for name, days in _DAYS.items():
        yield name, (Ahead(days),)
    for name, number in WEEKDAYS.items():
        yield name, (Weekday(number),)
    for name, part in PARTS.items():
        yield name, (part,)
        yield f"deze {name}", (Ahead(0), part)
    yield "morgenvroeg", (Ahead(1), EARLY_MORNING)
    yield from _compounds()
    yield from _weeks()


def _compounds() -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Yield "vanmiddag", "morgenochtend", "donderdagavond", "vrijdagmorgen"."""
    days: dict[str, Piece] = {
        **{name: Ahead(days) for name, days in _COMPOUND_DAYS.items()},
        **{name: Weekday(number) for number, name in enumerate(WEEKDAY_NAMES)},
        **{name[:2]: Weekday(at) for at, name in enumerate(WEEKDAY_NAMES)},
    }
    for day, ahead in days.items():
        for name, part in PARTS.items():
            yield f"{day}{name}", (ahead, part)
        if day == "van":
            yield "vannacht", (ahead, TONIGHT)
        if day != "morgen":
            yield f"{day}morgen", (ahead, MORNING)
        if isinstance(ahead, Weekday):
            yield f"{day} morgen", (ahead, MORNING)


def _weeks() -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Yield "volgende week", "eind van de week", "na het weekend"."""
    for name, ahead in _WEEK.items():
        if name != "de week":
            yield name, (Week(ahead),)
        for of in (name, f"van {name}", f"vd {name.removeprefix('de ')}"):
            yield f"begin {of}", (Week(ahead, 0, 1),)
            yield f"midden {of}", (Week(ahead, 2, 2),)
            yield f"halverwege {of}", (Week(ahead, 2, 2),)
            yield f"eind {of}", (Week(ahead, 3, 4),)
            yield f"einde {of}", (Week(ahead, 3, 4),)
    for name, ahead in _WEEKENDS.items():
        yield name, (Week(ahead, 5, 6),)
        yield f"na {name}", (Sign.COMING, Weekday(0))


PHRASES = {tuple(text.split()): pieces for text, pieces in _phrases()}
LONGEST_PHRASE = max(map(len, PHRASES))
# "Voor mijn werk" says when, though not to us; "voor mijn moeder" does not.
_EVENTS = (
    "werk werken werktijd school schooltijd eten avondeten ontbijt kerk kerst pasen "
    "vakantie feestdagen dagbesteding therapie dialyse opname operatie"
)
EVENTS = frozenset(_EVENTS.split())
UNITS = {
    **dict.fromkeys(("minuut", "minuten", "minuutje", "minuutjes", "min"), 1),
    **dict.fromkeys(("kwartier", "kwartiertje"), 15),
    **dict.fromkeys(("uur", "uurtje", "uren", "uurtjes", "u"), 60),
    **dict.fromkeys(("dag", "dagen", "dagje", "dgn"), 24 * 60),
    **dict.fromkeys(("week", "weken", "weekje", "weekjes", "wkn"), 7 * 24 * 60),
    **dict.fromkeys(("maand", "maanden"), 31 * 24 * 60),
    **dict.fromkeys(("jaar", "jaren"), 366 * 24 * 60),
}
# What may follow a number that is a time though nothing says so: "om 10 graag", but not
# "om 3 redenen".
_AFTER_HOUR = (
    "graag aub svp alstublieft dan prima goed is was ben bent heb hebt kan kunt kunnen "
    "kom komt komen bel belt bellen gebeld word wordt wil wilt wou zou zal mag past "
    "lukt lukken schikt hoor maar want omdat ik u we wij hij zij ze mijn bij naar met "
    "op in bereikbaar thuis alleen even liefst liever mits als mevrouw meneer ofzo wel "
    "precies ongeveer ja nee ok oke misschien bijvoorbeeld over half kwart de s"
)
AFTER_HOUR = {phrase[0] for phrase in PHRASES}.union(_AFTER_HOUR.split())


def is_day(piece: Piece) -> bool:
    """Say whether this names a day or some days."""
    return isinstance(piece, DAYS)
