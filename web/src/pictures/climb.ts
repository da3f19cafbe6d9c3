/** A climb drawn: who stands where, what is cut into the steps, and what stays free above the low end. Pure. */
import type { AxisReveal, AxisView, Text } from "../wire/generated";
import { type ClimbFaces, climbFaces } from "./climb_faces";
import { climbPlaces, type ClimbPlaces } from "./climb_places";
import { crowdsOn, largestFor, topOf } from "./crowds";
import { peoplePerFigure, type StandingFigure, sum } from "./figures";
import { breakable, longestPart } from "./hyphens";
import { inscribe, type Inscription } from "./inscriptions";
import { widthOf } from "./lettering";
import { orderTally, type OrderTally, orderTrap } from "./orders";
import { type Place, RAISE } from "./places";

/** A box of words, from the picture's own left top. */
export interface WordBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ClimbDrawing {
  readonly tally: OrderTally;
  readonly labels: readonly string[];
  readonly places: ClimbPlaces;
  readonly faces: ClimbFaces;
  /** People on the ground, then on every step. */
  readonly crowds: readonly (readonly StandingFigure[])[];
  /** The sign over the crack, and where its post goes down. */
  readonly flag: (WordBox & { readonly post: number; readonly foot: number }) | null;
  readonly why: Inscription | null;
  readonly trap: (Inscription & { readonly box: WordBox }) | null;
}

/** What the words of this device are. */
export interface ClimbWords {
  readonly textOf: (text: Text) => string;
  readonly and: (labels: readonly string[]) => string;
  readonly brokeHere: string;
  readonly swapped: (count: number, first: string, second: string) => string;
}

const FLAG_SIZE = 34;
const FLAG_HEIGHT = 54;
/** What stays free above the highest step for its people. */
const HEADROOM = 190;
const LEAST_HEADROOM = 120;
const MOST_RISE = 116;
/** A stair of so few steps may rise faster. */
const FEW_STEPS = 3;
const MOST_RISE_OF_FEW = 170;
/** Names smaller than this ask for a wider step, not for more words beside them. */
const LEAST_CARVED = 34;
const TOP_WIDTHS = [1.1, 1.3, 1.5, 1.7, 1.9, 2.1] as const;

/** How many people each crowd of an order is: on the ground, then on every step. */
export function climbCounts(axis: AxisView, reveal: AxisReveal): number[] {
  const detail = reveal.detail.order;
  if (!detail) return [];
  const tally = orderTally(axis, detail);
  return [tally.ground, ...tally.steps.map((step) => step.count)];
}

/** The stair with nothing but names and numbers on it; null without an order. */
export function plainClimb(
  axis: AxisView,
  reveal: AxisReveal,
  width: number,
  height: number,
  seed: string,
  words: ClimbWords,
): ClimbDrawing | null {
  return reveal.detail.order ? drawn(axis, reveal, width, height, seed, words, 1) : null;
}

/**
 * The stair with why cut into its top and the trap into the step that nobody can stop on; null where they do not fit.
 */
export function carvedClimb(
  axis: AxisView,
  reveal: AxisReveal,
  width: number,
  height: number,
  seed: string,
  words: ClimbWords,
): ClimbDrawing | null {
  if (!reveal.detail.order) return null;
  for (const topWidth of TOP_WIDTHS) {
    const plain = drawn(axis, reveal, width, height, seed, words, topWidth);
    const top = plain.places.steps.at(-1);
    if (!top || plain.faces.size < LEAST_CARVED) return null;
    const inner = top.width - 2 * plain.faces.margin - 8;
    const why = inscribe("", words.textOf(reveal.why), inner, top.height - plain.faces.height - 16);
    const trap = carvedTrap(axis, reveal, plain, words);
    const isWhole = why !== null && longestPart(why.text, why.size) <= inner;
    if (isWhole && trap !== undefined) return { ...plain, why, trap };
  }
  return null;
}

