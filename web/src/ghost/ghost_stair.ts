/** The class as it was, on treads of points: open figures, with the racer's own tread among them. */
import type { MilliPoints, TreadCount } from "../wire/generated";

export interface GhostTread {
  readonly x: number;
  /** Height of its stone. */
  readonly top: number;
  readonly ghosts: number;
  /** Where the figures stand: one each, or one for ten. */
  readonly figures: readonly { readonly x: number; readonly up: number }[];
  readonly isYours: boolean;
}

export interface GhostStair {
  readonly treads: readonly GhostTread[];
  readonly treadWidth: number;
  /** Size of an open figure, of 1. */
  readonly scale: number;
  readonly areTen: boolean;
  readonly hasNumbers: boolean;
  readonly low: MilliPoints;
  readonly high: MilliPoints;
}

const TREADS_MOST = 10;
/** Above so many one figure is ten; above the second the treads carry numbers too. */
const ONE_EACH_MOST = 60;
const NUMBERED_ABOVE = 300;
const FIGURE_HIGH = 58;
const FIGURE_WIDE = 34;
const SCALE_MOST = 0.5;
const SCALE_LEAST = 0.14;
const YOURS_SCALE = 0.8;

/** `room` is what may stand above the highest stone. */
export function ghostStair(
  counts: readonly TreadCount[],
  own: MilliPoints,
  most: MilliPoints,
  width: number,
  height: number,
): GhostStair {
  const points = counts.map((one) => one.points);
  const low = Math.min(0, own, ...points);
  const high = Math.max(own, most, ...points, low + 1);
  const number = Math.max(2, Math.min(TREADS_MOST, Math.round((high - low) / 1000) + 1));
  const treadOf = (value: number): number => Math.min(number - 1, Math.floor(((value - low) / (high - low)) * number));
  const standing = new Array<number>(number).fill(0);
  for (const one of counts) standing[treadOf(one.points)] = (standing[treadOf(one.points)] ?? 0) + one.count;
  const all = standing.reduce((sum, ghosts) => sum + ghosts, 0);
  const areTen = all > ONE_EACH_MOST;
  const shown = standing.map((ghosts) => (areTen ? Math.ceil(ghosts / 10) : ghosts));
  const treadWidth = width / number;
  const stone = (place: number): number => 24 + (place / (number - 1)) * height * 0.38;
  const yours = treadOf(own);
  const scale = fitting(shown, yours, treadWidth, height, stone);
  const across = Math.max(1, Math.floor(treadWidth / (FIGURE_WIDE * scale)));
  const treads = shown.map((figures, place) => {
    const foot = place === yours ? FIGURE_HIGH * YOURS_SCALE + 4 : 0;
    return {
      x: place * treadWidth,
      top: stone(place),
      ghosts: standing[place] ?? 0,
      figures: Array.from({ length: figures }, (_, at) => {
        const row = Math.floor(at / across);
        const inRow = Math.min(across, figures - row * across);
        return {
          x: (place + 0.5) * treadWidth + ((at % across) - (inRow - 1) / 2) * FIGURE_WIDE * scale,
          up: stone(place) + foot + row * FIGURE_HIGH * scale,
        };
      }),
      isYours: place === yours,
    };
  });
  return { treads, treadWidth, scale, areTen, hasNumbers: all > NUMBERED_ABOVE, low, high };
}

/** The largest figures with which every column stays in the drawing. */
function fitting(
  shown: readonly number[],
  yours: number,
  treadWidth: number,
  height: number,
  stone: (place: number) => number,
): number {
  for (let scale = SCALE_MOST; scale > SCALE_LEAST; scale -= 0.02) {
    const across = Math.max(1, Math.floor(treadWidth / (FIGURE_WIDE * scale)));
    const fits = shown.every((figures, place) => {
      const own = place === yours ? FIGURE_HIGH * YOURS_SCALE + 4 : 0;
      return stone(place) + own + Math.ceil(figures / across) * FIGURE_HIGH * scale <= height;
    });
    if (fits) return scale;
  }
  return SCALE_LEAST;
}
