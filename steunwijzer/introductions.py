"""After which words the name of a person comes: "ik ben", "mijn zoon", "mevrouw"."""

import re

_KIN = (
    r"\w*(?:moeders?|vader|man(?:netje)?|vrouw(?:tje)?|zoon(?:tje)?|dochter(?:tje)?"
    r"|broer(?:tje)?|zus(?:je|ter)?|vriend(?:in)?|kind(?:je)?|neef(?:je)?|nicht(?:je)?)"
    r"|ma|mama?|mams|pa|papa?|paps|partner|echtgeno+te?|verloofde|schoon\w+|collega"
)
_TITLE = (
    r"mevrouw|mevouw|mvrouw|mevr|mvr|mw|mej(?:uffrouw)?|men?neer|mijnheer|mnr|dhr|heer"
)
_AFTER = r"[\s.:(\"\u2018\u2019\u201c\u201d]+"
# After these a word is a name when it is no ordinary word ...
INTRODUCES = re.compile(
    rf"\b(?:ik ?(?:ben|bne|been)|(?:hoi|hallo),? ben|{_KIN}){_AFTER}", re.IGNORECASE
)
# ... and after these also when it has a capital.
NAMES = re.compile(
    r"\b(?:(?:ik ?)?hee[td]|heten|genaamd|\w*naam(?: is|:)|nam is|hier spreekt"
    r"|(?:u|je|jij) spreekt met|spreekt u met|(?:hallo|hoi|dag),? met|getekend,?"
    rf"|{_TITLE}|hr|fam(?:ilie)?|dokter|dr|drs|zuster|broeder|tante|oom|opa|oma|pastoor|dominee"
    r"|groet(?:en|jes)?,?|hoogachtend,?|mvg,?"
    # English, French, German, Turkish, Spanish, Polish, Arabic, Italian, Portuguese
    r"|name is|je m['\u2019]appelle|ich hei(?:ss|ß|s)e|name ist|ad[i\u0131]m"
    r"|me llamo|nombre es|nazywam si[eę]|na imi[eę]|ismi|mi chiamo"
    rf"|nome [eé]){_AFTER}",
    re.IGNORECASE,
)
# These do not tell a person from an insurer ("klant Iza"), only from ordinary words;
# "client ondresteuning" is a slip of what clients ask for.
CARED_FOR = re.compile(
    r"\b(?:cli[eë]nte?|bewo(?:ner|onster)|begeleid(?:er|ster)|huisarts|mentor"
    rf"|curator|bewindvoerder){_AFTER}(?!on|or)",
    re.IGNORECASE,
)
# "mijn moeder, gijsberta, wil"
BETWEEN_COMMAS = re.compile(
    rf"\b(?:{_KIN}|oma|opa|tante|oom), (?=[^\W\d]+(?:[ -][^\W\d]+){{0,3}},)",
    re.IGNORECASE,
)
# Straight after a title an ordinary word is a surname ("mevrouw post") ...
TITLE = re.compile(rf"\b(?:{_TITLE})[ .:]+", re.IGNORECASE)
# ... but for a longer verb ("mevrouw luisterde") and for these.
_VERB = re.compile(r"\w{5,}t|\w{4,}[dt]e")
_AFTER_TITLE = frozenset(
    """
    aan achter af al alleen allemaal als altijd at begon begreep belde belt ben bent bij
    binnen bleef boos boven buiten daar dacht dan dat de deed den denkt der des deze die
    dient dit dochter doet door dronk durft een eens eet eigen eigenlijk en er erg even
    familie gaarne gaat gaf gebeld geeft geen gehad gerechtigd gevraagd gewassen gewoon
    gezegd gezet ging gisteren goed goedemiddag goedemorgen goedenavond graag haalt haar
    had heb hebben hebt heeft heer helpen helpt hem hen het hielp hier hij hoe hoi hoort
    hun ieder iemand iets ik in is ja je jij kan keek kent kijkt komen komt kon kreeg
    kwam laat lag langs later leeft legde legt liep liet ligt loopt ma maar mag man
    mantelzorger mantelzorgmakelaar me mee meer meneer met mevrouw mij mijn mocht moest
    moet morgen naar naast nam nee net niet noemt nog nou nu of om omdat onder ons onze
    ook op oud over overleed pa pas per persoonlijk plus praat precies recht riep samen
    schreef sinds slechts sliep snapt spreken steeds stelt stond straks te tegen
    telefonisch terug thuis toch toen tot tussen u uit uw vader van vandaag vanwege vast
    via viel vindt volgens vond voor vooral vroeg vrouw waar waarom wacht was wat weer
    weet wel werd werkt wie wij wil wilde willen wist woont worden wordt zag zat ze zegt
    zei zelf ziek ziet zij zijn zit zitten zo zoals zodat zoekt zonder zong zoon zorg
    zorgt zou zullen
    """.split()  # noqa: SIM905 - one a line is a page
)


def may_follow_title(word: str) -> bool:
    """Say whether an ordinary word after "mevrouw" is no surname."""
    return word in _AFTER_TITLE or _VERB.fullmatch(word) is not None
