/** Where the steps of a climb lie: ground, steps with equal rises, and the gap where the stair broke. Pure. */
import { FIGURE_PITCH, figureTally, type Ground, peoplePerFigure } from "./figures";
import type { OrderTally } from "./orders";
import { type Place, RAISE } from "./places";

/** The ground on the left and every step, in the picture's pixels. */
export interface ClimbPlaces {
  readonly ground: Place;
  readonly steps: readonly Place[];
  /** Where the stair is parted; null while it is whole. `left` is the end of the step before. */
  readonly crack: { readonly left: number; readonly width: number } | null;
}

export interface ClimbSize {
  readonly width: number;
  readonly height: number;
  /** How high the first step is, and how much each next one rises. */
  readonly first: number;
  readonly rise: number;
  /** How many times as wide as a plain step the last one is. */
  readonly topWidth: number;
}

export const CRACK = 44;
const GROUND_HIGH = 14;
/** People on one step reach at most this far up, so that the words above the low end keep their room. */
const CROWD_MOST = 230;

/** The climb in its box. A step that several options share is as many steps wide. */
export function climbPlaces(tally: OrderTally, size: ClimbSize): ClimbPlaces {
  const { width, height, first, rise, topWidth } = size;
  const { steps, brokenAfter } = tally;
  const gap = brokenAfter === null ? 0 : CRACK;
  const groundWidth = groundFor(tally, width);
  const units = steps.map((step) => step.options.length * (step.isTop && steps.length > 1 ? topWidth : 1));
  const unit = (width - groundWidth - gap) / units.reduce((total, own) => total + own, 0);
  let left = groundWidth + (brokenAfter === -1 ? gap : 0);
  const places = steps.map((_, step): Place => {
    const own = (units[step] ?? 1) * unit;
    const tall = first + step * rise;
    const place = boxed(left, height - tall, own, tall);
    left += own + (brokenAfter === step ? gap : 0);
    return place;
  });
  const ground = boxed(0, height - GROUND_HIGH, groundWidth, GROUND_HIGH);
  const before = brokenAfter === null ? null : brokenAfter < 0 ? ground : places[brokenAfter];
  return { ground, steps: places, crack: before ? { left: before.left + before.width, width: gap } : null };
}

function boxed(left: number, top: number, width: number, height: number): Place {
  const ground: Ground = {
    x: left + width / 2,
    foot: top - 2,
    width: Math.max(FIGURE_PITCH, width - 22),
    height: Math.min(CROWD_MOST, top - RAISE - 4),
  };
  return { left, top, width, height, ground };
}

/** The ground is as wide as its people ask, and never without room. */
function groundFor(tally: OrderTally, width: number): number {
  const counts = [tally.ground, ...tally.steps.map((step) => step.count)];
  const figures = figureTally(counts, peoplePerFigure(counts))[0] ?? 0;
  return Math.min(Math.max(118, Math.ceil(figures / 4) * FIGURE_PITCH * 1.1 + 30), width * (width < 1500 ? 0.15 : 0.2));
}
