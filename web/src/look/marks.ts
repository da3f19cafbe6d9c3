/** The option marks: shape, letter and colour by an option's position in its axis (0 first). */

export interface MarkShape {
  /** A, B, C... */
  readonly letter: string;
  /** The drawing, in a box of 44 by 44. */
  readonly path: string;
  /** Where the letter's baseline stands, and its size. */
  readonly baseline: number;
  readonly letterSize: number;
}

/** Bun, tile, roof, shutter, loaf, mill and tulip. An eighth option needs a new shape first. */
export const MARKS: readonly MarkShape[] = [
  { letter: "A", path: "M22 3a19 19 0 1 1 0 38a19 19 0 1 1 0-38Z", baseline: 31, letterSize: 27 },
  { letter: "B", path: "M8 4h28a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4Z", baseline: 31, letterSize: 27 },
  { letter: "C", path: "M22 3 42 39H2Z", baseline: 37, letterSize: 24 },
  { letter: "D", path: "M22 1 43 22 22 43 1 22Z", baseline: 31, letterSize: 25 },
  { letter: "E", path: "M9 40V22C2 19 2 5 14 5h16c12 0 12 14 5 17v18Z", baseline: 32, letterSize: 25 },
  { letter: "F", path: "M14 3h16v11h11v16H30v11H14V30H3V14h11Z", baseline: 31, letterSize: 24 },
  { letter: "G", path: "M4 41V9l10 10L22 4l8 15L40 9v32Z", baseline: 37, letterSize: 22 },
];

/** The mark of a position. Raises for a position that has no mark. */
export function markAt(position: number): MarkShape {
  const mark = MARKS[position];
  if (!mark) throw new RangeError(`no option mark for position ${position}`);
  return mark;
}
