"""How clients say when: phrases that stand for one thing each.

A phrase is written as the tokens of a text are: no capitals, accents and apostrophes.
"""

from steunwijzer.handoff.moment_pieces import (
    AFTER_LUNCH,
    AFTERNOON,
    EARLY_MORNING,
    END_OF_DAY,
    EVENING,
    LUNCH,
    MORNING,
    NIGHT,
    Ahead,
    Bound,
    Piece,
    Sign,
)

MEANINGS: dict[Piece, str] = {
    Sign.SOONEST: (
        "zo snel mogelijk, zo spoedig mogelijk, zo gauw mogelijk, zsm, asap, nu, "
        "vanaf nu, meteen, direct, onmiddellijk, zometeen, zo meteen, dadelijk, spoed, "
        "zo snel als het kan, zo snel als u kunt, zodra het kan, zodra u kunt, "
        "eerste mogelijkheid, eerstvolgende mogelijkheid, eerstvolgende moment, "
        "zo vlug mogelijk, liefst snel, zo rap mogelijk, eerst mogelijke moment"
    ),
    Sign.ANY_TIME: (
        "maakt niet uit, maakt niets uit, maakt niks uit, maakt mij niet uit, "
        "maakt me niet uit, maakt me niks uit, maakt mij niks uit, geen voorkeur, "
        "maakt allemaal niet uit, doet er niet toe, wanneer het u uitkomt, "
        "wanneer het uitkomt, als het u uitkomt, wanneer u kunt, wanneer u wilt, "
        "wanneer dan ook, wanneer u tijd heeft, zegt u het maar, zeg het maar, "
        "kies maar, kiest u maar, elk moment, alles is goed, alles goed, om het even, "
        "ben altijd, altijd thuis, altijd goed, altijd bereikbaar, kan altijd, "
        "elke dag, iedere dag, alle dagen, hele dag, kantooruren, kantoortijd, "
        "kantoortijden, openingstijden, doordeweeks, door de week, werkdagen, "
        "werkdag, overdag"
    ),
    Sign.NOT: "niet, geen, nooit, niks, niets, behalve, zonder, nergens, nie",
    Sign.OR: "of, danwel, oftewel",
    Sign.EARLY: "vroeg, vroege, begin, zo vroeg mogelijk",
    Sign.LATE: "laat, late, eind, einde, later",
    Sign.COMING: (
        "komende, komend, aanstaande, as, aankomende, eerstkomende, eerstvolgende"
    ),
    Sign.NEXT: "volgende, volgend",
    Sign.PAST: (
        "gisteren, gister, eergisteren, gistermiddag, gisteravond, gisterochtend, "
        "gistermorgen, gisterenmiddag, gisterenavond, geleden, vorige maand"
    ),
    Sign.BEFORE_NOW: (
        "vorige, afgelopen, verleden, sinds, vorige week, afgelopen week, verleden week"
    ),
    Sign.SEVERAL: (
        "volgende maand, komende maand, deze maand, komende dagen, komende weken, "
        "paar dagen, aantal dagen, paar weken, om de dag"
    ),
    Sign.UNREADABLE: (
        "pauze, week daarna, week erna, week erop, week daarop, dag daarna, dag erna, "
        "dag erop, dag daarop, zodra, daarna, erna, ervoor, of eerder, jl, "
        "jongstleden"
    ),
    Sign.BUSY: (
        "werk, werkt, werken, aan het werk, weg, bezet, druk, slaap, slaapt, slapen, "
        "vergadering, vergaderen, fysio, tandarts, naar de dokter, bij de dokter, "
        "naar de huisarts, naar het ziekenhuis"
    ),
    Bound.AFTER: (
        "na, vanaf, niet eerder dan, niet vroeger dan, niet voor, later dan, "
        "op zijn vroegst, op zn vroegst, op z n vroegst, vroegstens"
    ),
    Bound.BEFORE: (
        "voor, uiterlijk, niet later dan, niet na, eerder dan, vroeger dan, "
        "tot uiterlijk, op zijn laatst, op zn laatst, op z n laatst, ten laatste"
    ),
    Bound.BETWEEN: "tussen",
    Bound.FROM: "van",
    Bound.UNTIL: "tot, tm, tot en met, tot aan, -, \u2013, a",
    Bound.AND: "en, &",
    Bound.AROUND: (
        "rond, omstreeks, tegen, ongeveer, circa, ca, plm, pakweg, rond de klok van, "
        "een uur of, uur of, n uur of, rondom, even na, even voor, iets na, iets voor, "
        "kort na, kort voor, "
        "plusminus, + -, \u00b1"
    ),
    Bound.ONWARDS: "of later, en later, of iets later, of wat later",
    Bound.AT: "om, klokslag",
    MORNING: (
        "in de morgen, de morgen, s morgens, smorgens, morgens, sochtends, sochtens, "
        "s ochtens, voor de middag, voor de lunch, ochtenduren"
    ),
    AFTERNOON: "smiddags, smiddag, namiddag, na de middag, middaguren",
    EVENING: "savonds, savond, na het avondeten, avonduren",
    NIGHT: "snachts",
    LUNCH: (
        "tussen de middag, lunch, lunchtijd, lunchpauze, rond de middag, "
        "tussen middag, middaguur, het middaguur"
    ),
    AFTER_LUNCH: "na de lunch, na de lunchpauze, na lunchtijd",
    EARLY_MORNING: "vroege ochtend",
    END_OF_DAY: (
        "eind van de dag, einde van de dag, eind vd dag, einde vd dag, einde dag, "
        "eind dag, late middag"
    ),
    Ahead(0): "vandaag nog, later vandaag, straks, later op de dag",
}
# Said about something else, or said so that a word in it does not count.
NOTHING = (
    "of zo, ofzo, of zoiets, of iets dergelijks, goede morgen, goeie morgen, "
    "goede middag, goeie middag, goede avond, goeden avond, geen haast, "
    "geen probleem, waarom niet, afspraak voor, afspraak maken voor, hoe laat, "
    "laat maar, laat me, laat het, laat u, en dan, wel of niet, niet erg"
)
