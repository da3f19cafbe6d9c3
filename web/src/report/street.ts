/** The street of cards: its order, its heights and its sentences. Pure. */
import type { CardReport } from "../wire/generated";
import { percentText } from "../words/format";
import type { Language } from "../words/language.svelte";
import { fitText, fitWord, type ReportWords } from "../words/report";

export type Order = "hour" | "difficulty" | "gap";
export const ORDERS: readonly Order[] = ["hour", "difficulty", "gap"];

/** How far the best and the lowest third stand apart; null where that is not known. */
export function gapOf(card: CardReport): number | null {
  const { best, lowest } = card.discrimination;
  return best === null || lowest === null ? null : best - lowest;
}

/** The cards in an order. Of those of which it says nothing the order is the hour's, and they come last. */
export function ordered(cards: readonly CardReport[], order: Order): readonly CardReport[] {
  if (order === "hour") return cards;
  const rank = (card: CardReport): number =>
    order === "difficulty" ? (card.right_share ?? Infinity) : -(gapOf(card) ?? -Infinity);
  return [...cards].sort((one, other) => compare(rank(one), rank(other)) || one.number - other.number);
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** A step in shares of the street's height: stone up to `stone`, then gold or hatched brick up to `top`. */
export interface StepShape {
  readonly stone: number;
  readonly gold: number;
  readonly brick: number;
  readonly top: number;
}

/** Stone is the first vote; gold lies on it, brick is cut out of it. */
export function shapeOf(card: CardReport): StepShape {
  const first = card.right_share ?? 0;
  const after = card.gain?.after ?? first;
  return { stone: Math.min(first, after), gold: Math.max(0, after - first), brick: Math.max(0, first - after), top: Math.max(first, after) };
}

/** What talking changed, in whole per cent as the two figures beside it are rounded; 0: nothing to be seen. */
export function changeOf(card: CardReport): number {
  if (!card.gain) return 0;
  return Math.round(card.gain.after * 100) - Math.round(card.gain.before * 100);
}

/** A card in one sentence, for who reads by ear. */
export function spoken(card: CardReport, title: string, words: ReportWords, language: Language): string {
  const share = (value: number) => percentText(value, language);
  const parts = [`${words.cardNumber(card.number)}, ${title}: `];
  parts.push(card.right_share === null ? words.unmarked : `${share(card.right_share)} ${words.firstVote.toLowerCase()}`);
  if (card.gain) parts.push(`, ${share(card.gain.after)} ${words.afterTalk.toLowerCase()}`);
  const { r, fit } = card.discrimination;
  if (r !== null) parts.push(`, r ${fitText(r, language)}`);
  const word = fitWord(fit, words);
  if (word) parts.push(`, ${word}`);
  return parts.join("");
}

/** Fewest answers, of all cards, under which the row of thirds says nothing: the most that any card had. */
export function mostPeople(cards: readonly CardReport[]): number {
  return Math.max(0, ...cards.map((card) => card.discrimination.people));
}