/** The trap in the last steps but one, as wide as it asks; undefined when it does not fit, null when there is none. */
function carvedTrap(
  axis: AxisView,
  reveal: AxisReveal,
  plain: ClimbDrawing,
  words: ClimbWords,
): ClimbDrawing["trap"] | undefined {
  const fallen = orderTrap(axis, reveal);
  if (!fallen) return null;
  const { steps } = plain.places;
  const lead = words.swapped(fallen.count, words.textOf(fallen.first.short), words.textOf(fallen.second.short));
  const text = words.textOf(fallen.trap.text);
  const last = steps.length - 2;
  const first = Math.max(0, (plain.tally.brokenAfter ?? -1) + 1, last - 2);
  for (const from of [last - 1, last - 2, last].filter((step) => step >= Math.min(first, last))) {
    const low = steps[from];
    const high = steps[last];
    if (!low || !high) continue;
    const box = {
      left: low.left + plain.faces.margin,
      top: low.top + plain.faces.height + 10,
      width: high.left + high.width - low.left - 2 * plain.faces.margin,
      height: low.height - plain.faces.height - 22,
    };
    const inscription = inscribe(lead, text, box.width, box.height);
    if (inscription && longestPart(`${lead} ${text}`, inscription.size) <= box.width) return { ...inscription, box };
  }
  return undefined;
}

function drawn(
  axis: AxisView,
  reveal: AxisReveal,
  width: number,
  height: number,
  seed: string,
  words: ClimbWords,
  topWidth: number,
): ClimbDrawing {
  const tally = orderTally(axis, reveal.detail.order ?? { key: [], reached: [], steps: [] });
  const labels = tally.steps.map((step) => words.and(step.options.map((option) => breakable(words.textOf(option.short)))));
  const flat = climbPlaces(tally, { width, height, first: 100, rise: 0, topWidth });
  const faces = climbFaces(
    labels.map((label, step) => ({
      label,
      count: tally.steps[step]?.isAlwaysEmpty ? "" : String(tally.steps[step]?.count ?? 0),
      width: flat.steps[step]?.width ?? 0,
    })),
  );
  const headroom = Math.max(LEAST_HEADROOM, Math.min(HEADROOM, height * 0.32));
  const rises = Math.max(1, tally.steps.length - 1);
  const rise = Math.min(tally.steps.length <= FEW_STEPS ? MOST_RISE_OF_FEW : MOST_RISE, (height - headroom - faces.height) / rises);
  const places = climbPlaces(tally, { width, height, first: faces.height, rise, topWidth });
  const counts = [tally.ground, ...tally.steps.map((step) => step.count)];
  const grounds = [places.ground, ...places.steps].map((place) => place.ground);
  const crowds = crowdsOn(grounds, counts, peoplePerFigure(counts), largestFor(sum(counts)), seed);
  return { tally, labels, places, faces, crowds, flag: flagOf(tally, places, crowds, words.brokeHere, width), why: null, trap: null };
}

/** The sign stands left of its post where there is room, above everybody beneath it. */
function flagOf(
  tally: OrderTally,
  places: ClimbPlaces,
  crowds: readonly (readonly StandingFigure[])[],
  text: string,
  most: number,
): ClimbDrawing["flag"] {
  const { crack } = places;
  if (!crack || tally.brokenAfter === null) return null;
  const post = crack.left + crack.width / 2;
  const width = widthOf(text, FLAG_SIZE) + 36;
  const left = post - width >= 0 ? post - width : Math.min(post, most - width);
  const all = [places.ground, ...places.steps];
  const under = all.flatMap((place, number) =>
    place.left < left + width && place.left + place.width > left ? [topOf(crowds[number] ?? [], place.top)] : [],
  );
  const foot = places.steps[tally.brokenAfter + 1]?.top ?? places.ground.top;
  const top = Math.max(0, Math.min(...under, foot - 40) - 14 - FLAG_HEIGHT);
  return { left, top, width, height: FLAG_HEIGHT, post, foot };
}

/** The largest free rectangle from the left top over ground and steps, above people and sign. */
export function climbCorner(drawing: ClimbDrawing): { width: number; height: number } {
  const { places, crowds, flag } = drawing;
  const all: readonly Place[] = [places.ground, ...places.steps];
  const tops = all.map((place, number) => {
    const isTop = number === all.length - 1;
    const crowd = topOf(crowds[number] ?? [], place.top) - (isTop ? RAISE : 0);
    const isUnderFlag = flag && flag.left < place.left + place.width && flag.left + flag.width > place.left;
    return isUnderFlag ? Math.min(crowd, flag.top) : crowd;
  });
  let best = { width: 0, height: 0 };
  for (let span = 1; span < all.length; span += 1) {
    const width = (all[span]?.left ?? 0) - 36;
    const height = Math.min(...tops.slice(0, span)) - 20;
    if (width * height > best.width * best.height) best = { width, height };
  }
  return best;
}
