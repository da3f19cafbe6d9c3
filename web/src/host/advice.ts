/** What the server's advice comes to on the console. The sentences are in the words; here is only the choice. */

import type { AxisAdvice, CardOutline, HostAxis, HostView, Phase, Suggestion } from "../wire/generated";

/** Under this number of answers a share is said to rest on few; the server counts so too. */
export const ENOUGH_ANSWERS = 30;

/** The axis that asks for attention first: a contested one, else the one with the lowest right share. */
export function axisOfConcern(keys: readonly HostAxis[]): HostAxis | null {
  const answered = keys.filter((axis) => axis.right_share !== null);
  const contested = answered.find((axis) => axis.is_contested);
  if (contested) return contested;
  return answered.reduce<HostAxis | null>(
    (lowest, axis) => (lowest === null || axis.right_share! < lowest.right_share! ? axis : lowest),
    null,
  );
}

/** Why the server suggests what it does on the axis of concern: each reason has a sentence of its own. */
export type Reason =
  | "read" | "none_yet" | "nobody" | "answering" | "talking"
  | "explain" | "explain_after_talk" | "talk" | "move_on" | "move_on_shown" | "move_on_talked" | "ask_twin" | "debate";

/** The reason behind the advice on `axis`, the axis of concern; null while nobody answered. */
export function reasonFor(view: HostView, axis: HostAxis | null): Reason {
  if (view.phase === "reading") return "read";
  if (view.phase === "talk") return "talking";
  if (!axis || axis.right_share === null) return view.phase === "answering" ? "none_yet" : "nobody";
  const isBelow = axis.right_share < view.settings.talk_from;
  const isAbove = axis.right_share > view.settings.talk_to;
  const reasons: Readonly<Record<Suggestion, Reason>> = {
    wait: "answering",
    debate: "debate",
    talk: "talk",
    ask_twin: "ask_twin",
    explain: view.round?.vote === 2 && isBelow ? "explain_after_talk" : "explain",
    move_on: isAbove ? "move_on" : view.phase === "closed" ? "move_on_talked" : "move_on_shown",
  };
  return reasons[axis.advice.suggestion];
}

/** How much those who answered agree: the chance that two of them said the same, in four words. */
export type Agreement = "agreed" | "mostly_agreed" | "divided" | "scattered";

/** Null below two answers. */
export function agreementOf(advice: AxisAdvice): Agreement | null {
  if (advice.agreement === null) return null;
  if (advice.agreement >= 0.75) return "agreed";
  if (advice.agreement >= 0.5) return "mostly_agreed";
  return advice.agreement >= 0.34 ? "divided" : "scattered";
}

/** The axis on which one wrong pick was made most, among those the server names a confusion for. */
export function mostConfused(keys: readonly HostAxis[]): HostAxis | null {
  const count = (axis: HostAxis | null) => axis?.advice.confused?.count ?? 0;
  return keys.reduce<HostAxis | null>((most, axis) => (count(axis) > count(most) ? axis : most), null);
}

/** What is to be done with open answers: read along, put them together, choose what is quoted, show, mark. */
export type OpenTask = "read" | "group" | "quote" | "show" | "mark";

/** The next task with the open answers of a card, or null where nothing is open or all is done. */
export function openTask(phase: Phase, keys: readonly HostAxis[]): OpenTask | null {
  const open = keys.find((key) => key.detail.open !== null && key.words.length > 0);
  if (!open) return null;
  if (phase === "answering") return "read";
  if (open.groups.length === 0) return "group";
  const isMarked = open.groups.every((group) => group.share !== null);
  if (phase !== "closed") return isMarked ? null : "mark";
  return open.groups.some((group) => group.quotes.length === 0) ? "quote" : "show";
}

/** How many cards are named as having slipped. */
const SLIPPED_MOST = 4;

/** The played cards that stayed at or under `share`, where talking would have paid, the lowest first. */
export function slippedCards(cards: readonly CardOutline[], share: number): CardOutline[] {
  return cards
    .filter((card) => card.right_share !== null && card.right_share <= share)
    .sort((one, other) => one.right_share! - other.right_share!)
    .slice(0, SLIPPED_MOST);
}
