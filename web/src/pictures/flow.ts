/**
 * Who moved between two votes, as bars and ribbons: as high as there were people. Pure, in the picture's own pixels.
 *
 * A ribbon to the key is gold, one that stays is stone, one away from the key is hatched; what changed between other
 * places is "other", and its ribbons under two per cent of the class run together through one knot.
 */
import type { FlowMove, FlowView } from "../wire/generated";
import { sum } from "./figures";

export type RibbonKind = "stay" | "came" | "left" | "other";

/** A bar of one vote, with its slot: never lower than its label. */
export interface FlowBar {
  readonly top: number;
  readonly height: number;
  /** The middle of its label. */
  readonly middle: number;
}

/** A ribbon between two upright edges. */
export interface FlowRibbon {
  readonly kind: RibbonKind;
  readonly count: number;
  readonly fromX: number;
  readonly fromTop: number;
  readonly toX: number;
  readonly toTop: number;
  readonly height: number;
  /** The middle of a ribbon whose number may be written in it; false for a part of a knot. */
  readonly isWhole: boolean;
}

export interface FlowDrawing {
  readonly before: readonly FlowBar[];
  readonly after: readonly FlowBar[];
  readonly ribbons: readonly FlowRibbon[];
  /** Pixels per person. */
  readonly unit: number;
}

/** How many people each kind of ribbon is: together everybody who voted twice. */
export type FlowCounts = Readonly<Record<RibbonKind, number>>;

/** A smaller part of the class than this runs through the knot. */
const SMALL = 0.02;
/** One person is never higher than this, so that five people do not fill a wall. */
const HIGHEST_UNIT = 60;

/** Which kind of ribbon a move is. */
export function ribbonKind(flow: FlowView, move: FlowMove): RibbonKind {
  if (move.origin === move.destination) return "stay";
  const isKey = (id: string): boolean => flow.places.find((place) => place.id === id)?.is_key ?? false;
  if (isKey(move.origin) === isKey(move.destination)) return "other";
  return isKey(move.destination) ? "came" : "left";
}

/** The people of each kind. */
export function flowCounts(flow: FlowView): FlowCounts {
  const of = (kind: RibbonKind): number =>
    sum(flow.moves.filter((move) => ribbonKind(flow, move) === kind).map((move) => move.count));
  return { stay: of("stay"), came: of("came"), left: of("left"), other: of("other") };
}

/** Bars and ribbons in a picture of this height, between the bars' inner edges at `left` and `right`. */
export function flowDrawing(
  flow: FlowView,
  left: number,
  right: number,
  height: number,
  gap: number,
  slot: number,
): FlowDrawing {
  const before = flow.places.map((place) => place.before);
  const after = flow.places.map((place) => place.after);
  const unit = Math.min(unitFor(before, height, gap, slot), unitFor(after, height, gap, slot));
  const starts = barsOf(before, unit, height, gap, slot);
  const ends = barsOf(after, unit, height, gap, slot);
  return { before: starts, after: ends, ribbons: ribbonsOf(flow, starts, ends, left, right, unit, height), unit };
}

/** The most pixels per person at which all bars, none in less room than its label, fit one above the other. */
function unitFor(counts: readonly number[], height: number, gap: number, slot: number): number {
  const room = height - gap * (counts.length - 1);
  const needs = (unit: number): number => sum(counts.map((count) => Math.max(slot, count * unit)));
  let low = 0;
  let high = HIGHEST_UNIT;
  if (needs(high) <= room) return high;
  for (let turn = 0; turn < 40; turn += 1) {
    const middle = (low + high) / 2;
    if (needs(middle) <= room) low = middle;
    else high = middle;
  }
  return low;
}

function barsOf(counts: readonly number[], unit: number, height: number, gap: number, slot: number): FlowBar[] {
  const rooms = counts.map((count) => Math.max(slot, count * unit));
  const spare = height - sum(rooms) - gap * (counts.length - 1);
  let top = Math.max(0, spare / 2);
  return counts.map((count, place) => {
    const room = rooms[place] ?? 0;
    const bar = { top: top + (room - count * unit) / 2, height: count * unit, middle: top + room / 2 };
    top += room + gap;
    return bar;
  });
}

function ribbonsOf(
  flow: FlowView,
  starts: readonly FlowBar[],
  ends: readonly FlowBar[],
  left: number,
  right: number,
  unit: number,
  height: number,
): FlowRibbon[] {
  const placeOf = (id: string): number => flow.places.findIndex((place) => place.id === id);
  const ordered = [...flow.moves]
    .filter((move) => move.count > 0)
    .sort((one, other) => placeOf(one.origin) - placeOf(other.origin) || placeOf(one.destination) - placeOf(other.destination));
  const leaves = starts.map((bar) => bar.top);
  const lands = ends.map((bar) => bar.top);
  const takes = (tops: number[], place: number, high: number): number => {
    const top = tops[place] ?? 0;
    tops[place] = top + high;
    return top;
  };
  const whole: FlowRibbon[] = [];
  const small: FlowRibbon[] = [];
  for (const move of ordered) {
    const kind = ribbonKind(flow, move);
    const high = move.count * unit;
    const isSmall = kind === "other" && move.count < SMALL * flow.voters;
    (isSmall ? small : whole).push({
      kind,
      count: move.count,
      fromX: left,
      fromTop: takes(leaves, placeOf(move.origin), high),
      toX: right,
      toTop: takes(lands, placeOf(move.destination), high),
      height: high,
      isWhole: true,
    });
  }
  return [...whole, ...knot(small, (left + right) / 2, height)];
}

/** Small ribbons run through one knot in the middle: first all of them in, then all of them out. */
function knot(small: readonly FlowRibbon[], middle: number, height: number): FlowRibbon[] {
  if (small.length < 3) return [...small];
  const high = sum(small.map((ribbon) => ribbon.height));
  const mean = sum(small.map((ribbon) => (ribbon.fromTop + ribbon.toTop) * ribbon.height)) / (2 * high);
  let inTop = Math.min(Math.max(0, mean), height - high);
  let outTop = inTop;
  const into = small.map((ribbon) => {
    const part = { ...ribbon, toX: middle, toTop: inTop, isWhole: false };
    inTop += ribbon.height;
    return part;
  });
  const out = [...small]
    .sort((one, other) => one.toTop - other.toTop)
    .map((ribbon) => {
      const part = { ...ribbon, count: 0, fromX: middle, fromTop: outTop, isWhole: false };
      outTop += ribbon.height;
      return part;
    });
  return [...into, ...out];
}

/** The outline of a ribbon. */
export function ribbonPath(ribbon: FlowRibbon): string {
  const { fromX, toX, fromTop, toTop, height } = ribbon;
  const middle = (fromX + toX) / 2;
  return (
    `M${fromX} ${fromTop}C${middle} ${fromTop} ${middle} ${toTop} ${toX} ${toTop}v${height}` +
    `C${middle} ${toTop + height} ${middle} ${fromTop + height} ${fromX} ${fromTop + height}Z`
  );
}
