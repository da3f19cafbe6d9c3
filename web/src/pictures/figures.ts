/**
 * How many figures stand for how many people, and where each of them stands.
 *
 * Pure, in the picture's own pixels. A figure's feet are its place; it is FIGURE_PITCH wide with its share of air and
 * FIGURE_HEIGHT high at scale 1. Hair, coat and the little difference in size mean nothing.
 */
import { type FigureLook, figureLooks } from "../look/figures";
import { seedOf } from "./seeded";

export const FIGURE_PITCH = 37;
export const FIGURE_HEIGHT = 64;
/** The scale of people on broad steps that have room for them. */
export const LARGEST_FIGURE = 1.22;
/** How far a row stands behind the one before it. */
export const ROW_RISE = 35;
/** Above this many people in the picture one figure is ten. */
export const MOST_ONE_TO_ONE = 150;

/** Where people may stand: `x` is the middle, `foot` the ground under the front row. */
export interface Ground {
  readonly x: number;
  readonly foot: number;
  readonly width: number;
  readonly height: number;
}

/** Somebody in a picture: feet on (x, y). */
export interface StandingFigure extends FigureLook {
  readonly x: number;
  readonly y: number;
}

/** How many people one figure is: 1, or 10 in a large class. */
export function peoplePerFigure(counts: readonly number[]): 1 | 10 {
  return sum(counts) > MOST_ONE_TO_ONE ? 10 : 1;
}

/**
 * How many figures to draw for each count.
 *
 * They add up to the people divided by `perFigure`, rounded up, unless a figure for every count above nought asks for
 * more: a step where somebody stands is never drawn empty.
 */
export function figureTally(counts: readonly number[], perFigure: 1 | 10): number[] {
  if (perFigure === 1) return [...counts];
  const tally = counts.map((count) => (count > 0 ? Math.max(1, Math.floor(count / perFigure)) : 0));
  const owed = counts
    .map((count, place) => ({ place, rest: count / perFigure - (tally[place] ?? 0) }))
    .sort((one, other) => other.rest - one.rest || one.place - other.place);
  let left = Math.ceil(sum(counts) / perFigure) - sum(tally);
  for (const { place } of owed) {
    if (left <= 0) break;
    tally[place] = (tally[place] ?? 0) + 1;
    left -= 1;
  }
  return tally;
}

/** The sizes of the rows, front row first, that `count` figures form when at most `across` stand abreast. */
export function rowsOf(count: number, across: number): number[] {
  if (count === 0) return [];
  for (let rows = 1; ; rows += 1) {
    const widest = Math.ceil((count + Math.floor(rows / 2)) / rows);
    if (widest > across && widest > 1) continue;
    return filled(count, rows, widest);
  }
}

function filled(count: number, rows: number, widest: number): number[] {
  const sizes: number[] = [];
  let left = count;
  for (let row = 0; row < rows && left > 0; row += 1) {
    const size = row === rows - 1 ? left : Math.min(left, widest - (row % 2));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

/** The largest scale, at most `most`, at which every count stands inside its own ground. */
export function fittingScale(tally: readonly number[], grounds: readonly Ground[], most: number): number {
  return grounds.reduce((scale, ground, place) => Math.min(scale, scaleOn(tally[place] ?? 0, ground)), most);
}

function scaleOn(count: number, ground: Ground): number {
  let best = 0;
  for (let rows = 1; rows <= 12; rows += 1) {
    const widest = Math.max(1, Math.ceil((count + Math.floor(rows / 2)) / rows));
    const scale = Math.min(
      ground.width / (widest * FIGURE_PITCH),
      ground.height / (FIGURE_HEIGHT + ROW_RISE * (rows - 1)),
    );
    best = Math.max(best, scale);
  }
  return best;
}

/** `count` figures on their ground, the back row first so that the front row is drawn over it. */
export function standOn(ground: Ground, count: number, scale: number, seed: string): StandingFigure[] {
  const pitch = FIGURE_PITCH * scale;
  const rows = rowsOf(count, Math.floor(ground.width / pitch + 1e-6));
  const front = rows[0] ?? 0;
  const places = rows.flatMap((size, row) => {
    const staggered = row % 2 === 1 && size < front && (front - size) % 2 === 0;
    const left = ground.x - ((size - 1) * pitch) / 2 + (staggered ? pitch / 2 : 0);
    return Array.from({ length: size }, (_, place) => ({
      x: left + place * pitch,
      y: ground.foot - row * ROW_RISE * scale,
    }));
  });
  const looks = figureLooks(count, seedOf(seed));
  return places
    .map((place, person) => {
      const look = looks[person] ?? { variant: 0, coat: 1, scale: 1 };
      return { ...place, ...look, scale: look.scale * scale };
    })
    .reverse();
}

/** The sum of some counts. */
export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
