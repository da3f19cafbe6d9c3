/** What a lecturer chooses before opening the square, and how it is kept on this device for the next time. */

import { ANSWER_SECONDS_LEAST, ANSWER_SECONDS_MOST, READING_SECONDS_MOST } from "../wire/generated";
import type { DeckOutline, OpenRoomMessage } from "../wire/generated";

export interface RoomChoices {
  /** Axes left out, by id: a new deck asks all of its own. */
  readonly left_out: readonly string[];
  /** Cards left out, by id: a new deck plays all of its own. */
  readonly cards_left_out: readonly string[];
  readonly reading_seconds: number;
  /** null: no limit. */
  readonly answer_seconds: number | null;
  readonly speed_bonus: boolean;
}

export const READING_OFFERED: readonly number[] = [0, 5, 10, 20, 30];
export const ANSWER_OFFERED: readonly (number | null)[] = [30, 60, 90, null];

export const usualChoices: RoomChoices = {
  left_out: [],
  cards_left_out: [],
  reading_seconds: 10,
  answer_seconds: 60,
  speed_bonus: false,
};

const isWholeWithin = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];

/** What was kept, mended where it cannot be: anything unreadable becomes the usual choice. */
export function choicesFrom(kept: string | null): RoomChoices {
  let read: Partial<RoomChoices> = {};
  try {
    const parsed: unknown = JSON.parse(kept ?? "{}");
    if (typeof parsed === "object" && parsed !== null) read = parsed;
  } catch {
    // A note that cannot be read is no note.
  }
  return {
    left_out: strings(read.left_out),
    cards_left_out: strings(read.cards_left_out),
    reading_seconds: isWholeWithin(read.reading_seconds, 0, READING_SECONDS_MOST)
      ? read.reading_seconds
      : usualChoices.reading_seconds,
    answer_seconds:
      read.answer_seconds === null || isWholeWithin(read.answer_seconds, ANSWER_SECONDS_LEAST, ANSWER_SECONDS_MOST)
        ? read.answer_seconds
        : usualChoices.answer_seconds,
    speed_bonus: read.speed_bonus === true,
  };
}

/** What is not left out, in its own order; all of it when nothing would be left. */
function kept(all: readonly string[], leftOut: readonly string[]): string[] {
  const left = all.filter((id) => !leftOut.includes(id));
  return left.length > 0 ? left : [...all];
}

/** The axes of a deck that will be asked; a deck is never left without any. */
export function askedAxes(deck: DeckOutline, choices: RoomChoices): string[] {
  return kept(deck.axes.map((axis) => axis.id), choices.left_out);
}

/** The cards of a deck that will be played, in the deck's order; never none. */
export function playedCards(deck: DeckOutline, choices: RoomChoices): string[] {
  return kept(deck.shelf_cards.map((card) => card.id), choices.cards_left_out);
}

/** Leaves a card out or takes it in again; the last one cannot be left out. */
export function withCard(deck: DeckOutline, choices: RoomChoices, card: string, isPlayed: boolean): RoomChoices {
  const others = choices.cards_left_out.filter((other) => other !== card);
  const changed = { ...choices, cards_left_out: isPlayed ? others : [...others, card] };
  return deck.shelf_cards.some((own) => !changed.cards_left_out.includes(own.id)) ? changed : choices;
}

/** Plays the first `count` cards of the deck and leaves its others out. */
export function withFirstCards(deck: DeckOutline, choices: RoomChoices, count: number): RoomChoices {
  const own = deck.shelf_cards.map((card) => card.id);
  const elsewhere = choices.cards_left_out.filter((card) => !own.includes(card));
  return { ...choices, cards_left_out: [...elsewhere, ...own.slice(count)] };
}

/** What showing and talking take beside reading and answering, and what a round without a limit takes, in seconds. */
const TALK_SECONDS = 70;
const UNLIMITED_SECONDS = 60;

/** About how many minutes the chosen cards take in class. */
export function minutesFor(deck: DeckOutline, choices: RoomChoices): number {
  const each = choices.reading_seconds + (choices.answer_seconds ?? UNLIMITED_SECONDS) + TALK_SECONDS;
  return Math.max(1, Math.round((playedCards(deck, choices).length * each) / 60));
}

/** Leaves an axis out or takes it in again; the last one of the deck cannot be left out. */
export function withAxis(deck: DeckOutline, choices: RoomChoices, axis: string, asked: boolean): RoomChoices {
  const left_out = asked ? choices.left_out.filter((other) => other !== axis) : [...new Set([...choices.left_out, axis])];
  const changed = { ...choices, left_out };
  return deck.axes.some((own) => !left_out.includes(own.id)) ? changed : choices;
}

/** The order to open a room with. */
export function openMessage(deck: DeckOutline, choices: RoomChoices, commandId: string): OpenRoomMessage {
  const cards = playedCards(deck, choices);
  return {
    command_id: commandId,
    deck: deck.id,
    ...(cards.length < deck.shelf_cards.length ? { cards } : {}),
    axes: askedAxes(deck, choices),
    reading_seconds: choices.reading_seconds,
    answer_seconds: choices.answer_seconds,
    speed_bonus: choices.speed_bonus,
  };
}
