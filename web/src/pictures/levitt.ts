/**
 * Two profiles around a sale: how much the seller gives and how much the customer cares, moment by moment. Pure.
 *
 * The heights are the model's, not measured: they have no scale and no numbers.
 */
import type { AxisReveal, AxisView, OptionView, OrderDetail } from "../wire/generated";
import { sum } from "./figures";
import type { Place } from "./places";
import { RAISE } from "./places";
import { worstTrap } from "./tallies";

/** The moments that the picture knows, in their order. The sale lies behind the third. */
export const MOMENTS = ["interest", "push", "cooling", "silence-after-sale", "looks-elsewhere"] as const;
export const MOMENTS_BEFORE_SALE = 3;
/** What people are asked about when no trap says otherwise. */
const USUAL_ITEM = "cooling";

/** Parts of the full height. */
const CUSTOMER = [0.4, 0.54, 0.415, 0.3, 0.21] as const;
const SELLER = [0.23, 0.8, 0.94] as const;
const AFTER_SALE = 0.025;
const SALE_GAP_PART = 0.055;

/** Whether the axis is the sale as this picture knows it; any other order is drawn as a stair. */
export function isSale(axis: AxisView, detail: OrderDetail | null): boolean {
  const key = detail?.key.map((step) => step.join(" ")) ?? [];
  return axis.options.length === MOMENTS.length && MOMENTS.every((moment, place) => key[place] === moment);
}

/** Where the class put the one item that the picture shows. */
export interface SaleTally {
  readonly item: OptionView;
  /** The item's own moment. */
  readonly own: number;
  /** How many put it at each moment. */
  readonly counts: readonly number[];
  readonly before: number;
  readonly all: number;
}

/** The item of the trap that most fell into, of any trap, or else the cooling; null when the axis lacks it. */
export function saleTally(axis: AxisView, reveal: AxisReveal): SaleTally | null {
  const fallen = worstTrap(reveal);
  const named = (fallen ? [fallen.trap] : reveal.traps).flatMap((trap) => trap.pick.split(">"));
  const id = named.length === 0 || named.includes(USUAL_ITEM) ? USUAL_ITEM : named[0];
  const item = axis.options.find((option) => option.id === id);
  const own = MOMENTS.findIndex((moment) => moment === id);
  if (!item || own < 0) return null;
  const told = reveal.detail.order?.steps.find((steps) => steps.option === id)?.counts ?? [];
  const counts = MOMENTS.map((_, moment) => told[moment] ?? 0);
  return { item, own, counts, before: sum(counts.slice(0, MOMENTS_BEFORE_SALE)), all: sum(counts) };
}

export interface SalePlaces {
  readonly moments: readonly Place[];
  /** The seller's line, as an svg path with corners only, and how much of its length lies before the fall. */
  readonly seller: string;
  readonly risingPart: number;
  readonly post: { readonly x: number; readonly top: number };
  readonly base: number;
  /** Height of the seller's line at the first and the second moment. */
  readonly sellerAt: readonly [number, number];
}

/** The picture in its box; `below` is kept free under the base for the moments' names. */
export function salePlaces(width: number, height: number, below: number): SalePlaces {
  const gap = width * SALE_GAP_PART;
  const own = (width - gap) / MOMENTS.length;
  const base = height - below;
  const full = base - 24;
  const left = (moment: number): number => moment * own + (moment >= MOMENTS_BEFORE_SALE ? gap : 0);
  const line = SELLER.map((part) => base - part * full);
  const moments = CUSTOMER.map((part, moment): Place => {
    const top = base - part * full;
    const ceiling = moment === 0 || moment >= MOMENTS_BEFORE_SALE ? top - 190 : (line[moment] ?? 0) + 16;
    return {
      left: left(moment),
      top,
      width: own,
      height: base - top,
      ground: { x: left(moment) + own / 2, foot: top - 2, width: own - 26, height: top - 2 - ceiling - RAISE },
    };
  });
  const fall = left(MOMENTS_BEFORE_SALE) - gap / 2 - 12;
  const [first = 0, second = 0, third = 0] = line;
  const end = base - AFTER_SALE * full;
  const rising = left(1) + (first - second) + (left(2) - left(1)) + (second - third) + (fall - left(2));
  const whole = rising + (end - third) + (width - fall);
  return {
    moments,
    seller: `M0 ${first}H${left(1)}V${second}H${left(2)}V${third}H${fall}V${end}H${width}`,
    risingPart: rising / whole,
    post: { x: fall + 30, top: Math.max(0, third - 6) },
    base,
    sellerAt: [first, second],
  };
}
