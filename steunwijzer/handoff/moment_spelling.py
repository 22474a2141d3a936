"""Reads a mistyped day, month or part of the day as the word that was meant."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from steunwijzer.formats import MONTHS, WEEKDAYS
from steunwijzer.handoff.moment_words import PHRASES

SHORTEST = 5  # letters: one slip in a shorter word makes another word
LONG = 9  # letters: from here on two slips are still the same word
LONGEST = 22  # letters: no word here is longer
_PARTS = ("ochtend", "middag", "avond", "nacht", "ochtends", "middags", "avonds")
_KNOWN = (
    *WEEKDAYS,
    *(month for month in MONTHS if len(month) >= SHORTEST),
    *("vandaag", "morgen", "overmorgen", "morgenvroeg", "vanmorgen", "weekend"),
    *("volgende", "komende", "gisteren"),
    *(part for part in _PARTS if len(part) >= SHORTEST),
    *(
        day + part
        for day in (*WEEKDAYS, "van", "morgen", "overmorgen")
        for part in _PARTS[:4]
    ),
    *(f"{day}morgen" for day in WEEKDAYS),
)
# Slips by the letter, and words: tests/steunwijzer/handoff/test_moment_spelling.py
# goes through all Dutch words.
_LOOKALIKES = (
    "augustinus donderaal donderaar donderden donderjaag donderpad donderslag gasteren "
    "gastheren gisbergen glinsteren kokende kopende maait maalt maant maarit maarn "
    "maarte maast morden moreen moren morgan morgengroet morgenlicht morgenlucht "
    "morgenstond morren morsen morten mogen nicht ochtendjas ochtendmis onvermogen "
    "overhoren overjoegen overmouwen overtogen overwogen valavond vandaal vandaan "
    "vandaar voegende voldoende weemakend wekkend welbekend wenkend werkend zondig "
    "middagjes"
)
_WORDS = {word for phrase in PHRASES for word in phrase}.union(_LOOKALIKES.split())
_SLIPS = {
    "mandag": "maandag",
    "tusen": "tussen",
    "tusse": "tussen",
    "tussn": "tussen",
    "kwrt": "kwart",
    "hafl": "half",
    "uru": "uur",
    "uut": "uur",
    "drei": "drie",
    "smorgnes": "smorgens",
    "mrgn": "morgen",
    "mrgen": "morgen",
    "morge": "morgen",
    "oggend": "ochtend",
    "ochent": "ochtend",
    "volgnde": "volgende",
    "zsnm": "zsm",
}


def spelled(word: str) -> str:
    """Return the word that was meant: the same one, unless it is surely a slip.

    The first letter is hardly ever wrong, and what is a word itself is no slip:
    "mogen" is not "morgen".
    """
    known = _SLIPS.get(word, word)
    if known in _KNOWN or known in _WORDS or not SHORTEST <= len(known) <= LONGEST:
        return known
    slips = 1 if len(known) < LONG else 2
    near = [
        (distance, meant)
        for meant, distance, _ in process.extract(
            known, _KNOWN, scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        if meant[0] == known[0]
    ]
    nearest = sorted(near)[:2]
    tie = len(nearest) > 1 and nearest[0][0] == nearest[1][0]
    return known if tie or not nearest else nearest[0][1]
