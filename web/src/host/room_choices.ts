/** What a lecturer chooses before opening the square, and how it is kept on this device for the next time. */

import { ANSWER_SECONDS_LEAST, ANSWER_SECONDS_MOST, READING_SECONDS_MOST } from "../wire/generated";
import type { DeckOutline, OpenRoomMessage } from "../wire/generated";

export interface RoomChoices {
  /** Axes left out, by id: a new deck asks all of its own. */
  readonly left_out: readonly string[];
  readonly reading_seconds: number;
  /** null: no limit. */
  readonly answer_seconds: number | null;
  readonly speed_bonus: boolean;
}

export const READING_OFFERED: readonly number[] = [0, 5, 10, 20, 30];
export const ANSWER_OFFERED: readonly (number | null)[] = [30, 60, 90, null];

export const usualChoices: RoomChoices = { left_out: [], reading_seconds: 10, answer_seconds: 60, speed_bonus: false };

const isWholeWithin = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

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
    left_out: Array.isArray(read.left_out) ? read.left_out.filter((axis) => typeof axis === "string") : [],
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

/** The axes of a deck that will be asked; a deck is never left without any. */
export function askedAxes(deck: DeckOutline, choices: RoomChoices): string[] {
  const all = deck.axes.map((axis) => axis.id);
  const asked = all.filter((axis) => !choices.left_out.includes(axis));
  return asked.length > 0 ? asked : all;
}

/** Leaves an axis out or takes it in again; the last one of the deck cannot be left out. */
export function withAxis(deck: DeckOutline, choices: RoomChoices, axis: string, asked: boolean): RoomChoices {
  const left_out = asked ? choices.left_out.filter((other) => other !== axis) : [...new Set([...choices.left_out, axis])];
  const changed = { ...choices, left_out };
  return deck.axes.some((own) => !left_out.includes(own.id)) ? changed : choices;
}

/** The order to open a room with. */
export function openMessage(deck: DeckOutline, choices: RoomChoices, commandId: string): OpenRoomMessage {
  return {
    command_id: commandId,
    deck: deck.id,
    axes: askedAxes(deck, choices),
    reading_seconds: choices.reading_seconds,
    answer_seconds: choices.answer_seconds,
    speed_bonus: choices.speed_bonus,
  };
}
