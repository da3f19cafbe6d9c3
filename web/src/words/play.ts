/** Words that the student's phone needs from the start: to come in, to wait, and where the line or a part of the page is away. */
import { bilingual } from "./bilingual";

export const playWords = bilingual(
  {
    // joining
    joinTitle: "Kom erbij",
    joinLead: "De code staat op het scherm in de zaal.",
    code: "Code",
    name: "Naam",
    nameSeen: "zoals de zaal die ziet",
    otherNames: "Andere namen",
    namesOffLead: "Hier kies je een van deze namen.",
    otherThree: "Drie andere namen",
    nameFirst: "Kies eerst een naam.",
    nameJustGone: "Die naam is net weg. Kies een van deze.",
    noneFree: "Er is nu geen naam vrij. Vraag er opnieuw om.",
    offered: "Of neem een van deze namen",
    enter: "Het plein op",
    entering: "Een ogenblik",
    noAccount: "Geen account nodig.",
    codeTooShort: "De code heeft zes cijfers. Vul aan wat nog ontbreekt.",
    joinsDeck: (title: string) => `Je komt bij: ${title}`,
    offline: "Geen verbinding met de server. Kijk of je wifi aanstaat; we proberen het zo weer.",
    blocked: "Dit netwerk laat de live verbinding niet door. Probeer mobiele data of een ander netwerk.",

    // lobby
    onTheSquare: (name: string) => `Je staat op het plein, ${name}`,
    lookUp: "Kijk naar het grote scherm: zo begint het.",
    howItGoes: "Zo gaat het",
    howRead: "Lees een kort verhaal",
    howChoose: "Kies de plek van de klant",
    howChange: "Bedenk je gerust tot de tijd om is",
    otherCode: "Andere code",
    yourTeam: "Je team",
    teamNotChanged: "Je staat nog in je oude team. Probeer het nog eens.",

    // the line
    lookingForNetwork: "We zoeken het netwerk",
    seatKept: "Je plek en je punten blijven bewaard.",
    back: "Je bent weer verbonden.",
    lookingForRoom: "Je plein wordt opgezocht",
    tryNow: "Probeer nu",

    // parts of the page that come later
    screenComing: "Het volgende scherm komt eraan",
    partComing: "De knoppen voor deze vraag komen eraan.",
    partFailed: "Dit deel van de pagina komt nog niet door. We blijven het proberen; wat je koos, blijft bewaard.",

    // out of the room
    removedTitle: "Je bent even van het plein af",
    removedLead:
      "De docent heeft je uit de ronde gehaald. Vaak is dat om een naam. Steek je hand op: je kunt terug, met je punten.",
    roomGoneTitle: "Dit plein is er niet meer",
    noEntryTitle: "Je komt er nu niet in",
    toJoin: "Vul een code in",

    // everywhere
    noPick: "Niets gekozen",
  },
  {
    joinTitle: "Come and join",
    joinLead: "The code is on the screen in the hall.",
    code: "Code",
    name: "Name",
    nameSeen: "as the hall sees it",
    otherNames: "Other names",
    namesOffLead: "Here you take one of these names.",
    otherThree: "Three other names",
    nameFirst: "Choose a name first.",
    nameJustGone: "That name has just gone. Take one of these.",
    noneFree: "No name is free right now. Ask again.",
    offered: "Or take one of these names",
    enter: "Onto the square",
    entering: "One moment",
    noAccount: "No account needed.",
    codeTooShort: "The code has six digits. Fill in what is missing.",
    joinsDeck: (title) => `You are joining: ${title}`,
    offline: "No line to the server. See whether your Wi-Fi is on; we try again in a moment.",
    blocked: "This network lets no live connection through. Try mobile data or another network.",

    onTheSquare: (name) => `You are on the square, ${name}`,
    lookUp: "Look at the big screen: it starts in a moment.",
    howItGoes: "How it goes",
    howRead: "Read a short story",
    howChoose: "Choose the customer’s place",
    howChange: "Change your mind until time is up",
    otherCode: "Other code",
    yourTeam: "Your team",
    teamNotChanged: "You are still in your old team. Try once more.",

    lookingForNetwork: "Looking for the network",
    seatKept: "Your seat and your points are kept.",
    back: "You are back.",
    lookingForRoom: "Looking for your square",
    tryNow: "Try now",

    screenComing: "The next screen is on its way",
    partComing: "The buttons for this question are on their way.",
    partFailed: "This part of the page does not get through yet. We keep trying; what you chose is kept.",

    removedTitle: "You are off the square for now",
    removedLead:
      "The lecturer took you out of the round. Often that is about a name. Raise your hand: you can come back, with your points.",
    roomGoneTitle: "This square is no longer there",
    noEntryTitle: "You cannot come in now",
    toJoin: "Fill in a code",

    noPick: "Nothing chosen",
  },
);
