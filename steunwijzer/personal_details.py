"""What the details of a person look like: e-mail, account, address, dates, numbers."""

import re

from steunwijzer.spoken_numbers import NUMBER, TENS, YEAR

_DOT = r" ?(?:\(?(?:punt|dot|point|punkt)\)?|[.,]) ?"
_ENDING = r"(?:nl|com|be|net|org|eu|de|info)\b"
_AT = r"(?:at|ape[nr]?staart(?:je)?)"
_PART = r"[\w-]{1,40}"
# "truus punt bakker at ziggo punt nl"
_SPOKEN = (
    rf"\b{_PART}(?:(?: (?:punt|dot|streepje|underscore) |\.){_PART}){{0,4}}"
    rf"\s{_AT} {_PART}(?:(?: (?:punt|dot) |\.){_PART}){{0,2}}(?:{_DOT}){_ENDING}"
)
_SIGN = r"[^\s@]{0,99} ?(?:@|\(at\)|\bape[nr]?staartje\b)"
# "truusbakker gmail.com"
_PROVIDER = (
    r"(?:gmail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|planet|xs4all|hetnet"
    r"|casema|upcmail|chello|protonmail|msn|quicknet|telfort|solcon)"
)
_E_MAIL = (
    rf"{_SPOKEN}|{_SIGN} ?\S+(?: ?\. ?{_ENDING})?"
    rf"|[^\s@]{{1,99}}@|(?:\b{_PART}[ .])?\b{_PROVIDER}[.,]{_ENDING}"
)

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_FOREIGN_MONTH = (
    r"(?:jan|f[eé][bv]|mar[csz]|mär|a[pvb]r|ma[iyj]|jui|ju[nl]|a[ugo][ou]|sep"
    r"|o[ck]t|nov|d[eéi][cz])[^\W\d_]{0,7}\.?"
)
_DAY = r"\d{1,2}(?:ste|de|e)?"
_DAY_OR_WORD = rf"(?:{_DAY}|\b{NUMBER}(?:ste|de)?)"
_TO = r"[\s.,-]{0,2}"
_DATE = (
    r"(?<!\d)(?<!\d[ ./-])(?:"
    rf"{_DAY} ?[-/.] ?\d{{1,2}} ?[-/.] ?(?:\d{{4}}|\d{{2}})"
    r"|\d{1,2} \d{1,2} (?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    rf"|{_DAY_OR_WORD}{_TO}{_MONTH}{_TO}(?:\d{{4}}|'?\d{{2}}|{YEAR}\b|{TENS}\b)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.)? (?:of |de )?{_FOREIGN_MONTH},? (?:del? )?"
    r"(?:19|20)\d\d|\d{1,2} [^\W\d_]{3,12} 19\d\d"
    rf"|\b{_FOREIGN_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    rf"|\b{_MONTH}{_TO}19\d\d|\b{YEAR}\b"
    r")(?![ ./-]{0,2}\d)"
)

# "Lange Nieuwstraat", "Burgemeester van der Meerstraat"
_BEFORE_STREET = (
    r"(?:(?-i:[A-Z\u00c0-\u00de])[\w.'\u2019]{0,30}"
    r"(?:[ -](?:van|de|den|der|het|ten|ter|'?t)){0,3}[ -]){0,3}"
)
_STREET = (
    rf"(?:{_BEFORE_STREET}\w{{2,}}(?:st?raat|str\b\.?|laan|weg|plein|kade|gracht|singel"
    r"|dijk|hof|pad|steeg|dreef|plantsoen|park|burg|veld|wal|akker|weide|oever|haven)"
    r"|\w{2,} (?:straat|laan|plein|gracht|kade|voorhout)|boulevard)"
)
_NO_HOUSE = (
    r"(?! ?(?:jaar|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|uur|uren|minuten|keer|maal|km"
    r"|meter|kilometer|euro|mensen|personen|cli[eë]nten|bewoners|kamers|huizen)\b)"
)
_HOUSE_NUMBER = r"\d{1,4}(?!\d)(?:[ -]?[a-z]\b)?(?: ?bis\b|-\d{1,3}\b)?"
_HOUSE = (
    rf",? (?:(?:nr\.? ?|nummer )?{_HOUSE_NUMBER}{_NO_HOUSE}|(?:nr|nummer) {NUMBER}\b)"
)
# What stands after a number or a year, in small letters; "3512 EN" is a postcode.
_ORDINARY_PAIR = (
    "aan al am an as bv cm cz de ex er eu en ff ga ha ik in is ja je ka kg km ma md me"
    " mg ml mm na nl nu of om op or ou ov pa pj pk pm po te tm to tv uu vd ve we ws zo"
    " ze"
)
_PAIR = "|".join(_ORDINARY_PAIR.split())
_POSTCODE = (
    rf"[1-9]\d{{3}}(?:[a-z]{{2}}|[ .-](?!(?-i:{_PAIR})\b)"
    rf"(?!(?:(?<=19\d\d.)|(?<=20\d\d.))(?:{_PAIR})\b)"
    rf"[a-z]{{2}})(?:\b(?:{_HOUSE})?|\d{{1,4}}[a-z]?\b)"
)
# Whatever stands before it: "Postbus 12345 3500 XX", but not "12345 6782 en".
SURE_POSTCODE = rf"[1-9]\d{{3}} ?(?!(?:{_PAIR})\b)[a-z]{{2}}\b"
_ADDRESS = rf"\b(?:{_STREET}{_HOUSE}|{_POSTCODE}|postbus:? \d+)"

_GAP = r"[\s./*_\u2010-\u2015-]"
_ACCOUNT = (
    rf"\b[a-z]{{2}}(?:\d{{2}}(?:{_GAP}?[a-z]{{4}})?|{_GAP}\d{{2}}{_GAP}?[a-z]{{4}})"
    rf"(?:{_GAP}?\d){{8,}}"
)
_LINK = rf"(?:https?://|www\.)\S+|\b[\w-]{{1,60}}\.{_ENDING}/\S+"

# In this order: an address would hide in a link, a date in an account number.
KINDS = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in (
        ("link", _LINK),
        ("e-mail", _E_MAIL),
        ("rekening", _ACCOUNT),
        ("adres", _ADDRESS),
        ("datum", _DATE),
    )
}

