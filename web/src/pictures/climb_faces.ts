/** How names and numbers stand on the steps of a climb: all the same way. Rough on purpose, decided before drawing. Pure. */
import { longestPart, nameLinesOf } from "./hyphens";
import { widthOf } from "./lettering";

export interface ClimbFaces {
  /** Number beside the name, or above it where the step is narrow. */
  readonly isStacked: boolean;
  readonly size: number;
  readonly count: number;
  /** What words keep free at the sides of their step. */
  readonly margin: number;
  /** About how high the highest face is, with the air around it. */
  readonly height: number;
}

export interface ClimbName {
  readonly label: string;
  /** Empty where no number stands. */
  readonly count: string;
  /** Of the step. */
  readonly width: number;
}

const MARGIN = 18;
const NARROW_MARGIN = 11;
const NARROW_STEP = 240;
const AIR_ABOVE = 24;
const AIR_BELOW = 12;
const COUNT_GAP = 14;
/** Widths are estimates: a name that is as wide as its room may break after all. */
const CAUTION = 1.05;
/** Sizes of a number beside its name, and above it. */
const BESIDE = 56;
const ABOVE = 52;

/** The largest setting in which no word is wider than its room. */
export function climbFaces(names: readonly ClimbName[]): ClimbFaces {
  const margin = Math.min(...names.map((name) => name.width)) < NARROW_STEP ? NARROW_MARGIN : MARGIN;
  const inner = (name: ClimbName): number => name.width - 2 * margin;
  const room = (name: ClimbName): number => inner(name) - (name.count ? widthOf(name.count, BESIDE) + COUNT_GAP : 0);
  for (const most of [1, 2]) {
    for (const size of [40, 38, 36, 34]) {
      if (!names.every((name) => longestPart(name.label, size) * CAUTION <= room(name))) continue;
      const lines = Math.max(...names.map((name) => nameLinesOf(name.label, size * CAUTION, room(name))));
      if (lines > most) continue;
      return { isStacked: false, size, count: BESIDE, margin, height: faceHeight(Math.max(48, lines * size * 1.12)) };
    }
  }
  // A whole word that is a little small reads better than a broken one.
  const size = [36, 34, 32, 30].find((one) => names.every((name) => longestPart(name.label, one) * CAUTION <= inner(name))) ?? 28;
  const lines = Math.max(...names.map((name) => nameLinesOf(name.label, size * CAUTION, inner(name))));
  return { isStacked: true, size, count: ABOVE, margin, height: faceHeight(ABOVE + lines * size * 1.12) };
}

function faceHeight(text: number): number {
  return AIR_ABOVE + text + AIR_BELOW;
}
