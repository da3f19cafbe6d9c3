/** Words of the reveals of orders, planes, pairs and open answers; the replay shows them again. */
import { bilingual } from "./bilingual";
import { stopped } from "./format";

const SMALL_NL = ["geen", "één", "twee", "drie", "vier"];
const SMALL_EN = ["no", "one", "two", "three", "four"];
const part = (count: number, all: number): string => `${count} van de ${all}`;
const partEn = (count: number, all: number): string => `${count} of ${all}`;
const isAll = (count: number, all: number): boolean => count === all && all > 0;

export const modelWords = bilingual(
  {
    // a stair in the right order
    wholeStair: "de hele trap, van links naar rechts",
    wentUp: (count: number, all: number) =>
      count === 0
        ? "Niemand liep door tot boven."
        : isAll(count, all)
          ? "Iedereen liep door tot boven."
          : `${part(count, all)} ${count === 1 ? "liep" : "liepen"} door tot boven.`,
    missedFirst: (count: number) => `${count} ${count === 1 ? "miste" : "misten"} de eerste trede.`,
    stoppedAfter: (count: number, label: string) => `${count} ${count === 1 ? "bleef" : "bleven"} staan na ${stopped(label)}`,
    brokeHere: "Hier brak de trap",
    ground: "op de grond",
    swapped: (count: number, first: string, second: string) =>
      `${count} ${count === 1 ? "zette" : "zetten"} ${first} vóór ${stopped(second)}`,
    and: (labels: readonly string[]) => new Intl.ListFormat("nl", { type: "conjunction" }).format(labels),

    // two profiles around a sale
    sale: "De koop",
    beforeSale: "vóór de koop",
    afterSale: "na de koop",
    putBefore: (count: number, all: number, own: number, item: string) =>
      `${isAll(count, all) ? "Iedereen zette" : `${part(count, all)} ${count === 1 ? "zette" : "zetten"}`} “${item}” vóór de koop, ${own} op de eigen plaats.`,
    putAfter: (count: number, all: number, own: number, item: string) =>
      `${isAll(count, all) ? "Iedereen zette" : `${part(count, all)} ${count === 1 ? "zette" : "zetten"}`} “${item}” na de koop, ${own} op de eigen plaats.`,
    seller: "Inzet verkoper",
    customer: "Interesse klant",

    // a plane
    inRing: (count: number, all: number) =>
      count === 0
        ? "Niemand staat in de ring."
        : isAll(count, all)
          ? "Iedereen staat in de ring."
          : `${part(count, all)} ${count === 1 ? "staat" : "staan"} in de ring.`,
    centreIs: (towards: string) => `Het midden ligt te ver naar “${towards}”.`,
    centreOfClass: "Midden van de klas",
    squareIs: (count: number) => `is ${count} mensen`,
    near: (count: number, label: string) => `${count} bij ${stopped(label)}`,
    between: "ertussenin",

    // pairs
    pairsRight: (count: number, all: number, item: string) =>
      count === 0
        ? `Niemand had “${item}” goed.`
        : isAll(count, all)
          ? `Iedereen had “${item}” goed.`
          : `${part(count, all)} ${count === 1 ? "had" : "hadden"} “${item}” goed.`,
    putWith: (count: number, item: string, label: string) => `${count} ${count === 1 ? "zette" : "zetten"} ${item} bij ${stopped(label)}`,
    otherwise: "anders",

    // open answers
    answersIn: (count: number) => `${count} ${count === 1 ? "antwoord" : "antwoorden"}. De docent legt ze bij elkaar.`,
    answers: (count: number) => (count === 1 ? "1 antwoord" : `${count} antwoorden`),
    groupThem: "De docent legt ze bij elkaar.",
    inGroups: (count: number, all: number, groups: number) =>
      `${part(count, all)} ${count === 1 ? "antwoord" : "antwoorden"} in ${SMALL_NL[groups] ?? groups} ${groups === 1 ? "groep" : "groepen"}.`,
    apart: (count: number) => `${count} ${count === 1 ? "ligt" : "liggen"} nog apart.`,
    markedRight: "Goed gerekend",
    markedPart: "Deels goed",
    modelAnswer: "Zo kan het ook:",
    notGrouped: "nog apart",
  },
  {
    wholeStair: "the whole stair, from left to right",
    wentUp: (count, all) =>
      count === 0
        ? "Nobody walked on to the top."
        : isAll(count, all)
          ? "Everybody walked on to the top."
          : `${partEn(count, all)} walked on to the top.`,
    missedFirst: (count) => `${count} missed the first step.`,
    stoppedAfter: (count, label) => `${count} stopped after ${stopped(label)}`,
    brokeHere: "The stair broke here",
    ground: "on the ground",
    swapped: (count, first, second) => `${count} put ${first} before ${stopped(second)}`,
    and: (labels) => new Intl.ListFormat("en-GB", { type: "conjunction" }).format(labels),

    sale: "The sale",
    beforeSale: "before the sale",
    afterSale: "after the sale",
    putBefore: (count, all, own, item) =>
      `${isAll(count, all) ? "Everybody" : partEn(count, all)} put “${item}” before the sale, ${own} in its own place.`,
    putAfter: (count, all, own, item) =>
      `${isAll(count, all) ? "Everybody" : partEn(count, all)} put “${item}” after the sale, ${own} in its own place.`,
    seller: "Seller’s effort",
    customer: "Customer’s interest",

    inRing: (count, all) =>
      count === 0
        ? "Nobody stands in the ring."
        : isAll(count, all)
          ? "Everybody stands in the ring."
          : `${partEn(count, all)} ${count === 1 ? "stands" : "stand"} in the ring.`,
    centreIs: (towards) => `The centre lies too far towards “${towards}”.`,
    centreOfClass: "Centre of the class",
    squareIs: (count) => `is ${count} people`,
    near: (count, label) => `${count} near ${stopped(label)}`,
    between: "in between",

    pairsRight: (count, all, item) =>
      count === 0
        ? `Nobody had “${item}” right.`
        : isAll(count, all)
          ? `Everybody had “${item}” right.`
          : `${partEn(count, all)} had “${item}” right.`,
    putWith: (count, item, label) => `${count} put ${item} with ${stopped(label)}`,
    otherwise: "other",

    answersIn: (count) => `${count} ${count === 1 ? "answer" : "answers"}. The lecturer groups them.`,
    answers: (count) => (count === 1 ? "1 answer" : `${count} answers`),
    groupThem: "The lecturer groups them.",
    inGroups: (count, all, groups) =>
      `${partEn(count, all)} ${count === 1 ? "answer" : "answers"} in ${SMALL_EN[groups] ?? groups} ${groups === 1 ? "group" : "groups"}.`,
    apart: (count) => `${count} still ${count === 1 ? "lies" : "lie"} apart.`,
    markedRight: "Marked right",
    markedPart: "Partly right",
    modelAnswer: "One good answer:",
    notGrouped: "still apart",
  },
);
