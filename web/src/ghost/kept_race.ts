/**
 * A race as this device keeps it, so that it can be left and gone on with: every answer so far, and how far the clock of
 * the card on the screen had come. The server keeps nothing of it.
 */
import type { Keeper } from "../play/kept";
import type { RaceMessage } from "../wire/generated";

export type RacedAnswer = RaceMessage["answers"][number];

export interface KeptRace {
  /** When the class was held: a log that was read anew is another race. */
  readonly openedAt: number;
  readonly answers: readonly RacedAnswer[];
  /** Milliseconds that the next card has been shown, reading time with it. */
  readonly elapsed: number;
}

const key = (room: string): string => `trede.ghost.${room}`;

/** Under which room the sheet of a race is kept, so that it never meets the one of the class itself. */
export const sheetRoom = (room: string): string => `ghost.${room}`;

/** The race of a room that was left; null where there is none, or it no longer fits the room. */
export function keptRace(keeper: Keeper, room: string, openedAt: number, cards: number): KeptRace | null {
  try {
    const kept = JSON.parse(keeper.getItem(key(room)) ?? "null") as Partial<KeptRace> | null;
    const fits = kept?.openedAt === openedAt && Array.isArray(kept.answers) && kept.answers.length <= cards;
    return fits && kept.answers ? { openedAt, answers: kept.answers, elapsed: Math.max(0, Number(kept.elapsed) || 0) } : null;
  } catch {
    return null; // refused, or written by another edition
  }
}

export function keepRace(keeper: Keeper, room: string, race: KeptRace): void {
  try {
    keeper.setItem(key(room), JSON.stringify(race));
  } catch {
    // full or refused: the race lasts as long as the page
  }
}

export function forgetRace(keeper: Keeper, room: string): void {
  forget(keeper, key(room));
  forgetSheet(keeper, room);
}

export function forgetSheet(keeper: Keeper, room: string): void {
  forget(keeper, `trede.sheet.${sheetRoom(room)}`);
}

function forget(keeper: Keeper, name: string): void {
  try {
    keeper.removeItem(name);
  } catch {
    // there was nothing to forget
  }
}
