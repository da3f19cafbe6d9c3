/** A stair with its words cut into it: why in the gold step, the trap in the step of those who fell into it. Pure. */
import type { AxisReveal, Text } from "../wire/generated";
import {
  FIGURE_HEIGHT,
  FIGURE_PITCH,
  figureTally,
  fittingScale,
  LARGEST_FIGURE,
  peoplePerFigure,
  ROW_RISE,
  rowsOf,
} from "./figures";
import { faceHeight, faceLayout, inscribe, type Inscription, inscriptionHeight } from "./inscriptions";
import { linesOf, nameIn } from "./lettering";
import { type Place, RAISE, risingHeights, stairPlaces } from "./places";
import { type OptionTally, worstTrap } from "./tallies";

export interface CarvedStair {
  readonly places: readonly Place[];
  readonly inscriptions: readonly (Inscription | null)[];
}

const HEADROOM = 170;
const MARGIN = 28;
const TOP_AIR = 34;
const BOTTOM_AIR = 20;
/** The key tag with the air under it, and the least size of the quotation beneath. */
const TAG_HEIGHT = 78;
const LEAST_QUOTATION = 34;
/** The least that a step rises above the one before it. */
const LEAST_RISE = 80;

type TextOf = (text: Text) => string;
type Words = { readonly lead: string; readonly text: string };

/**
 * The steps made as high as their words ask, lowest first; null when a text does not fit its step.
 *
 * `countOn` words how many stand on an option.
 */
export function carvedStair(
  tallies: readonly OptionTally[],
  reveal: AxisReveal,
  width: number,
  height: number,
  textOf: TextOf,
  countOn: (count: number, label: string) => string,
): CarvedStair | null {
  const fallen = worstTrap(reveal);
  const firstKey = tallies.findIndex((tally) => tally.isKey);
  const words = tallies.map((tally, step): Words | null => {
    if (step === firstKey) return { lead: "", text: textOf(reveal.why) };
    if (fallen?.trap.pick !== tally.option.id) return null;
    return { lead: countOn(fallen.count, nameIn(textOf(tally.option.short))), text: textOf(fallen.trap.text) };
  });
  const stair = stairWith(tallies, words, width, height, textOf);
  const hasAll = words.every((wanted, step) => !wanted || stair.inscriptions[step]);
  return hasAll && stair.isWithin ? stair : null;
}

/** The stair with nothing but the names cut into it. */
export function plainStair(
  tallies: readonly OptionTally[],
  width: number,
  height: number,
  textOf: TextOf,
): CarvedStair {
  return stairWith(tallies, tallies.map(() => null), width, height, textOf);
}

function stairWith(
  tallies: readonly OptionTally[],
  words: readonly (Words | null)[],
  width: number,
  height: number,
  textOf: TextOf,
): CarvedStair & { readonly isWithin: boolean } {
  const flat = stairPlaces(risingHeights(tallies.length), width, height, HEADROOM);
  const inner = (flat[0]?.width ?? 0) - 2 * MARGIN;
  const layout = faceLayout(tallies, inner, textOf);
  const most = height - HEADROOM;
  const inscriptions: (Inscription | null)[] = [];
  const heights: number[] = [];
  for (const [step, tally] of tallies.entries()) {
    const face = TOP_AIR + faceHeight(tally, layout, inner, textOf) + BOTTOM_AIR;
    const room = most - (tallies.length - 1 - step) * LEAST_RISE - face;
    const wanted = words[step];
    const inscription = wanted ? inscribe(wanted.lead, wanted.text, inner, room) : null;
    const needed = face + (inscription ? inscriptionHeight(inscription, inner) : 0);
    const below = heights[step - 1];
    inscriptions.push(inscription);
    heights.push(Math.max(needed, (flat[step]?.height ?? 0) * 0.85, below ? below + LEAST_RISE : 0));
  }
  const parts = heights.map((tall) => Math.min(1, tall / most));
  return {
    places: stairPlaces(parts, width, height, HEADROOM),
    inscriptions,
    isWithin: (heights.at(-1) ?? 0) <= most,
  };
}

/** Whether a key tag and a quotation fit the corner at the least size. */
export function fitsCorner(corner: { width: number; height: number }, quotation: string): boolean {
  return TAG_HEIGHT + linesOf(quotation, LEAST_QUOTATION, corner.width) * LEAST_QUOTATION * 1.34 <= corner.height;
}

/** The largest free rectangle above the low end of the stair, from the picture's own left top. */
export function freeCorner(stair: CarvedStair, tallies: readonly OptionTally[]): { width: number; height: number } {
  const tops = crowdTops(stair.places, tallies);
  let best = { width: 0, height: 0 };
  for (let span = 1; span < stair.places.length; span += 1) {
    const width = (stair.places[span]?.left ?? 0) - 36;
    const height = Math.min(...tops.slice(0, span)) - 16;
    if (width * height > best.width * best.height) best = { width, height };
  }
  return best;
}

/** How high the people on each step reach, as drawn by Steps. */
function crowdTops(places: readonly Place[], tallies: readonly OptionTally[]): number[] {
  const counts = tallies.map((tally) => tally.count);
  const tally = figureTally(counts, peoplePerFigure(counts));
  const grounds = places.map((place) => place.ground);
  const scale = fittingScale(tally, grounds, LARGEST_FIGURE);
  return grounds.map((ground, step) => {
    const rows = rowsOf(tally[step] ?? 0, Math.floor(ground.width / (FIGURE_PITCH * scale) + 1e-6)).length;
    const people = rows ? (FIGURE_HEIGHT + (rows - 1) * ROW_RISE) * scale : 0;
    return ground.foot - people - (tallies[step]?.isKey ? RAISE : 0);
  });
}
