/** The people of one picture, each crowd on its own ground and all of one size. Pure, in the picture's own pixels. */
import {
  FIGURE_HEIGHT,
  figureTally,
  fittingScale,
  type Ground,
  LARGEST_FIGURE,
  type StandingFigure,
  standOn,
} from "./figures";

/** A class as small as this is drawn larger. */
const FEW = 12;
const LARGEST_OF_FEW = 1.6;

/** The largest scale at which a class of this size is drawn. */
export function largestFor(voters: number): number {
  return voters <= FEW ? LARGEST_OF_FEW : LARGEST_FIGURE;
}

/** Everybody on their ground: the largest size, at most `most`, at which all of them find room. */
export function crowdsOn(
  grounds: readonly Ground[],
  counts: readonly number[],
  perFigure: 1 | 10,
  most: number,
  seed: string,
): StandingFigure[][] {
  const tally = figureTally(counts, perFigure);
  const scale = fittingScale(tally, grounds, most);
  return grounds.map((ground, place) => standOn(ground, tally[place] ?? 0, scale, `${seed} ${place}`));
}

/** How high a crowd reaches; its foot where nobody stands. */
export function topOf(crowd: readonly StandingFigure[], foot: number): number {
  return Math.min(foot, ...crowd.map((figure) => figure.y - FIGURE_HEIGHT * figure.scale));
}
