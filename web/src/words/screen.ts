/** Words of the projector, which the replay shows again. */
import { bilingual } from "./bilingual";
import { stopped } from "./format";

const SMALL_NL = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"];
const SMALL_EN = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];
const spelled = (numbers: readonly string[], count: number): string => numbers[count] ?? String(count);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const screenWords = bilingual(
  {
    title: "Trede op het scherm",

    // lobby
    onTheSquare: (count: number) => (count === 1 ? "mens op het plein" : "mensen op het plein"),
    squareIsEmpty: "Het plein is nog leeg",
    aimCamera: "Richt je camera hierop",
    orGoTo: "of ga naar",
    keyInCode: "en toets de code",
    doorIsShut: "De deur is even dicht: er kan nu niemand bij",
    others: (count: number) => (count === 1 ? "en 1 ander" : `en ${count} anderen`),
    justArrived: "Net aangekomen",
    newest: "net aangekomen",
    qrOf: (address: string) => `QR-code van ${address}`,

    // foot
    joinIn: "Meedoen:",
    code: "code",
    card: "Kaart",
    of: "van",

    // card
    whereStands: (person: string, axes: number) =>
      `Waar staat ${person}? Kies ${axes === 1 ? "één antwoord" : `op ${spelled(SMALL_NL, axes)} assen`}`,
    choose: (axes: number) => `Kies ${axes === 1 ? "één antwoord" : `op ${spelled(SMALL_NL, axes)} assen`}`,
    readFirstShort: "Lees eerst het verhaal",
    readFirst: (person: string) => `Waar staat ${person}? Lees eerst het verhaal`,
    answersClosed: "De antwoorden zijn dicht",
    answered: "antwoorden",
    opensIn: "antwoorden open over",
    timeUp: "Tijd om",

    // reveal
    keyIs: (label: string) => `Sleutel: ${label}`,
    key: "Sleutel",
    keyOfShare: (share: string) => `Sleutel: ${share} punt`,
    shareOfPoint: (share: string) => `${share} punt`,
    or: (labels: readonly string[]) => new Intl.ListFormat("nl", { type: "disjunction" }).format(labels),
    countOn: (count: number, label: string) => `${count} op ${stopped(label)}`,
    stoodOn: (count: number, votes: number, label: string) =>
      count === 0
        ? `Niemand stond op ${stopped(label)}`
        : count === votes
          ? `Iedereen stond op ${stopped(label)}`
          : `${count} van de ${votes} ${count === 1 ? "stond" : "stonden"} op ${stopped(label)}`,
    chose: (count: number, votes: number, label: string) =>
      count === 0
        ? `Niemand koos ${stopped(label)}`
        : count === votes
          ? `Iedereen koos ${stopped(label)}`
          : `${count} van de ${votes} ${count === 1 ? "koos" : "kozen"} ${stopped(label)}`,
    oneLower: (count: number) => `${count} ${count === 1 ? "stond" : "stonden"} één trede lager.`,
    oneHigher: (count: number) => `${count} ${count === 1 ? "stond" : "stonden"} één trede hoger.`,
    otherStood: (count: number, label: string) => `${count} ${count === 1 ? "stond" : "stonden"} op ${stopped(label)}`,
    otherChose: (count: number, label: string) => `${count} ${count === 1 ? "koos" : "kozen"} ${stopped(label)}`,
    both: (labels: readonly string[]) => new Intl.ListFormat("nl", { type: "conjunction" }).format(labels),
    built: (count: number, votes: number, labels: string) =>
      count === 0
        ? `Niemand bouwde deze stapel: ${stopped(labels)}`
        : count === votes
          ? `Iedereen bouwde deze stapel: ${stopped(labels)}`
          : `${count} van de ${votes} ${count === 1 ? "bouwde" : "bouwden"} deze stapel: ${stopped(labels)}`,
    choseExactly: (count: number, votes: number, keys: number, label: string) => {
      const key = keys === 1 ? `alleen ${label}` : `precies deze ${spelled(SMALL_NL, keys)}`;
      if (count === 0) return `Niemand koos ${stopped(key)}`;
      return count === votes ? `Iedereen koos ${stopped(key)}` : `${count} van de ${votes} ${count === 1 ? "koos" : "kozen"} ${stopped(key)}`;
    },
    otherSets: "andere keuzes",
    chosenTogether: "Samen gekozen",
    nobodyAnswered: "Niemand koos hier een antwoord.",
    tenEach: "Eén figuur is tien mensen",
    canBeDefended: (count: number) =>
      `${capital(spelled(SMALL_NL, count))} antwoorden zijn te verdedigen. Dat was de bedoeling.`,
    onGold: (count: number, votes: number, isFull: boolean) =>
      `Wie op goud stond, krijgt ${isFull ? "alle punten" : "punten"}. ${
        count === votes && count > 0
          ? "Iedereen stond er."
          : `${count} van de ${votes} ${count === 1 ? "stond" : "stonden"} er.`
      }`,
    people: "Mensen",
    judgement: "Sleutel",
    isKey: "ja",
    isNotKey: "nee",

    // leaderboard and podium
    whoStandsWhere: (card: number) => `Wie staat waar, na kaart ${card}`,
    topOf: (rows: number, players: number) =>
      players > rows ? `De bovenste ${spelled(SMALL_NL, rows)} van ${players}` : "Iedereen op zijn trede",
    nobodyStands: "Nog niemand heeft punten",
    placesUp: (count: number) => `${count} omhoog`,
    placesDown: (count: number) => `${count} omlaag`,
    points: (text: string) => `${text} ${text === "1" ? "punt" : "punten"}`,
    loafShared: (count: number) => `Het brood is voor deze ${count}`,
    noPodium: "Niemand stond vandaag op het plein",
    loafStays: "Het brood blijft vandaag in de bakkerij",
    noneScored: "Niemand haalde punten",
    andMore: (count: number) => `en ${count} meer`,

    // ended
    ended: "Het plein loopt leeg",
    endedWhy: "Je eigen sessie: wat koos je, en waar zat de valkuil?",
    mineTonight: "Je eigen sessie:",

    // the line, and what cannot be shown
    away: "Even geen verbinding. Dit beeld blijft staan en gaat vanzelf verder.",
    connecting: "Op weg naar het plein",
    connectingWhy: "Er is nog geen verbinding. Het wordt vanzelf opnieuw geprobeerd.",
    notFound: "Dit plein is er niet",
    notFoundWhy: "Open het scherm opnieuw vanaf de pagina van de docent.",
    refused: "Dit scherm mag er nu niet in",
  },
  {
    title: "Trede on the screen",

    onTheSquare: (count) => (count === 1 ? "person on the square" : "people on the square"),
    squareIsEmpty: "The square is still empty",
    aimCamera: "Point your camera here",
    orGoTo: "or go to",
    keyInCode: "and key in the code",
    doorIsShut: "The door is shut for a moment: nobody can join now",
    others: (count) => (count === 1 ? "and 1 other" : `and ${count} others`),
    justArrived: "Just arrived",
    newest: "just arrived",
    qrOf: (address) => `QR code of ${address}`,

    joinIn: "Join in:",
    code: "code",
    card: "Card",
    of: "of",

    whereStands: (person, axes) =>
      `Where does ${person} stand? Choose ${axes === 1 ? "one answer" : `on ${spelled(SMALL_EN, axes)} axes`}`,
    choose: (axes) => `Choose ${axes === 1 ? "one answer" : `on ${spelled(SMALL_EN, axes)} axes`}`,
    readFirstShort: "Read the story first",
    readFirst: (person) => `Where does ${person} stand? Read the story first`,
    answersClosed: "The answers are closed",
    answered: "answered",
    opensIn: "answers open in",
    timeUp: "Time is up",

    keyIs: (label) => `Key: ${label}`,
    key: "Key",
    keyOfShare: (share) => `Key: ${share} point`,
    shareOfPoint: (share) => `${share} point`,
    or: (labels) => new Intl.ListFormat("en-GB", { type: "disjunction" }).format(labels),
    countOn: (count, label) => `${count} on ${stopped(label)}`,
    stoodOn: (count, votes, label) =>
      count === 0
        ? `Nobody stood on ${stopped(label)}`
        : count === votes
          ? `Everybody stood on ${stopped(label)}`
          : `${count} of ${votes} stood on ${stopped(label)}`,
    chose: (count, votes, label) =>
      count === 0
        ? `Nobody chose ${stopped(label)}`
        : count === votes
          ? `Everybody chose ${stopped(label)}`
          : `${count} of ${votes} chose ${stopped(label)}`,
    oneLower: (count) => `${count} ${count === 1 ? "was" : "were"} one step below.`,
    oneHigher: (count) => `${count} ${count === 1 ? "was" : "were"} one step above.`,
    otherStood: (count, label) => `${count} stood on ${stopped(label)}`,
    otherChose: (count, label) => `${count} chose ${stopped(label)}`,
    both: (labels) => new Intl.ListFormat("en-GB", { type: "conjunction" }).format(labels),
    built: (count, votes, labels) =>
      count === 0
        ? `Nobody built this stack: ${stopped(labels)}`
        : count === votes
          ? `Everybody built this stack: ${stopped(labels)}`
          : `${count} of ${votes} built this stack: ${stopped(labels)}`,
    choseExactly: (count, votes, keys, label) => {
      const key = keys === 1 ? `only ${label}` : `exactly these ${spelled(SMALL_EN, keys)}`;
      if (count === 0) return `Nobody chose ${stopped(key)}`;
      return count === votes ? `Everybody chose ${stopped(key)}` : `${count} of ${votes} chose ${stopped(key)}`;
    },
    otherSets: "other choices",
    chosenTogether: "Chosen together",
    nobodyAnswered: "Nobody chose an answer here.",
    tenEach: "One figure is ten people",
    canBeDefended: (count) =>
      `${capital(spelled(SMALL_EN, count))} answers can be defended. That was the point.`,
    onGold: (count, votes, isFull) =>
      `Gold earns ${isFull ? "full points" : "points"}. ${
        count === votes && count > 0 ? "Everybody stood there." : `${count} of ${votes} stood there.`
      }`,
    people: "People",
    judgement: "Key",
    isKey: "yes",
    isNotKey: "no",

    whoStandsWhere: (card) => `Who stands where, after card ${card}`,
    topOf: (rows, players) =>
      players > rows ? `The top ${spelled(SMALL_EN, rows)} of ${players}` : "Everybody on their own step",
    nobodyStands: "Nobody has points yet",
    placesUp: (count) => `up ${count}`,
    placesDown: (count) => `down ${count}`,
    points: (text) => `${text} ${text === "1" ? "point" : "points"}`,
    loafShared: (count) => `The loaf is for these ${count}`,
    noPodium: "Nobody stood on the square today",
    loafStays: "The loaf stays in the bakery today",
    noneScored: "Nobody scored points",
    andMore: (count) => `and ${count} more`,

    ended: "The square empties",
    endedWhy: "Your own session: what did you choose, and where was the trap?",
    mineTonight: "Your own session:",

    away: "No connection for a moment. This picture stays and goes on by itself.",
    connecting: "On the way to the square",
    connectingWhy: "There is no connection yet. It is tried again by itself.",
    notFound: "This square is not there",
    notFoundWhy: "Open the screen again from the lecturer's page.",
    refused: "This screen cannot come in now",
  },
);
