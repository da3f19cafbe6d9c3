/** Words of the console about the rarer ways to answer: counts, keys and traps of each, and what slipped. */
import { bilingual } from "./bilingual";

export const hostKindWords = bilingual(
  {
    exactly: (share: string) => `${share} precies goed`,
    together: "Samen gekozen",
    others: (people: number) => (people === 1 ? "1 koos iets anders" : `${people} kozen iets anders`),
    setSpoken: (names: string, count: number, isKey: boolean) => `${names}: ${count}${isKey ? ", de sleutel" : ""}`,

    nearest: "Het dichtst bij",
    between: (count: number) => (count === 1 ? "1 staat ertussenin" : `${count} staan ertussenin`),
    planeSpoken: (taps: number, key: string) => `Vlak met ${taps} tikken; de sleutel is ${key}`,

    cameUpTo: "Zo ver ging het goed",
    allRight: "alles goed",
    firstWrong: "Meteen mis",
    brokeHere: "hier brak het",
    stepSpoken: (names: string, count: number, isTop: boolean) =>
      isTop ? `${names}, de laatste trede: ${count} hadden alles goed` : `tot en met ${names}: ${count}`,
    brokeSpoken: "Hier brak het bij de meesten.",

    goesWith: (item: string, option: string) => `${item}: daar hoort ${option} bij`,
    notPlaced: (count: number) => `${count} open gelaten`,

    arrived: (count: number) => (count === 0 ? "Nog geen antwoorden" : count === 1 ? "1 antwoord binnen" : `${count} antwoorden binnen`),
    lastArrived: "De laatste",
    groupLater: "Na het sluiten leg je hier bij elkaar wat op elkaar lijkt.",

    keyAndTraps: "Sleutel en valkuilen",
    onlyKey: "De sleutel",
    keyIs: (key: string) => `De sleutel: ${key}.`,
    canBeSaid: (answer: string) => `Zo kan het ook: “${answer}”`,
    tied: " of ",
    thenNext: ", dan ",
    pairIs: (item: string, option: string) => `${item}: ${option}`,
    putBefore: (first: string, second: string) => `${first} voor ${second}`,
    fellIn: (count: number) => `${count} ×`,
    fellInSpoken: (count: number) => (count === 1 ? "1 keer gekozen" : `${count} keer gekozen`),

    slipTitle: "Hier gleed het weg",
    ticked: (count: number, option: string, key: string) =>
      `${count} ${count === 1 ? "vinkte" : "vinkten"} ook ${option} aan; de sleutel is ${key}.`,
    missed: (count: number, option: string, key: string) => `${count} ${count === 1 ? "miste" : "misten"} ${option}; de sleutel is ${key}.`,
    near: (count: number, option: string, key: string) =>
      `${count} ${count === 1 ? "tikte" : "tikten"} het dichtst bij ${option}; de sleutel is ${key}.`,
    swapped: (count: number, first: string, second: string) => `${count} ${count === 1 ? "zette" : "zetten"} ${first} voor ${second}.`,
    brokeFirst: (count: number, first: string) => `${count} ${count === 1 ? "begon" : "begonnen"} niet met ${first}.`,
    brokeAfter: (count: number, after: string, next: string) => `Bij ${count} brak het na ${after}: daar hoort ${next} te komen.`,
    paired: (count: number, item: string, option: string, key: string) =>
      `${count} ${count === 1 ? "legde" : "legden"} ${option} bij ${item}; daar hoort ${key}.`,

    readWords: "Lees vast mee",
    readWordsWhy: "Na het sluiten leg je bij elkaar wat op elkaar lijkt.",
    groupFirst: "Leg bij elkaar wat op elkaar lijkt",
    groupFirstWhy: "Twee tot vier groepen lezen het best. Wat los blijft, mag los blijven.",
    quoteThen: "Kies per groep een citaat",
    quoteThenWhy: "Eén of twee zinnen van de klas zeggen meer dan de naam van de groep.",
    showGroups: "Toon de groepen",
    showGroupsWhy: "Laat de zaal eerst kijken. Wat goed is, zeg je daarna.",
    markNow: "Zeg nu wat goed is",
    markNowWhy: "Geef elke groep goed, half of niet. Wat goed is, wordt goud op het scherm.",
    openNotMarked: "nakijken",
    modelAnswer: "Zo kan het ook",
  },
  {
    exactly: (share) => `${share} exactly right`,
    together: "Chosen together",
    others: (people) => `${people} chose something else`,
    setSpoken: (names, count, isKey) => `${names}: ${count}${isKey ? ", the key" : ""}`,

    nearest: "Closest to",
    between: (count) => (count === 1 ? "1 stands in between" : `${count} stand in between`),
    planeSpoken: (taps, key) => `Plane with ${taps} taps; the key is ${key}`,

    cameUpTo: "Right up to here",
    allRight: "all right",
    firstWrong: "Wrong at once",
    brokeHere: "it broke here",
    stepSpoken: (names, count, isTop) =>
      isTop ? `${names}, the last step: ${count} had all of it right` : `up to and with ${names}: ${count}`,
    brokeSpoken: "Here it broke for most.",

    goesWith: (item, option) => `${item}: ${option} goes with it`,
    notPlaced: (count) => `${count} left open`,

    arrived: (count) => (count === 0 ? "No answers yet" : count === 1 ? "1 answer is in" : `${count} answers are in`),
    lastArrived: "The latest",
    groupLater: "Once the round is closed you put together here what is alike.",

    keyAndTraps: "Key and traps",
    onlyKey: "The key",
    keyIs: (key) => `The key: ${key}.`,
    canBeSaid: (answer) => `It can be said like this: “${answer}”`,
    tied: " or ",
    thenNext: ", then ",
    pairIs: (item, option) => `${item}: ${option}`,
    putBefore: (first, second) => `${first} before ${second}`,
    fellIn: (count) => `${count} ×`,
    fellInSpoken: (count) => (count === 1 ? "chosen once" : `chosen ${count} times`),

    slipTitle: "Where it slipped",
    ticked: (count, option, key) => `${count} also ticked ${option}; the key is ${key}.`,
    missed: (count, option, key) => `${count} missed ${option}; the key is ${key}.`,
    near: (count, option, key) => `${count} tapped closest to ${option}; the key is ${key}.`,
    swapped: (count, first, second) => `${count} put ${first} before ${second}.`,
    brokeFirst: (count, first) => `${count} did not begin with ${first}.`,
    brokeAfter: (count, after, next) => `For ${count} it broke after ${after}: ${next} comes there.`,
    paired: (count, item, option, key) => `${count} put ${option} with ${item}; ${key} belongs there.`,

    readWords: "Read along",
    readWordsWhy: "Once the round is closed you put together what is alike.",
    groupFirst: "Put together what is alike",
    groupFirstWhy: "Two to four groups read best. What stays apart may stay apart.",
    quoteThen: "Choose a quotation for each group",
    quoteThenWhy: "One or two sentences of the class say more than the group’s name.",
    showGroups: "Show the groups",
    showGroupsWhy: "Let the hall look first. What is right, you say afterwards.",
    markNow: "Now say what is right",
    markNowWhy: "Mark each group right, half or not. What is right turns gold on the screen.",
    openNotMarked: "to mark",
    modelAnswer: "It can be said like this",
  },
);
