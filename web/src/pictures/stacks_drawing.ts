/** Everything that a picture of stacks shows, decided before anything is drawn; its words find their corner by it too. Pure. */
import type { AxisReveal, AxisView, Text } from "../wire/generated";
import { crowdsOn, largestFor } from "./crowds";
import { peoplePerFigure, type StandingFigure } from "./figures";
import { widthOf } from "./lettering";
import { type ChosenSet, setsOf } from "./sets";
import { type StacksPlaces, stacksPlaces } from "./stacks";
import { votersOf } from "./tallies";

export interface StacksDrawing {
  readonly sets: readonly ChosenSet[];
  readonly others: number;
  readonly places: StacksPlaces;
  /** One for every set; the others stand nowhere. */
  readonly crowds: readonly (readonly StandingFigure[])[];
  readonly labels: readonly string[];
  readonly labelSize: number;
  /** The names stand under their marks. */
  readonly isTall: boolean;
}

const MODEL_ROW = 84;
const NARROW_MODEL_ROW = 70;
/** Mark, gap, the dashed line where nobody built it, and air; and the same without a mark. */
const BESIDE_LABEL = 38 + 8 + 15 + 7;
const BELOW_LABEL = 15 + 7;

/** The stacks of an axis in a picture of this size. */
export function stacksDrawing(
  axis: AxisView,
  reveal: AxisReveal,
  width: number,
  height: number,
  seed: string,
  textOf: (text: Text) => string,
): StacksDrawing {
  const { sets, others } = setsOf(axis, reveal);
  const isWide = width > 1500;
  const labels = axis.options.map((option) => textOf(option.short));
  const modelWidth = isWide ? width * 0.5 : Math.max(...labels.map((label) => widthOf(label, 36))) + 230;
  const row = isWide ? MODEL_ROW : NARROW_MODEL_ROW;
  const places = stacksPlaces(sets, others > 0, axis.options.length, width, height, modelWidth, row);
  const own = places.stacks[0]?.width ?? 0;
  const widest = (size: number): number => Math.max(...labels.map((label) => widthOf(label, size) * 0.98));
  const beside = [36, 35, 34, 33].find((size) => widest(size) + BESIDE_LABEL <= own);
  const below = [34, 33, 32, 30, 28, 26].find((size) => widest(size) + BELOW_LABEL <= own) ?? 24;
  const counts = sets.map((set) => set.count);
  const voters = votersOf(axis, reveal);
  const grounds = places.stacks.slice(0, sets.length).map((stack) => stack.ground);
  return {
    sets,
    others,
    places,
    crowds: crowdsOn(grounds, counts, peoplePerFigure([voters]), largestFor(voters), seed),
    labels,
    labelSize: beside ?? below,
    isTall: beside === undefined,
  };
}
