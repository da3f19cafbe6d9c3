/** What each press of the remote orders, from the view alone: the command, and what is said once it is done. Pure. */

import { EXTEND_SECONDS } from "../wire/generated";
import type { BoardKind, CardOutline, HostCommands, HostView } from "../wire/generated";
import { stepLabel } from "../host/step_words";
import type { CommandBody } from "../wire/command_sender";
import type { Language } from "../words/language.svelte";
import { remoteWords } from "../words/remote";

/** One command of the host's, with the words for when it is done. */
export interface Order<Name extends keyof HostCommands = keyof HostCommands> {
  readonly event: Name;
  readonly body: CommandBody<Name>;
  readonly done: string;
}

function order<Name extends keyof HostCommands>(event: Name, body: CommandBody<Name>, done: string): Order {
  return { event, body, done } as unknown as Order;
}

const titleOf = (card: CardOutline | undefined, language: Language): string => card?.title[language] ?? "";

/** The card that the hall has on the screen, or had last. */
export function currentCard(view: HostView): CardOutline | undefined {
  return view.cards.find((card) => card.state === "current") ?? view.cards[view.card_number - 1];
}

/** The cards that come by themselves, in their order, and after them those that were set aside. */
export function cardsToPick(view: HostView): CardOutline[] {
  const coming = view.cards.filter((card) => card.state === "coming");
  return [...coming, ...view.cards.filter((card) => card.state === "aside" && !card.is_trial)];
}

export function stepOrder(view: HostView, language: Language): Order | null {
  if (!view.next_step) return null;
  return order("step", { step: view.next_step.id }, remoteWords[language].did(stepLabel(view, language)));
}

/** One picture back where there is one; else the last step is taken back, where that loses nothing. */
export function backOrder(view: HostView, language: Language): Order | null {
  const words = remoteWords[language];
  if (view.back_step) return order("back", { step: view.back_step.id }, words.did(words.back));
  if (view.undo) return order("undo", { step: view.undo.id }, words.did(words.undo));
  return null;
}

/** A quarter of a minute more, where there is a limit to move. */
export function extendOrder(view: HostView, language: Language): Order | null {
  const ends = view.phase === "answering" ? view.round?.closes_at : view.phase === "talk" ? view.round?.talk_ends_at : null;
  if (!view.round || ends === null || ends === undefined) return null;
  return order("extend", { card: view.round.card, seconds: EXTEND_SECONDS }, remoteWords[language].did("+15 s"));
}

export function talkOrder(view: HostView, language: Language): Order | null {
  if (view.phase !== "closed" || !view.round || view.talk_axes.length === 0) return null;
  const body = { card: view.round.card, axes: view.talk_axes, seconds: view.settings.talk_seconds };
  return order("talk", body, remoteWords[language].did(remoteWords[language].talk));
}

export function skipOrder(view: HostView, language: Language): Order | null {
  const onCard = ["reading", "answering", "closed", "talk"].includes(view.phase);
  if (!onCard || !view.round) return null;
  return order("skip", { card: view.round.card }, remoteWords[language].did(remoteWords[language].skip));
}

/** This card next; the others keep their order behind it. */
export function pickOrder(view: HostView, card: CardOutline, language: Language): Order {
  const coming = view.cards.filter((other) => other.state === "coming" && other.id !== card.id);
  const cards = [card.id, ...coming.map((other) => other.id)];
  return order("arrange", { cards }, remoteWords[language].willBeNext(titleOf(card, language)));
}

/** How many cards are left when time runs out. */
export const LAST = 2;

/** Only the last cards of the run are still to come; the others are set aside, from where they can be picked. */
export function onlyLastOrder(view: HostView, language: Language): Order | null {
  const coming = view.cards.filter((card) => card.state === "coming");
  if (coming.length <= LAST || view.phase === "ended") return null;
  const last = coming.slice(-LAST);
  return order("arrange", { cards: last.map((card) => card.id) }, remoteWords[language].did(remoteWords[language].onlyLast));
}

/** The cards whose reveal can be shown once more. */
export function earlierCards(view: HostView): CardOutline[] {
  if (!["reveal", "leaderboard", "podium"].includes(view.phase)) return [];
  const shown = view.phase === "reveal" ? currentCard(view)?.id : null;
  return view.cards.filter((card) => card.state === "done" && card.id !== shown && card.right_share !== null).reverse();
}

export function earlierOrder(card: CardOutline, language: Language): Order {
  return order("earlier", { card: card.id }, remoteWords[language].shownAgain(titleOf(card, language)));
}

/** The boards that make sense now; a matrix needs an axis, and is called for at the console. */
export function boardsNow(view: HostView): BoardKind[] {
  if (view.phase === "ended") return [];
  const boards: BoardKind[] = ["join"];
  if (view.confusions.length > 0) boards.push("confusions");
  if (view.settings.asks_confidence) boards.push("calibration");
  if (view.settings.scoring === "teams") boards.push("teams");
  if (view.phase === "reveal" && view.debate) boards.push("debate");
  return boards;
}

/** Lays a board over the slide; null takes it away. */
export function boardOrder(board: BoardKind | null, language: Language): Order {
  const words = remoteWords[language];
  return order("board", { board }, words.did(board ? words.boards(board) : words.boardAway));
}

export function lockOrder(view: HostView, language: Language): Order | null {
  if (view.phase === "ended") return null;
  const words = remoteWords[language];
  return order("lock", { locked: !view.is_locked }, words.did(view.is_locked ? words.unlock : words.lock));
}

export function podiumOrder(view: HostView, language: Language): Order | null {
  if (!["reveal", "leaderboard"].includes(view.phase) || view.card_number >= view.card_count) return null;
  return order("podium", {}, remoteWords[language].did(remoteWords[language].podium));
}
