/** What the class put with each item of a pair, as treads in a row. Pure; counts come from the server. */
import type { AxisReveal, AxisView, ItemDetail, OptionView } from "../wire/generated";
import { type Ground, sum } from "./figures";
import { type FallenInto, worstTrap } from "./tallies";

/** One tread: an option, or all others together. */
export interface PairTread {
  /** Null for the others together. */
  readonly option: OptionView | null;
  /** The option's place in the axis; -1 for the others. */
  readonly position: number;
  readonly count: number;
  readonly isKey: boolean;
}

export interface PairRow {
  readonly item: ItemDetail;
  readonly treads: readonly PairTread[];
  /** How many put something with the item. */
  readonly all: number;
}

/** How wide a tread must be for its words. */
export type WidthOfTread = (tread: PairTread) => number;

/** The rows, in each the key and what most chose in the order of the axis: as many treads as stand side by side in `room`. */
export function pairRows(axis: AxisView, reveal: AxisReveal, room: number, widthOf: WidthOfTread): PairRow[] {
  return reveal.detail.items.map((item) => {
    const treads = axis.options.map((option, position) => ({
      option,
      position,
      count: item.counts.find((counted) => counted.option === option.id)?.count ?? 0,
      isKey: option.id === item.key,
    }));
    return { item, treads: shown(treads, room, widthOf), all: sum(item.counts.map((counted) => counted.count)) };
  });
}

const ALL_AT_MOST = 3;
export const TREAD_GAP = 16;

function shown(treads: readonly PairTread[], room: number, widthOf: WidthOfTread): PairTread[] {
  const chosen = treads.length <= ALL_AT_MOST ? [...treads] : treads.filter((tread) => tread.isKey || tread.count > 0);
  const ranked = [...chosen].sort(
    (one, other) => Number(other.isKey) - Number(one.isKey) || other.count - one.count || one.position - other.position,
  );
  for (let kept = ranked.length; kept > 0; kept -= 1) {
    const others = ranked.slice(kept);
    const row: PairTread[] = ranked.slice(0, kept).sort((one, other) => one.position - other.position);
    if (others.length > 0) row.push({ option: null, position: -1, count: sum(others.map((tread) => tread.count)), isKey: false });
    const width = sum(row.map(widthOf)) + TREAD_GAP * (row.length - 1);
    if (width <= room || kept === 1) return row;
  }
  return [];
}

export interface TreadPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly ground: Ground;
}

const TREAD_HEIGHT = 62;
const ROW_GAP = 22;
/** How wide people would like a tread to be, each of them. */
const ROOM_OF_ONE = 16;

/** Where the treads of every row lie, right of (or under) the items' names: as wide as their words and people ask. */
export function pairPlaces(
  rows: readonly PairRow[],
  width: number,
  height: number,
  nameWidth: number,
  nameHeight: number,
  widthOf: WidthOfTread,
): TreadPlace[][] {
  const tall = (height - ROW_GAP * (rows.length - 1)) / rows.length;
  return rows.map((row, number) => {
    const top = number * (tall + ROW_GAP) + tall - TREAD_HEIGHT;
    const people = Math.min(tall - nameHeight - TREAD_HEIGHT - 14, 190);
    const least = row.treads.map(widthOf);
    const free = Math.max(0, width - nameWidth - sum(least) - TREAD_GAP * (row.treads.length - 1));
    const asked = row.treads.map((tread) => tread.count * ROOM_OF_ONE);
    const part = Math.min(1, free / Math.max(1, sum(asked)));
    let left = nameWidth;
    return row.treads.map((_, place) => {
      const own = (least[place] ?? 0) + (asked[place] ?? 0) * part;
      const box = { left, top, width: own, height: TREAD_HEIGHT };
      left += own + TREAD_GAP;
      return { ...box, ground: { x: box.left + own / 2, foot: top - 2, width: own - 16, height: people } };
    });
  });
}

/** The item on which most people were wrong; the first where nobody was, null without items. */
export function hardestItem(reveal: AxisReveal): { readonly item: ItemDetail; readonly right: number; readonly all: number } | null {
  const items = reveal.detail.items.map((item) => ({
    item,
    right: item.counts.find((counted) => counted.option === item.key)?.count ?? 0,
    all: sum(item.counts.map((counted) => counted.count)),
  }));
  return items.reduce<(typeof items)[number] | null>(
    (worst, one) => (worst && worst.all - worst.right >= one.all - one.right ? worst : one),
    null,
  );
}

export interface PairTrap extends FallenInto {
  readonly item: ItemDetail;
  readonly option: OptionView;
}

/** The trap of a pair that most fell into; null when nobody did, or on an axis of another kind. */
export function pairTrap(axis: AxisView, reveal: AxisReveal): PairTrap | null {
  const fallen = worstTrap(reveal);
  const [itemId, optionId] = fallen?.trap.pick.split(":") ?? [];
  const item = reveal.detail.items.find((one) => one.item === itemId);
  const option = axis.options.find((one) => one.id === optionId);
  return fallen && item && option ? { ...fallen, item, option } : null;
}
