/** The own stair over the hour: each tread rises by what its card gave; dotted beside it the mean of the class. */
import type { ClassSession, OwnSession } from "../wire/generated";

export interface Tread {
  readonly number: number;
  /** From the left, and from the floor up, in the drawing's own units. */
  readonly x: number;
  readonly top: number;
  /** What the card gave nothing to, or took from. */
  readonly isFlat: boolean;
  /** Before the student came in there is no stone. */
  readonly isHere: boolean;
  readonly isNumbered: boolean;
}

export interface Stair {
  readonly treads: readonly Tread[];
  readonly treadWidth: number;
  /** The mean as a path of steps, from the floor up; empty where it is not told. */
  readonly mean: string;
  /** The height of zero, above the floor where points fell below it. */
  readonly zero: number;
}

/** From so many cards on only every fifth has a number. */
const NUMBERED_MOST = 20;
/** A tread without points still has a face to stand on. */
const LEAST = 8;

export function stairOf(session: ClassSession, own: OwnSession, width: number, height: number): Stair {
  const totals = own.cards.map((card) => card.total);
  const means = session.cards.map((card) => card.mean);
  const known = [0, ...totals, ...means.filter((mean) => mean !== null)];
  const [low, high] = [Math.min(...known), Math.max(...known, 1)];
  const up = (points: number): number => LEAST + ((points - low) / (high - low)) * (height - LEAST);
  const treadWidth = width / Math.max(own.cards.length, 1);
  const treads = own.cards.map((card, place) => ({
    number: card.number,
    x: place * treadWidth,
    top: up(card.total),
    isFlat: card.result !== null && card.earned <= 0,
    isHere: card.result !== null,
    isNumbered: own.cards.length <= NUMBERED_MOST || card.number % 5 === 0,
  }));
  const dotted = means.map((mean, place) =>
    mean === null ? "" : `${place === 0 ? "M0 " : "V"}${(height - up(mean)).toFixed(1)}h${treadWidth.toFixed(3)}`,
  );
  return { treads, treadWidth, mean: dotted.includes("") ? "" : dotted.join(""), zero: up(0) };
}
