/** Every Dutch sentence that the widget itself says; all others come from the server. */
export const strings = {
  launcher: "Stel uw vraag",
  title: "Vraag het aan Steunwijzer",
  close: "Sluit",
  call: "Bel",
  contact: "Openingstijden en e-mail",
  hours: "Telefonisch bereikbaar",
  closed: "Niet bereikbaar op",
  email: "E-mail",
  more: "Meer",
  larger: "Grotere letters",
  normal: "Gewone letters",
  letters: (percentage: number) => `De letters zijn nu ${percentage} procent.`,

  log: "Gesprek",
  you: "U:",
  assistant: "Steunwijzer:",
  newTab: "(opent in een nieuw tabblad)",
  typing: "Steunwijzer zoekt het op",
  reconnecting: "Geen verbinding. Ik probeer het opnieuw.",
  unreachable: (name: string) => `Er is nu geen verbinding. Bel ${name}: `,
  retry: "Probeer opnieuw",

  field: "Uw vraag",
  hint: "Enter verstuurt. Shift en Enter geeft een nieuwe regel.",
  send: "Verstuur",
  empty: "Typ eerst uw vraag.",
  tooLong: (many: number) =>
    `Uw vraag is te lang. Haal ${many} ${many === 1 ? "teken" : "tekens"} weg.`,
  forbidden:
    "Staat er een BSN of een rekeningnummer in uw vraag? Stuur dat niet. Wij hebben het niet nodig. Is het een telefoonnummer? Typ dat helemaal, met de nul vooraan.",
  notSent: "Deze vraag is nog niet verstuurd.",
  removeNumber: "Haal het nummer weg",
  removed: "[nummer]",
  sendAnyway: "Verstuur toch",

  copy: "Kopieer gesprek",
  print: "Print gesprek",
  mail: "Mail gesprek",
  erase: "Wis gesprek",
  copied: "Het gesprek is gekopieerd.",
  notCopied: "Kopiëren lukt niet. Kies Print gesprek.",
  notPrinted: "Printen lukt niet. Sta in uw browser nieuwe vensters toe.",
  mailed: "Uw mailprogramma gaat open.",
  tooLongToMail:
    "Het gesprek is gekopieerd, want het is lang. Plak het in de mail die nu opengaat.",
  pasteHere: "Plak hier het gesprek.",
  eraseAsked: "Wilt u het gesprek wissen?",
  eraseExplained:
    "Alles wat u hier ziet, gaat weg. Heeft u gevraagd om contact? Dat verzoek blijft staan. U kunt het eerst hier in het gesprek intrekken.",
  eraseYes: "Ja, wis het gesprek",
  eraseNo: "Nee, bewaar het",
  erasing: "Ik wis het gesprek.",
  erased: "Het gesprek is gewist.",
  erasedHere: (days: number) =>
    `Het gesprek is hier gewist. Bij ons lukt dat nog niet. Daar gaat het uiterlijk na ${days} ${days === 1 ? "dag" : "dagen"} vanzelf weg.`,

  transcript: (name: string) => `Gesprek met Steunwijzer van ${name}`,
  phone: (number: string) => `Telefoon: ${number}`,
};
