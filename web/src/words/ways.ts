/** Words of the rarer ways to answer: several, on a plane, in order, in pairs, in words. They come beside the phone's page. */
import { bilingual } from "./bilingual";

export const waysWords = bilingual(
  {
    // the leading button
    stepsToGo: (count: number) => `Nog ${count}`,
    chooseSome: "Kies er een of meer",
    readOn: "Lees verder",
    sendBlocks: (count: number) => (count === 1 ? "Verstuur 1 bouwsteen" : `Verstuur ${count} bouwstenen`),
    sendPillars: (count: number) => (count === 1 ? "Verstuur 1 pijler" : `Verstuur ${count} pijlers`),

    // two dimensions at once
    twoInOne: "Twee vragen, één tik.",
    yourCell: (row: string, column: string) => `Jouw vak: ${row} en ${column}.`,
    cell: (row: string, column: string, hint: string, place: number, places: number) =>
      `${row}, ${column}: ${hint}, ${place} van ${places}`,

    // a plane
    tapPlane: "Tik in het vlak, of gebruik de vier knoppen.",
    nowhereYet: "Nog geen plek",
    grade0: (end: string) => `Helemaal niet ${end}`,
    grade1: (end: string) => `Nauwelijks ${end}`,
    grade2: (end: string) => `Enigszins ${end}`,
    grade3: (end: string) => `Tamelijk ${end}`,
    grade4: (end: string) => `Heel ${end}`,
    more: (end: string) => `Meer ${end}`,
    less: (end: string) => `Minder ${end}`,

    // an order
    tapRank: "Tik in volgorde, de eerste komt bovenaan.",
    tapSequence: "Tik in volgorde, de eerste komt onderaan.",
    nextHere: "Hier komt je volgende tik",
    toPlace: "Nog te plaatsen",
    allPlaced: "Alles heeft een plek. Tik om terug te nemen.",
    placed: "geplaatst",
    stepOf: (label: string, step: number, steps: number) => `${label}, trede ${step} van ${steps}`,
    place: (label: string, step: number) => `${label}, op trede ${step} zetten`,
    takeBack: (label: string, step: number) => `${label}, van trede ${step} terugnemen`,
    up: (label: string) => `${label} een trede omhoog`,
    down: (label: string) => `${label} een trede omlaag`,
    tookBack: (label: string) => `${label} teruggenomen`,

    // pairs
    tapMoment: "Tik een moment aan, dan wat erbij hoort.",
    stillOpen: "Nog open",
    nowBelow: "Tik nu hieronder",
    useOften: "Elk mag een keer, vaker of niet",
    empty: (item: string) => `Maak leeg: ${item}`,
    chooseFor: (item: string) => `Wat hoort bij: ${item}`,
    itemIs: (item: string, option: string) => `${item}: ${option}`,

    // words of one's own
    oneSentence: "Een zin is genoeg.",
    lettersOf: (used: number, most: number) => `${used} van ${most}`,
    lettersLeft: (left: number) => (left === 1 ? "Nog 1 teken" : `Nog ${left} tekens`),
    whoSees: "Op het scherm staat je naam er niet bij. Je docent legt antwoorden bij elkaar die op elkaar lijken.",

    // how it went
    ticked: "aangetikt",
    missed: "gemist",
    yourOrder: "Jouw volgorde",
    keyOrder: "De sleutel",
    brokeHere: "hier brak het",
    tie: "mag in elke volgorde",
    pairRule: "Elk tweetal dat goed om staat, telt mee.",
    you: "jij",
    modelAnswer: "Zo kan het ook",
    yourWords: "Jouw woorden",
  },
  {
    stepsToGo: (count) => `${count} to go`,
    chooseSome: "Choose one or more",
    readOn: "Read on",
    sendBlocks: (count) => (count === 1 ? "Send 1 block" : `Send ${count} blocks`),
    sendPillars: (count) => (count === 1 ? "Send 1 pillar" : `Send ${count} pillars`),

    twoInOne: "Two questions, one tap.",
    yourCell: (row, column) => `Your square: ${row} and ${column}.`,
    cell: (row, column, hint, place, places) => `${row}, ${column}: ${hint}, ${place} of ${places}`,

    tapPlane: "Tap the square, or use the four buttons.",
    nowhereYet: "No place yet",
    grade0: (end) => `Not ${end} at all`,
    grade1: (end) => `Hardly ${end}`,
    grade2: (end) => `Somewhat ${end}`,
    grade3: (end) => `Quite ${end}`,
    grade4: (end) => `Very ${end}`,
    more: (end) => `More ${end}`,
    less: (end) => `Less ${end}`,

    tapRank: "Tap in order, the first goes on top.",
    tapSequence: "Tap in order, the first goes at the bottom.",
    nextHere: "Your next tap lands here",
    toPlace: "Still to place",
    allPlaced: "All have a place. Tap one to take it back.",
    placed: "placed",
    stepOf: (label, step, steps) => `${label}, step ${step} of ${steps}`,
    place: (label, step) => `${label}, put on step ${step}`,
    takeBack: (label, step) => `${label}, take back from step ${step}`,
    up: (label) => `${label} one step up`,
    down: (label) => `${label} one step down`,
    tookBack: (label) => `${label} taken back`,

    tapMoment: "Tap a moment, then what goes with it.",
    stillOpen: "Still open",
    nowBelow: "Now tap below",
    useOften: "Each can be used once, twice or not at all",
    empty: (item) => `Empty: ${item}`,
    chooseFor: (item) => `What goes with: ${item}`,
    itemIs: (item, option) => `${item}: ${option}`,

    oneSentence: "One sentence is enough.",
    lettersOf: (used, most) => `${used} of ${most}`,
    lettersLeft: (left) => (left === 1 ? "1 character left" : `${left} characters left`),
    whoSees: "Your name does not appear on the screen. Your lecturer puts together answers that are alike.",

    ticked: "ticked",
    missed: "missed",
    yourOrder: "Your order",
    keyOrder: "The key",
    brokeHere: "it broke here",
    tie: "in any order",
    pairRule: "Every two that stand the right way round count.",
    you: "you",
    modelAnswer: "It can be said like this",
    yourWords: "Your words",
  },
);
