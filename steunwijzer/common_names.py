"""Names that are common in the Netherlands, so that one is known without a capital.

Where a name is an ordinary word as well ("bos", "wit"), Mask asks for more than this.
Names that are a usual slip or a usual word ("an", "ben", "door", "wil") are left out.
"""

COMMON_NAMES = frozenset(
    """
    aad aart abdel abdul abdullah abdullahi abena achmed adam adriaan agnes agnieszka
    ahmed aisha albertje aleid ali alida alie amal amber amina amir amira andre andrea
    angela anil anita anja anke ankie anna anne anneke annelies annemarie annemiek
    annette annie anouk ans antje antoinette anton antoon arend arie arjan arno arnold
    astrid aukje ayoub ayse barbara bart bas beatrix bep bernard bert berta bertus betsy
    bianca bilal bob bouke brahim bram brigitte britt bruno carel carin carla carlo
    carmen caroline catharina cees cemal chantal charlotte chris christiaan christine
    cindy cobie coby coen colin conny cor cora corien corrie daan damian daniel danny
    daphne dave david debbie denise dennis derya desiree devi dewi diana dick dieneke
    dilara diny dirk dolf douwe driss edith edwin eefje eelco egbert elif eline
    elisabeth elise ella ellen elly els elsbeth emiel emine emma emmy emre eric erik
    erna ernst erwin esmee esther eva evelien evert evi ezra fadime faduma farid farida
    fatiha fatima fatma fay femke fenna fenne ferdinand fien finn fleur floor floris
    fokje francien francisca frank fred frederik freek frits froukje gea geert geertje
    geertruida gerard gerben gerco gerda gerrie gerrit gert gerty gijs gijsbert giovanni
    gitta gonda greet greetje greta grietje guido gulsen gusta guus guusje hamid hamza
    hanna hannah hanneke hannie hans harm harmen harmke harold harrie harry hassan
    hatice heidi heleen helena helma hendrik hendrika henk hennie henny herman hetty
    hidde hilda hilde hilly hugo huib huseyin ibrahim ida igor ilona ilse imane ineke
    inez inge ingrid irene iris isa isabel isabella ismail ivo jaap jacob jacoba
    jacqueline jaimy jamal jamila jan janine janna janneke jannes jannie jansje jantien
    janus jarno jasmijn jasper jayden jeanette jeannette jeffrey jelle jenny jeremy
    jeroen jessica joachim joanna johan johanna johannes john johnny joke jolanda jolien
    jolijn joop joost jopie jordy jorien joris jorn jos josephine judith julia julian
    juliana jurgen jurre justin karel karim karin karlijn katja kayleigh kees kelly
    ketut kevin khadija khalid kim kitty klaas klazina koen krijn kwame laila lammert
    lars latifa laura laurens leen leendert lena leni lennart leo leonie levi lia liam
    lida lieke lien lies liesbeth lina linda lisa lisette loek loes lorena lotte louis
    louise lourens luca lucas lucia lucy ludo luna luuk lynn maaike maarten magda mahad
    malika manfred manon marc marcel marga margot margriet maria mariam marian marianne
    marie marieke marietje marijke marina marion mariska marit marja marjan marjo
    marjolein marleen marlies marloes marten martha martijn martin martina martine
    mathilde mats matthijs mattijs maud maurits mees mehmet mehtap melanie merel merve
    meryem mia michael michel mick mieke miep mies miguel mike milan milou ming mira
    miranda mirella mirjam mitchell mohamad mohamed mohammed monica moniek monique
    mounir mourad moustafa murat mustafa myrthe nadia naima najat najib nancy natalie
    natasha natasja nathalie nazli nel nelleke nellie nelly nick nico nicole niek niels
    nienke nina noa noah noor nora nordin nouri nynke odette olga omar onno oscar osman
    otto oumaima pascal patricia patrick paul paula paulien peggy pepijn peter petra pia
    pien pierre piet pieter pietje pim piotr priya puck quinten rachel rachid rachida
    raf ralf ramon rashid ravi rayan redouan reinier remco renate rene rens renske ria
    rianne richard rie rienk rik rinus rita rob robbert robert robin roel roelfien
    roelie roelof roland rolf romy ronald ronnie ronny roos rosa rosalie ruben rudolf
    rutger ruth ruud said saida salim salma sami samir samira samuel sander sandra sanne
    sara sarina saskia savas sebastiaan sefa selim selma sema sevda shanti shirley
    siebren sientje sietse sietske sijtje silvia simon simona simone siska sjaak sjaan
    sjef sjoerd sjoukje sofia sofie sonja soraya souad soufiane stefan stella stephan
    stien stijn suzanne sven svetlana sylvia tahir tamara tanja tess tessa teun teunis
    thea theo theodora thijmen thijs thomas tim tina tineke tjalling tjeerd tjitske
    tobias tom tonnie tonny toos trees trijntje trudy truus tygo ursula valentijn
    vanessa veerle vera veronica victor viktor vincent wanda wayan wendy wesley wessel
    wiebe wietse wietske wijnand willeke willem willemien willemijn willie wilma wim
    wobbe wouter wouterina xander xiao yara yasin yasmin yasmina yolanda younes youssef
    ype yuri yusuf yvette yvonne zahra zainab zehra zeynep zoe zofia zohra zwaantje

    aarts abdi acar akkerman amin amrani arslan aydin baars bakker beckers beek benali
    berg berkhout blokland blom boer boersen boersma bos bosch bosma bosman bouma
    bouwman bouzidi brink brinkman brouwer brugman bruijn bruin buijs buitenhuis burg
    celik chaoui chen claassen cohen coppens cornelissen cox daalen dam dekker demir
    dijk dijkman dijkstra dogan donkers driessen drost duivenvoorden eijk eilander
    elzinga ensink evers faber farah franken geerts gelder gerritsen goossens graaf
    groen groot gupta haan haas haddou hamers heemskerk heijden hendriks hendrix hermans
    hermsen heuvel heuvelmans hoekstra hofman hofstra hoogendoorn hoogeveen houtman
    huang huisman jacobs jansen janssen janssens jongh jonker jonkers kamphuis kaya khan
    klaassen knol kocak kok kolk koning konings kooij koopman koster kowalska kramer
    kroon kuijpers kuiper kuipers kurt laan laarhoven lamers lammers langerak leeuw
    leeuwen linden liu lubbers maas maassen manders martens meijer meijerink meijers
    meulen meyer mohan mol molenaar mooij moor mulder nawrot nguyen nieuwenhuis
    nieuwenhuizen nijhuis nijland nowak ooms oosterbaan oosterhuis ozturk pauw peeters
    peters pietersen pietersma pinas ploeg pol polat postma prins prinsen pronk ramdin
    reijnders rensen ridder rietveld rijn roelofs romeijn rooij roos ruijter ruiter
    rutten sahin sanders schaap scheltema schipper schippers scholten schouten schroder
    schuurman singh sluis smeets smid smit smits snijder snijders spijker steenbergen
    stevens stolk tahiri tekin tekle terlouw terpstra thijssen timmer timmerman
    timmermans tran uijl veen veenstra velde velden verbeek verbruggen verburg verhoef
    verhoeven verkerk vermaas vermeer vermeulen versteeg vink visscher visser vliet
    vogel vos vreugdenhil vries vroom wagenaar walstra wang warsame werf wessels westra
    wiebenga wiersma wijnen willems willemsen wit wolf wolters wong wu yavuz yildiz
    yilmaz yilmazer zandstra zanten zhang zijlstra zuidema zwart
    """.split()  # noqa: SIM905 - one a line is a page
)
