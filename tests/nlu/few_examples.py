"""Enough examples to train a small pipeline in a second, made for the tests."""

from evaluation.questions import Example

_EXAMPLES = {
    "ask_costs": """
wat kost een ondersteuner
wat kost dat
Wat kost het?
kost het geld
Is het gratis?
is die hulp gratis of niet
moet ik er iets voor betalen
Moet ik zelf iets betalen voor zo'n ondersteuner?
Mijn moeder is 84 en woont alleen. Wat kost zo'n ondersteuner?
Wat betaal ik per maand?
hoeveel moet mijn vader betalen
gaat het van mijn eigen bijdrage af
hoe duur is een ondersteuner
Wat kost dat? Ik dank u bij voorbaat.
Hoe duur is dat eigenlijk?
krijg ik later een rekening
zitten er kosten aan die hulp
wie betaalt de ondersteuner
Zijn er kosten aan verbonden voor mijn man?
ik wil graag weten wat het kost
Kunt u mij zeggen wat de kosten zijn?
wat is de prijs van een gesprek
Betaalt mijn moeder een bijdrage voor die hulp?
moeten wij daarvoor betalen
en wat kost het dan per uur
""",
    "ask_waiting_time": """
hoe lang moet ik wachten
Hoe lang duurt het voor er iemand komt?
hoe lang is de wachttijd
is er een wachtlijst
Is er een wachtlijst voor een ondersteuner?
wanneer komt er iemand
Wanneer kan de ondersteuner beginnen?
moet ik lang wachten
duurt het lang voor er iemand komt
Mijn vader heeft een indicatie. Hoe lang moet hij wachten?
hoeveel weken wachten we nog
Hoe snel komt er iemand langs?
hoe snel kan het beginnen
wij wachten al drie weken, wanneer komt er iemand
Hoe lang is de wachtlijst nu?
binnen hoeveel dagen komt de ondersteuner
staat mijn moeder op een wachtlijst
wat is de wachttijd op dit moment
ik wil graag weten hoe lang ik moet wachten
Kunt u mij zeggen hoe lang het wachten duurt?
zit er een wachttijd op
wanneer zijn wij aan de beurt
hoe lang nog tot er iemand komt
Wanneer kunnen we iemand verwachten?
""",
    "ask_insurer_reimbursement": """
vergoedt CZ dit
vergoedt CZ dat ook
en wat vergoedt VGZ voor dit
Vergoedt CZ een mantelzorgmakelaar?
wat vergoedt CZ
Wat vergoedt CZ voor een mantelzorgmakelaar?
krijg ik de mantelzorgmakelaar vergoed
Krijg ik dat vergoed van CZ?
ik zit bij CZ, krijg ik iets terug
zit het in het pakket van CZ
Zit een mantelzorgmakelaar in mijn aanvullende verzekering?
hoeveel vergoedt mijn verzekering
Hoeveel krijg ik terug van CZ?
hoeveel krijg ik terug van de verzekeraar
dekt mijn verzekering een mantelzorgmakelaar
wordt de mantelzorgmakelaar vergoed
Ik ben verzekerd bij CZ. Wat vergoeden zij?
vergoeden ze iets bij CZ
Wat geeft CZ voor een mantelzorgmakelaar?
en bij CZ, vergoeden die het
is er een vergoeding van CZ
welke vergoeding geeft mijn verzekeraar
krijg ik bij CZ een vergoeding voor de mantelzorgmakelaar
heb ik met CZ recht op vergoeding
valt het onder mijn polis
""",
    "crisis": """
ik wil niet meer verder
ik wil niet meer
het hoeft voor mij niet meer
ik kan het leven niet meer aan
Ik kan dit leven niet langer aan.
ik ben het leven zat
ik heb geen zin meer in het leven
het leven heeft geen zin meer voor mij
ik wil er een einde aan maken
ik wil dood
ik denk aan zelfmoord
Mijn zoon wil niet meer leven.
mijn man slaat mij
hij slaat mij elke dag en ik ben bang
Ik ben bang voor mijn man, hij doet mij pijn.
mijn zoon doet mij pijn
mijn moeder is gevallen en reageert niet meer
ze ademt niet meer
mijn vrouw krijgt opeens geen adem
mijn vader ligt op de grond en reageert niet
help hij bloedt heel erg
ik zie geen uitweg meer
niemand zal mij missen als ik er niet meer ben
ik doe mezelf iets aan
""",
    "thank": """
dank u wel
Dank u wel!
bedankt
bedankt voor de hulp
alvast bedankt
hartelijk dank
dank je
dankjewel hoor
heel erg bedankt
super bedankt
fijn, dank u
Bedankt voor de uitleg.
dat is duidelijk, dank u
heel fijn
mooi, bedankt
top
dank voor uw antwoord
geweldig bedankt
ontzettend bedankt voor alles
prima, dank u wel
thanks
dank voor de moeite
duidelijk, bedankt
u bent vriendelijk bedankt
""",
    "greet": """
hallo
hallo daar
goedemorgen
goedemorgen allemaal
goedemiddag
goedenavond samen
""",
    "goodbye": """
tot ziens
tot ziens dan
tot de volgende keer
dag hoor
doei
tot later
""",
    "affirm": """
ja
ja graag
jazeker
dat klopt
""",
    "deny": """
nee
nee hoor
liever niet
dat klopt niet
""",
    "start_over": """
opnieuw
opnieuw beginnen
terug naar het begin
begin maar opnieuw
""",
}
FEW_EXAMPLES = [
    Example(text, intent)
    for intent, texts in _EXAMPLES.items()
    for text in texts.strip().splitlines()
]