_BORN = (
    r"(\b(?:geboren|geb\.?|geboorte(?:datum|jaar|dag)|bouwjaar|jarig|verjaardag|born"
    r"|née?)(?:[ :]+(?:is|op|in|den|on|le))*[ :]+)"
    rf"(?:{_DAY_OR_WORD} ?(?:{_MONTH}|[-/.] ?\d{{1,2}}\b)|\d\d? \d\d? \d{{2,4}}\b"
    r"|'?\d{2,4}\b)"
)
_FROM_YEAR = r"(\b(?:van|uit) )19\d\d\b"
_LIVES_AT = (
    r"(\b(?:woont?|wonen|woonachtig|woonde)\b[^.!?\d]{0,25}?\b(?:op|aan) )"
    r"(?:(?!(?:sinds|in|al|met|van|vanaf|en|tot|voor|haar|zijn|mijn)\b)[^\W\d_]+ ){1,3}"
    rf"(?!(?:19|20)\d\d){_HOUSE_NUMBER}\b{_NO_HOUSE}"
)
_POSTCODE_SAID = r"(\bpostcode(?: is)?[ :]+)[1-9]\d{3}\b"
_NUMBERED = (
    r"(?:polis|verzekerings?|verzekerden|klant|relatie|cli[eë]nt(?:en)?|dossier"
    r"|zaak|lid(?:maatschaps)?|leden|pati[eë]nt(?:en)?|registratie|referentie"
    r"|indicatie|besluit|aanvraag|contract|inschrijf|rekening|paspoort|rijbewijs|id"
    r"|document|v|kaart)"
)
# It can have letters: "polisnr. ab12345", "klantnummer: 123ABC".
_CODE = (
    r"(?:[a-z]{1,4}[.-]?|(?-i:[A-Z]{1,4}) )?\d[\da-z]*"
    r"(?:[./-][\da-z]+| \d[\da-z]*)*"
)
_CUSTOMER = (
    rf"(\b(?:{_NUMBERED}[ -]?(?:num+e?r|nr)\b\.?|kenmerk)(?:[ :=]+is)?[ :=]+){_CODE}"
)
_BSN = (
    r"(\b(?:bsn|(?:burgerservice|sofi)(?: ?num+e?r)?)(?:-?(?:num+e?r|nr))?\.?"
    r"(?:[\s:=]+is)?[\s:=]+)\d(?:(?:\W{0,3}|_)\d){3,}"
)
_POLICY = (
    r"(\b(?:polis|dossier)(?: is)?[ :=]+(?!(?:19|20)\d\d\b))(?=[a-z]{0,4}[.-]?\d{4})"
    rf"{_CODE}"
)
# Of these the first group stays.
BSN_SAID = re.compile(_BSN, re.IGNORECASE)
SAID = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (_BORN, "datum"),
        (_FROM_YEAR, "datum"),
        (_LIVES_AT, "adres"),
        (_POSTCODE_SAID, "adres"),
        (_BSN, "bsn"),
        (_CUSTOMER, "nummer"),
        (_POLICY, "nummer"),
    )
)
