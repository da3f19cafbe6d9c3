/** Where the people of a plane stand: where they tapped, on a slab when the tap fell on one, or counted into paving. Pure. */
import { type FigureLook, figureLooks, sequence } from "../look/figures";
import type { PlaneDetail } from "../wire/generated";
import { FIGURE_HEIGHT, FIGURE_PITCH } from "./figures";
import { type Box, overlaps, type PlaneSlab, type Terraces } from "./plane_places";
import { seedOf } from "./seeded";

/** Somebody on the plane. */
export interface PlaneFigure extends FigureLook {
  readonly x: number;
  readonly y: number;
  /** Whether they stand in the ring of a right place. */
  readonly isInRing: boolean;
  readonly isUp: boolean;
}

/** One stone of the paving; its area is the number of people. */
export interface Paving {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly count: number;
}

/** Above this many people the paving speaks instead. */
export const MOST_FIGURES = 150;
const CELL = 34;
const LARGEST = 33;
const LEAST = 8;
/** How finely the server rounds a tap. */
const TAP_GRID = 24;

interface Tap {
  readonly x: number;
  readonly y: number;
  readonly isInRing: boolean;
}

/** The scale of people on a plane with so many of them. */
export function planeScale(people: number): number {
  if (people <= 12) return 1.3;
  return people <= 60 ? 0.98 : 0.76;
}

/** Everybody at their tap, from back to front. */
export function planeFigures(detail: PlaneDetail, terraces: Terraces, slabs: readonly PlaneSlab[], seed: string): PlaneFigure[] {
  const people = tapsOf(detail, terraces, slabs, seed);
  const scale = planeScale(people.length);
  const looks = figureLooks(people.length, seedOf(seed));
  const next = sequence(seedOf(`${seed} depth`));
  return people
    .map((tap, person) => {
      const look = looks[person] ?? { variant: 0, coat: 1, scale: 1 };
      const place = besideSlabs(tap, slabs, scale, next());
      return { ...look, ...place, scale: look.scale * scale, isInRing: tap.isInRing, isUp: place.y < terraces.middle };
    })
    .sort((one, other) => one.y - other.y);
}

/** A tap on a slab stands on it; one whose head the slab would hide stands before it, unless another slab lies there. */
function besideSlabs(tap: Tap, slabs: readonly PlaneSlab[], scale: number, depth: number): { x: number; y: number } {
  const half = (FIGURE_PITCH / 2) * scale;
  const tall = FIGURE_HEIGHT * scale;
  const slabAt = (y: number): PlaneSlab | undefined =>
    slabs.find(
      (one) => tap.x > one.left - half && tap.x < one.left + one.width + half && y > one.top - 2 && y < one.top + one.height + tall,
    );
  const slab = slabAt(tap.y);
  if (!slab) return { x: tap.x, y: tap.y };
  const onTop = slab.top - 3 - depth * 26;
  const before = slab.top + slab.height + tall;
  return { x: tap.x, y: tap.y - slab.top < slab.height || slabAt(before + 1) ? onTop : before };
}

/** Everybody's own tap in pixels: spread within the field to which the server rounds it. */
function tapsOf(detail: PlaneDetail, terraces: Terraces, slabs: readonly PlaneSlab[], seed: string): Tap[] {
  const next = sequence(seedOf(seed));
  const keys = slabs.filter((slab) => slab.tally.isKey).flatMap((slab) => detail.places.find((place) => place.option === slab.tally.option.id) ?? []);
  return detail.taps.flatMap((tap) => {
    const isInRing = keys.some((key) => Math.hypot(tap.x - key.x, tap.y - key.y) <= 0.2);
    return Array.from({ length: tap.count }, (): Tap => ({
      x: terraces.x(within(tap.x + (next() - 0.5) / TAP_GRID)),
      y: terraces.y(within(tap.y + (next() - 0.5) / TAP_GRID)),
      isInRing,
    }));
  });
}

function within(part: number): number {
  return Math.min(1, Math.max(0, part));
}

/** The paving of a large class; no stone lies under a slab. */
export function planePaving(detail: PlaneDetail, terraces: Terraces, slabs: readonly PlaneSlab[], seed: string): Paving[] {
  const next = sequence(seedOf(`${seed} depth`));
  const cells = new Map<string, { x: number; y: number; count: number }>();
  for (const tap of tapsOf(detail, terraces, slabs, seed)) {
    const { x, y } = freeCell(tap, terraces, slabs, next());
    const name = `${x} ${y}`;
    cells.set(name, { x, y, count: (cells.get(name)?.count ?? 0) + 1 });
  }
  const most = Math.max(1, ...[...cells.values()].map((cell) => cell.count));
  return [...cells.values()].map((cell) => ({ ...cell, side: Math.max(LEAST, LARGEST * Math.sqrt(cell.count / most)) }));
}

/** The middle of the field that a tap falls in, or of the nearest free one above or below when a slab lies there. */
function freeCell(tap: Tap, terraces: Terraces, slabs: readonly Box[], depth: number): { x: number; y: number } {
  const column = Math.floor((tap.x - terraces.left) / CELL);
  const row = Math.floor((tap.y - terraces.top) / CELL);
  const middle = (line: number): { x: number; y: number } => ({
    x: terraces.left + (column + 0.5) * CELL,
    y: terraces.top + (line + 0.5) * CELL,
  });
  const isFree = (line: number): boolean => {
    const { x, y } = middle(line);
    const stone = { left: x - CELL / 2, top: y - CELL / 2, width: CELL, height: CELL };
    return y > terraces.top + CELL / 2 && !slabs.some((slab) => overlaps(stone, slab, -4));
  };
  if (isFree(row)) return middle(row);
  const above = [1, 2, 3, 4].find((up) => isFree(row - up));
  if (above !== undefined) return middle(isFree(row - above - 1) && depth > 0.6 ? row - above - 1 : row - above);
  return middle([1, 2, 3, 4].map((down) => row + down).find(isFree) ?? row);
}
