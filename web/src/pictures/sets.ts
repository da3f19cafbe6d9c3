/** A multi: what was chosen together, and whether it was exactly the key. Pure; counts come from the server. */
import type { AxisReveal, AxisView, OptionId } from "../wire/generated";
import { sum } from "./figures";

/** Options that people chose together: their places in the axis, lowest first. */
export interface ChosenSet {
  readonly positions: readonly number[];
  readonly count: number;
  readonly isKey: boolean;
}

/** With more options than this not every set can be shown. */
const MOST_FOR_ALL = 3;
/** How many sets are shown then; the others become one number. */
const MOST_SHOWN = 6;

/** The places of the right options. */
export function keyPositions(axis: AxisView, reveal: AxisReveal): number[] {
  return axis.options.flatMap((option, position) =>
    reveal.accepted.some((accepted) => accepted.option === option.id) ? [position] : [],
  );
}

/** How many people chose exactly the right options. */
export function exactlyRight(axis: AxisView, reveal: AxisReveal): number {
  return countOf(axis, reveal, keyPositions(axis, reveal));
}

/**
 * The sets to show, the smallest first, and how many people chose another.
 *
 * Of three options every set is there, also where nobody chose it; of more the key and the five that most chose.
 */
export function setsOf(axis: AxisView, reveal: AxisReveal): { readonly sets: ChosenSet[]; readonly others: number } {
  const key = keyPositions(axis, reveal);
  const chosen = axis.options.length <= MOST_FOR_ALL ? subsets(axis.options.length) : mostChosen(axis, reveal, key);
  const sets = chosen
    .sort((one, other) => one.length - other.length || inOrder(one, other))
    .map((positions) => ({ positions, count: countOf(axis, reveal, positions), isKey: isSame(positions, key) }));
  const all = sum(reveal.detail.combinations.map((combination) => combination.count));
  return { sets, others: all - sum(sets.map((set) => set.count)) };
}

function mostChosen(axis: AxisView, reveal: AxisReveal, key: readonly number[]): number[][] {
  const built = [...reveal.detail.combinations]
    .sort((one, other) => other.count - one.count)
    .map((combination) => positionsOf(axis, combination.options))
    .filter((positions) => positions.length > 0 && !isSame(positions, key));
  return [[...key], ...built.slice(0, MOST_SHOWN - 1)];
}

/** Every set of at least one of so many options. */
function subsets(count: number): number[][] {
  const places = Array.from({ length: count }, (_, place) => place);
  return Array.from({ length: 2 ** count - 1 }, (_, number) => places.filter((place) => (number + 1) & (1 << place)));
}

function countOf(axis: AxisView, reveal: AxisReveal, positions: readonly number[]): number {
  const same = reveal.detail.combinations.filter((set) => isSame(positionsOf(axis, set.options), positions));
  return sum(same.map((set) => set.count));
}

function positionsOf(axis: AxisView, options: readonly OptionId[]): number[] {
  return axis.options.flatMap((option, position) => (options.includes(option.id) ? [position] : []));
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((position, place) => position === other[place]);
}

function inOrder(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((position, index) => position !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}
