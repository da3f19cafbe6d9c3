/** Words of the class hour on the projector: talk, second vote, who moved, the boards about the class, and teams. */
import { bilingual } from "./bilingual";

const SMALL_NL = ["Niemand", "Eén mens", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht", "Negen", "Tien", "Elf", "Twaalf", "Dertien"];
const SMALL_EN = ["Nobody", "One person", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen"];
const CARDINALS_NL = ["geen", "één", "twee", "drie", "vier"];
const CARDINALS_EN = ["no", "one", "two", "three", "four"];
const people = (numbers: readonly string[], count: number, word: string): string =>
  count < 2 ? (numbers[count] ?? "") : `${numbers[count] ?? count} ${word}`;

export const hourWords = bilingual(
  {
    // talk
    findSomebody: "Zoek iemand die iets anders koos",
    talkAbout: (axes: readonly string[]) => `Over ${new Intl.ListFormat("nl").format(axes)}`,
    talkOne: "Wat koos jij?",
    talkTwo: "Welk woord in het verhaal wijst erop?",
    talkThree: "Wat zou er in het verhaal moeten staan om je om te praten?",
    talk: "Praat",

    // a second vote, a trial, an earlier card
    secondVote: (axes: number) =>
      axes === 1 ? "Tweede stem: kies opnieuw één antwoord" : `Tweede stem: kies opnieuw op ${CARDINALS_NL[axes] ?? axes} assen`,
    secondVoteShort: "Tweede stem: kies opnieuw",
    secondClosed: "De tweede stem is dicht",
    trial: "Proefkaart",
    trialLine: (line: string) => `Proefkaart, geen punten. ${line}`,
    earlier: "Eerder gespeeld",

    // who moved
    moved: (count: number) => `${people(SMALL_NL, count, "mensen")} ${count < 2 ? "veranderde" : "veranderden"} van keuze`,
    movedRight: (count: number) =>
      `${people(SMALL_NL, count, "mensen")} ${count < 2 ? "kwam" : "kwamen"} anders uit`,
    whoMoved: "Wie veranderde van keuze?",
    nobodyTwice: "Niemand stemde twee keer",
    firstStands: "Wie niet opnieuw kiest, blijft bij de eerste stem",
    beforeAndAfter: (axis: string) => `${axis}, voor en na het praten`,
    firstVote: "Eerste stem",
    afterTalking: "Na het praten",
    onTheKey: "op de sleutel",
    onAKey: "op een sleutel",
    whollyRight: "helemaal goed",
    toTheKey: (count: number) => `${count} naar de sleutel`,
    toRight: (count: number) => `${count} naar goed`,
    stayed: (count: number) => `${count} ${count === 1 ? "bleef" : "bleven"}`,
    away: (count: number) => `${count} ervan weg`,
    otherChanges: (count: number) => `${count} ${count === 1 ? "andere overstap" : "andere overstappen"}`,
    right: "Goed",
    almost: "Bijna",
    wrong: "Iets anders",
    movedFromTo: (count: number, from: string, to: string) =>
      from === to ? `${from}: ${count} ${count === 1 ? "bleef" : "bleven"}` : `van ${from} naar ${to}: ${count}`,
    shareRight: (before: string, after: string) => `Eerst ${before} goed, na het praten ${after}.`,

    // how sure
    certainRight: (times: number, of: number) =>
      times === of ? "Wist je het zeker, dan had je het altijd goed" : `Wist je het zeker, dan had je ${times} van de ${of} keer gelijk`,
    moreCertainThanRight: "Je was zekerder dan je gelijk had",
    tooFewToSay: "Te weinig antwoorden om iets te zeggen",
    howSure: "Hoe zeker was je, en klopte dat?",
    answersAndHigher: (answers: number) =>
      `${answers} antwoorden. Hoe hoger de trede, hoe vaker goed. Kaarten met twee sleutels tellen niet mee.`,
    answersAndHigherShort: (answers: number) => `${answers} antwoorden, zonder kaarten met twee sleutels`,
    guess: "Gok",
    fairly_sure: "Vrij zeker",
    certain: "Zeker",
    answers: (count: number) => (count === 1 ? "1 antwoord" : `${count} antwoorden`),
    tooFew: "te weinig",
    paysFrom: (share: string) => `loont vanaf ${share}`,
    tenAnswers: "Eén figuur is tien antwoorden",
    certainWrong: (count: number) => `${count} keer zeker en mis`,
    noCertainWrong: "Nooit zeker en mis",
    ofThose: (count: number) => `${count} daarvan ${count === 1 ? "zei" : "zeiden"}`,
    surpriseStays: "Wat je verrast, onthoud je.",
    guessesKnow: (share: string) => `Zelfs van je gokken was ${share} goed. Je weet meer dan je denkt.`,
    guessesAre: (share: string) => `Van je gokken was ${share} goed. Een gok is een begin.`,

    // mixed up
    pairsMixed: (count: number) =>
      count === 1 ? "Eén paar haal je nog door elkaar" : `${count === 2 ? "Twee" : "Drie"} paren die je nog door elkaar haalt`,
    askYourself: "Eerste stem, alle kaarten. Stel jezelf de vraag die eronder staat.",
    askYourselfShort: "Eerste stem, alle kaarten",
    nothingMixed: "Niets werd vaker dan twee keer verward",
    nothingMixedWhy: "Je houdt alle paren uit elkaar. De moeilijke komen vast nog.",
    insteadOf: "in plaats van",
    outOf: (count: number, of: number) => `${count} van de ${of}`,
    rowsAndColumns: "Rij: sleutel, kolom: jullie",
    onKey: "op de sleutel",
    mostMixed: "het vaakst verward",
    matrixTitle: (axis: string) => `${axis}: wat stond waar?`,
    matrixCell: (count: number, key: string, pick: string) => `sleutel ${key}, gekozen ${pick}: ${count}`,
    keyOf: (label: string) => `sleutel ${label}`,

    // teams
    teamLeads: (name: string, by: string) => (by === "" ? `${name} voorop` : `${name}: ${by} voor`),
    teamsLevel: (names: readonly string[]) => `${new Intl.ListFormat("nl").format(names)} staan even hoog`,
    teamsAllLevel: "Alle teams staan even hoog",
    manyLevel: (count: number) => `${count} teams staan samen voorop`,
    teamsStart: "De teams staan klaar",
    halfPoint: "een half punt",
    ofPoints: (text: string) => `${text} ${text === "1" ? "punt" : "punten"}`,
    teamIsMean: "De trede van een team is zijn gemiddelde: een klein team telt evenveel als een groot",
    teamIsMeanShort: "De trede van een team is zijn gemiddelde",
    inFront: "voorop",
    members: (count: number) => (count === 1 ? "1 mens" : `${count} mensen`),
    noMembers: "nog niemand",
    onlyMembers: (count: number) => (count === 1 ? "maar 1 mens" : `maar ${count} mensen`),
    team: "Team",
    mean: "Gemiddelde",
    onAverage: (text: string) => `gemiddeld ${text}`,

    // the end
    mostImproved: "Het verst geklommen",
    improvedBy: (tenths: string) => `van elke tien ${tenths} meer goed in de tweede helft`,
    bestCalibrated: "De beste zelfkennis",
    calibratedBy: (share: string) => `zekerheid en gelijk scheelden ${share}`,
    endOfDeck: "Alle kaarten zijn gespeeld",
    noPoints: "Er werden geen punten geteld. Wat je meeneemt, is het gesprek.",

    // the way in
    joinNow: "Kom erbij",

    // sound
    soundOn: "Geluid aan. S zet het uit.",
    soundOff: "Geluid uit. S zet het aan.",
    soundBlocked: "De browser laat nog geen geluid toe. Druk nog eens op S.",
  },
  {
    findSomebody: "Find somebody who chose otherwise",
    talkAbout: (axes) => `About ${new Intl.ListFormat("en-GB").format(axes)}`,
    talkOne: "What did you choose?",
    talkTwo: "Which word in the story points to it?",
    talkThree: "What would the story have to say to change your mind?",
    talk: "Talk",

    secondVote: (axes) =>
      axes === 1 ? "Second vote: choose one answer again" : `Second vote: choose again on ${CARDINALS_EN[axes] ?? axes} axes`,
    secondVoteShort: "Second vote: choose again",
    secondClosed: "The second vote is closed",
    trial: "Trial card",
    trialLine: (line) => `Trial card, no points. ${line}`,
    earlier: "Played earlier",

    moved: (count) => `${people(SMALL_EN, count, "people")} changed their ${count < 2 ? "mind" : "minds"}`,
    movedRight: (count) => `${people(SMALL_EN, count, "people")} ended up elsewhere`,
    whoMoved: "Who changed their mind?",
    nobodyTwice: "Nobody voted twice",
    firstStands: "Who does not choose again stands by the first vote",
    beforeAndAfter: (axis) => `${axis}, before and after you talked`,
    firstVote: "First vote",
    afterTalking: "After talking",
    onTheKey: "on the key",
    onAKey: "on a key",
    whollyRight: "wholly right",
    toTheKey: (count) => `${count} to the key`,
    toRight: (count) => `${count} to right`,
    stayed: (count) => `${count} stayed`,
    away: (count) => `${count} away`,
    otherChanges: (count) => `${count} other ${count === 1 ? "change" : "changes"}`,
    right: "Right",
    almost: "Almost",
    wrong: "Something else",
    movedFromTo: (count, from, to) => (from === to ? `${from}: ${count} stayed` : `from ${from} to ${to}: ${count}`),
    shareRight: (before, after) => `${before} right at first, ${after} after talking.`,

    certainRight: (times, of) =>
      times === of ? "When you were certain, you were always right" : `When you were certain, you were right ${times} times in ${of}`,
    moreCertainThanRight: "You were more certain than right",
    tooFewToSay: "Too few answers to tell",
    howSure: "How sure were you, and were you right?",
    answersAndHigher: (answers) =>
      `${answers} answers. The higher the step, the more often right. Cards with two keys are left out.`,
    answersAndHigherShort: (answers) => `${answers} answers, without cards with two keys`,
    guess: "Guess",
    fairly_sure: "Fairly sure",
    certain: "Certain",
    answers: (count) => (count === 1 ? "1 answer" : `${count} answers`),
    tooFew: "too few",
    paysFrom: (share) => `pays from ${share}`,
    tenAnswers: "One figure is ten answers",
    certainWrong: (count) => (count === 1 ? "Once certain and wrong" : `${count} times certain and wrong`),
    noCertainWrong: "Never certain and wrong",
    ofThose: (count) => `${count} of those said`,
    surpriseStays: "What surprises you, you keep.",
    guessesKnow: (share) => `Even your guesses were right ${share} of the time. You know more than you think.`,
    guessesAre: (share) => `Of your guesses ${share} were right. A guess is a beginning.`,

    pairsMixed: (count) =>
      count === 1 ? "One pair you still mix up" : `${count === 2 ? "Two" : "Three"} pairs you still mix up`,
    askYourself: "First vote, all cards. Ask yourself the question below each.",
    askYourselfShort: "First vote, all cards",
    nothingMixed: "Nothing was mixed up more than twice",
    nothingMixedWhy: "You keep every pair apart. The hard ones are surely still to come.",
    insteadOf: "instead of",
    outOf: (count, of) => `${count} of ${of}`,
    rowsAndColumns: "Row: key, column: you",
    onKey: "on the key",
    mostMixed: "mixed up most",
    matrixTitle: (axis) => `${axis}: what was put where?`,
    matrixCell: (count, key, pick) => `key ${key}, chosen ${pick}: ${count}`,
    keyOf: (label) => `key ${label}`,

    teamLeads: (name, by) => (by === "" ? `${name} in front` : `${name}: ahead by ${by}`),
    teamsLevel: (names) => `${new Intl.ListFormat("en-GB").format(names)} stand equally high`,
    teamsAllLevel: "All teams stand equally high",
    manyLevel: (count) => `${count} teams are in front together`,
    teamsStart: "The teams are ready",
    halfPoint: "half a point",
    ofPoints: (text) => `${text} ${text === "1" ? "point" : "points"}`,
    teamIsMean: "A team’s step is its average, so a small team counts as much as a large one",
    teamIsMeanShort: "A team’s step is its average",
    inFront: "in front",
    members: (count) => (count === 1 ? "1 person" : `${count} people`),
    noMembers: "nobody yet",
    onlyMembers: (count) => (count === 1 ? "only 1 person" : `only ${count} people`),
    team: "Team",
    mean: "Average",
    onAverage: (text) => `${text} on average`,

    mostImproved: "Climbed furthest",
    improvedBy: (tenths) => `${tenths} more right in every ten, in the second half`,
    bestCalibrated: "Knew best what they knew",
    calibratedBy: (share) => `certainty and being right were ${share} apart`,
    endOfDeck: "All cards are played",
    noPoints: "No points were kept. What you take along is the talk.",

    joinNow: "Come and join",

    soundOn: "Sound on. S turns it off.",
    soundOff: "Sound off. S turns it on.",
    soundBlocked: "The browser does not allow sound yet. Press S once more.",
  },
);
