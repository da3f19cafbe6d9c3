/** Where the stacks of a multi lie: each set of blocks on its own, the model top right, words in the free corner. Pure. */
import { topOf } from "./crowds";
import type { Ground, StandingFigure } from "./figures";
import type { Place } from "./places";
import { RAISE } from "./places";
import type { ChosenSet } from "./sets";

export interface StacksPlaces {
  /** A place for every set, and one more for the others where there are any. */
  readonly stacks: readonly Place[];
  readonly blockHeight: number;
  /** Where the ground is; the numbers stand below. */
  readonly base: number;
  readonly model: { readonly left: number; readonly width: number; readonly rowHeight: number; readonly bottom: number };
}

/** Words stand above the stacks: wide at first, narrower where the higher stacks begin. */
export interface Corner {
  readonly width: number;
  readonly wideUntil: number;
  readonly narrow: number;
  readonly height: number;
}

export const NUMBER_HEIGHT = 84;
export const STACK_GAP = 14;
const WIDEST_STACK = 340;
const TALLEST_BLOCK = 88;
const LEAST_BLOCK = 48;
/** What stays free for people on a stack that reaches the model, and the most that a crowd takes beside it. */
const LEAST_HEADROOM = 110;
const MOST_HEADROOM = 190;
const AIR = 16;

/** The places of some stacks in a picture of this size. `modelRow` is the height of a row of the model. */
export function stacksPlaces(
  sets: readonly ChosenSet[],
  hasOthers: boolean,
  options: number,
  width: number,
  height: number,
  modelWidth: number,
  modelRow: number,
): StacksPlaces {
  const heights = [...sets.map((set) => set.positions.length), ...(hasOthers ? [1] : [])];
  const base = height - NUMBER_HEIGHT;
  const model = { left: width - modelWidth, width: modelWidth, rowHeight: modelRow, bottom: options * modelRow };
  const tallest = Math.max(1, ...heights);
  const free = (base - model.bottom - LEAST_HEADROOM - AIR) / tallest;
  const blockHeight = Math.max(LEAST_BLOCK, Math.min(TALLEST_BLOCK, free));
  const own = Math.min(WIDEST_STACK, (width - STACK_GAP * (heights.length - 1)) / heights.length);
  const first = width - heights.length * own - STACK_GAP * (heights.length - 1);
  const stacks = heights.map((blocks, place): Place => {
    const left = first + place * (own + STACK_GAP);
    const tall = blocks * blockHeight;
    const top = base - tall;
    const isUnderModel = left + own > model.left - AIR;
    const headroom = isUnderModel ? top - model.bottom - AIR - RAISE : Math.min(MOST_HEADROOM, top);
    const ground: Ground = { x: left + own / 2, foot: top - 2, width: own - 14, height: Math.max(40, headroom - 4) };
    return { left, top, width: own, height: tall, ground };
  });
  return { stacks, blockHeight, base, model };
}

/** What is free for words at the left top, above the people. */
export function cornerOf(places: StacksPlaces, crowds: readonly (readonly StandingFigure[])[]): Corner {
  const width = places.model.left - 48;
  const tops = places.stacks.map((stack, place) => topOf(crowds[place] ?? [], stack.top) - RAISE - AIR);
  const low = Math.max(...tops.map((_, place) => places.stacks[place]?.top ?? 0));
  const higher = places.stacks.find((stack) => stack.top < low - 1 && stack.left < width);
  const narrow = Math.min(width, higher ? higher.left - 30 : width);
  const above = (until: number): number =>
    Math.min(places.base, ...tops.filter((_, place) => (places.stacks[place]?.left ?? 0) < until));
  return { width, wideUntil: above(width), narrow, height: above(narrow) };
}
