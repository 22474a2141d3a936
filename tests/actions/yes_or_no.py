"""What clients type when yes or no is asked."""

# The question, the answer it means (None: it is asked again), and how it is typed.
YES_OR_NO = [
    (
        "indication",
        "yes",
        "ja; ja hoor; ja zzp 6; ja sinds vorig jaar; o ja die heb ik; "
        "ja die hebben we; die hebben we al; ja van het ciz",
    ),
    (
        "indication",
        "no",
        "nee; o nee dat heb ik niet; ach nee joh; nou nee; nee nee; "
        "nee ik denk het niet; nee nooit van gehoord; nee helaas niet; "
        "nee mijn moeder heeft dat niet; nee die is afgewezen; nee alleen wmo; "
        "nee ik heb nog niets aangevraagd; nee die moet nog aangevraagd worden; "
        "de indicatie moet nog aangevraagd worden; "
        "nee, die moet nog worden aangevraagd",
    ),
    (
        "indication",
        "applied",
        "nee nog niet, is aangevraagd; nee nog niet maar wel aangevraagd; "
        "nee die loopt nog; ja die is aangevraagd; nee maar wel aangevraagd; "
        "ik heb een wlz-indicatie aangevraagd; "
        "mijn moeder heeft een wlz-indicatie aangevraagd",
    ),
    (
        "indication",
        "unknown",
        "nee geen idee; nee dat weet ik niet",
    ),
    (
        "indication",
        None,
        "nee nog niet; nee, ja wel, sorry; ja denk ik, of nee toch niet; "
        "nee het ciz moet nog komen; nee we zijn nog bezig; nee ik snap het niet",
    ),
    (
        "under_18",
        "yes",
        "ja; ja hoor; ja hij is 17; nee hij is 16; ja 12 jaar; 16; "
        "nee hij is nog geen 18; nee nog niet 18; ja bijna 18; nee bijna 18; "
        "mijn zoon van 9; ja jonger dan 18; ja ze zijn 12 en 14; ja een kind; "
        "Hij is 16.; nee, hij is nu 15; 14 jaar oud; hij wordt volgende maand 18",
    ),
    (
        "under_18",
        "no",
        "nee; nee hoor; nee 20; nee joh ze is 79; nee 18 jaar; ze is 84; "
        "nee ze is bejaard; nee, boven de 18; nee niet jonger dan 18; "
        "nee, ze wordt 80; nee hoor allang niet meer; o nee veel ouder; "
        "Nee, ze is 84.; nee, ze is 84, dus nee; nee 73; hij wordt verzorgd en is 18",
    ),
    (
        "under_18",
        None,
        "ja 45; ja ik ben 45; nee hij is geen 16 meer; hij is 16 en zij is 20; "
        "nee ik snap het niet; nee het is ingewikkelder dan dat; "
        "nee, ze heeft zzp 5; nee, hij heeft 2 kinderen; hij is 3 keer gevallen; "
        "nee, hij woont al 3 jaar in een tehuis",
    ),
    (
        "safe_at_home",
        "yes",
        "ja; ja hoor dat gaat best; ja als mijn dochter er is; oh ja hoor; "
        "ja geen probleem; ja zonder problemen; ja veilig wel; ja dat valt mee; "
        "eh ja; ja met thuiszorg wel",
    ),
    (
        "safe_at_home",
        "no",
        "nee; nee helaas; nee ze valt snachts; nee s nachts niet; "
        "nee hij loopt steeds weg; nee dat is te gevaarlijk; nee niet meer; "
        "nee dat gaat echt niet meer; nee dat valt niet mee; nee ben ik bang; "
        "nou nee, dat gaat niet; "
        "nee, thuis gaat het niet meer; nee ze moet naar een verpleeghuis",
    ),
    (
        "safe_at_home",
        None,
        "nee hoor geen problemen, gaat prima; nee nee gaat prima; nee hoor prima; "
        "nee, is geen probleem hoor, ik woon ernaast; nee ik woon ernaast; "
        "nee die indicatie hebben we; nee mijn man is er altijd bij; "
        "nee ze is nooit alleen; nee hoor ze valt nooit; nee geen gevaar hoor; "
        "nee niks aan de hand; nee we willen geen tehuis; nee hoor wel veilig; "
        "ja maar ze valt wel eens; ja alleen overdag; ja, niet veilig; "
        "ja maar ze kan niet alleen zijn; "
        "ja overdag wel maar snachts niet; nee wacht, ja wel; nee dat valt mee",
    ),
    (
        "budget_keeping",
        "yes",
        "ja; ja hoor dat kan ik; ja met mijn dochter; ja dat lukt wel; "
        "mijn dochter doet de administratie; ja zonder moeite; "
        "mijn zoon is boekhouder; dat kan ik niet alleen",
    ),
    (
        "budget_keeping",
        "no",
        "nee; nee dat lukt niet; nee dat lukt mij niet; nee dat kan ik echt niet; "
        "ben niet zo goed met geld; nee daar ben ik slecht in; nee ik vergeet alles; "
        "nee veel te lastig; nee, zo'n budget beheren kunnen wij niet; o nee zeg; "
        "dat kunnen wij niet; nee dat wil ik niet",
    ),
    (
        "budget_keeping",
        None,
        "nee hoor dat is geen probleem; nee, geen enkel probleem; nee dat lukt best; "
        "nee daar heb ik geen moeite mee; nee dat vind ik niet erg; "
        "nee dat is niet moeilijk; nee maar mijn zoon wel; nee dat doet de bank; "
        "nee mijn man deed dat altijd; ja maar geld is lastig hoor",
    ),
    (
        "one_provider",
        "yes",
        "ja; ja graag; ja als dat kan; een organisatie; Eén organisatie graag; "
        "1 organisatie; ja alles van een; alles bij 1 organisatie graag; "
        "ja dat is makkelijker; ja dat lijkt me het makkelijkst",
    ),
    (
        "one_provider",
        "no",
        "nee; nee hoor; nee liever niet; nee dat hoeft niet; nee dank u; "
        "nee verschillende; nee liever los; nee losse onderdelen; nee meerdere; "
        "nee niet alles van één organisatie; verschillende organisaties",
    ),
    (
        "one_provider",
        "unknown",
        "nee geen voorkeur; nee hoor maakt me niet uit; maakt niet uit",
    ),
    (
        "one_provider",
        None,
        "nee ik heb al thuiszorg; nee hoor dat is prima; ja liever niet; "
        "nee ik begrijp het niet",
    ),
]
