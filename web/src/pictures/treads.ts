/**
 * A step for each option, its name cut in, whose tread is as long as the people on it are many. All ranks are equally
 * deep, so that lengths compare. Pure, in the picture's pixels.
 */
import { figureLooks } from "../look/figures";
import type { Text } from "../wire/generated";
import { FIGURE_HEIGHT, FIGURE_PITCH, ROW_RISE, type StandingFigure } from "./figures";
import { numberWidth, widthOf } from "./lettering";
import { RAISE } from "./places";
import { seedOf } from "./seeded";
import type { OptionTally } from "./tallies";

export interface Tread {
  /** Of the step; its people stand above. */
  readonly top: number;
  /** Of the tread on it: 0 where nobody stands. */
  readonly length: number;
  readonly people: readonly StandingFigure[];
}

/** How the names of all steps are set. */
export interface StepFace {
  readonly name: number;
  readonly mark: number;
  readonly count: number;
  /** The hint stands beside the name, under it or nowhere. */
  readonly hint: "beside" | "below" | "none";
}

export interface Treads {
  readonly rows: readonly Tread[];
  readonly stepHeight: number;
  readonly rowHeight: number;
  readonly face: StepFace;
}

/** The people of a class stand larger here: a row is theirs alone. */
export const LARGEST_ON_TREAD = 1.6;
export const SIDE = 22;
const GAP = 16;
const DEEPEST = 8;
/** Every other rank looks out between those before it. */
const BETWEEN = 0.5;
const HINT = 33;
const HIGH_STEP = 138;

/** Sizes of name, mark and number by the height of a row. */
const SIZES = [
  { over: 230, name: 48, mark: 58, count: 76 },
  { over: 145, name: 42, mark: 48, count: 60 },
  { over: 118, name: 38, mark: 42, count: 52 },
] as const;
const LEAST_SIZES = { name: 35, mark: 38, count: 44 } as const;

type TextOf = (text: Text) => string;

/** The steps of an axis in a picture of this size. `figures` are how many stand for each option. */
export function treadsOf(
  tallies: readonly OptionTally[],
  figures: readonly number[],
  width: number,
  height: number,
  seed: string,
  textOf: TextOf,
): Treads {
  const rowHeight = (height - GAP * (tallies.length - 1)) / tallies.length;
  const { face, stepHeight } = faceOf(tallies, rowHeight, width, textOf);
  const room = { width: width - 2 * SIDE, height: rowHeight - stepHeight - RAISE - 4 };
  const { depth, scale } = ranks(Math.max(1, ...figures), room);
  const pitch = FIGURE_PITCH * scale;
  const rows = tallies.map((_, number): Tread => {
    const top = (number + 1) * rowHeight + number * GAP - stepHeight;
    const standing = figures[number] ?? 0;
    const people = rankedOn(SIDE, top - 2, standing, depth, scale, `${seed} ${number}`);
    return { top, length: standing === 0 ? 0 : filesOf(standing, depth) * pitch + 2 * SIDE, people };
  });
  return { rows, stepHeight, rowHeight, face };
}

/** How deep the ranks are, so that people are as large as the room allows. */
function ranks(
  most: number,
  room: { readonly width: number; readonly height: number },
): { readonly depth: number; readonly scale: number } {
  let best = { depth: 1, scale: 0 };
  for (let depth = 1; depth <= DEEPEST; depth += 1) {
    const scale = Math.min(
      LARGEST_ON_TREAD,
      room.width / (filesOf(most, depth) * FIGURE_PITCH),
      room.height / (FIGURE_HEIGHT + ROW_RISE * (depth - 1)),
    );
    if (scale > best.scale + 1e-6) best = { depth, scale };
  }
  return best;
}

/** How many people abreast so many are, with the rank that stands between the others. */
function filesOf(people: number, depth: number): number {
  return Math.ceil(people / depth) + (depth > 1 ? BETWEEN : 0);
}

/** People in files from the left, each `depth` deep, the back row first so that the front row is drawn over it. */
function rankedOn(left: number, foot: number, count: number, depth: number, scale: number, seed: string): StandingFigure[] {
  return figureLooks(count, seedOf(seed))
    .map((look, person) => ({
      ...look,
      x: left + (Math.floor(person / depth) + 0.5 + ((person % depth) % 2) * BETWEEN) * FIGURE_PITCH * scale,
      y: foot - (person % depth) * ROW_RISE * scale,
      scale: look.scale * scale,
    }))
    .sort((one, other) => one.y - other.y);
}

function faceOf(
  tallies: readonly OptionTally[],
  rowHeight: number,
  width: number,
  textOf: TextOf,
): { readonly face: StepFace; readonly stepHeight: number } {
  const isHigh = rowHeight > 230;
  const { name, mark, count } = SIZES.find((sizes) => rowHeight > sizes.over) ?? LEAST_SIZES;
  const stepHeight = isHigh ? HIGH_STEP : count + 12;
  const hasHints = tallies.some((tally) => textOf(tally.option.hint) !== "");
  const beside = 2 * SIDE + mark + 20 + 24 + count * 0.8 + 20 + 24;
  const fits = tallies.every((tally) => {
    const number = numberWidth(tally.count, count);
    const label = widthOf(textOf(tally.option.label), name) + widthOf(textOf(tally.option.hint), HINT) * 0.95;
    return label + beside + number <= width;
  });
  const hint = !hasHints ? "none" : isHigh ? "below" : fits ? "beside" : "none";
  return { face: { name, mark, count, hint }, stepHeight };
}
