/**
 * Two-ended scales of one card, one under the other, with the class on their stops. The one that is spoken of is larger.
 * Pure, in the picture's own pixels.
 */
import type { AxisId, AxisReveal, AxisView, Text } from "../wire/generated";
import { linesOf, numberWidth, widthOf } from "./lettering";
import { type Place, RAISE } from "./places";
import { type OptionTally, talliesOf } from "./tallies";

/** An axis of a card with what its reveal says. */
export interface Asked {
  readonly axis: AxisView;
  readonly reveal: AxisReveal;
}

/** How the stops of a scale are set: all the same way. Sizes in pixels. */
export interface StopFace {
  readonly name: number;
  readonly mark: number;
  readonly number: number;
  /** The number stands under the name instead of beside it. */
  readonly isStacked: boolean;
  /** There is no room for the longer names. */
  readonly isShort: boolean;
  readonly hintLines: number;
  readonly height: number;
}

export interface Scale {
  readonly axis: AxisView;
  readonly tallies: readonly OptionTally[];
  readonly isShown: boolean;
  /** Whether the class has been told what is right here: gold waits for its turn. */
  readonly isTold: boolean;
  readonly stops: readonly Place[];
  readonly face: StopFace;
}

const ROW_GAP = 16;
const SHOWN_WEIGHT = 1.35;
const SIDE = 16;
const HINT = 33;
const HINT_LINE = 1.2;
/** Less room than this for people, and the hints go. */
const LEAST_CROWD = 96;
const NARROW_STOP = 450;
/** A scale by itself is not stretched over the whole height. */
const MOST_CROWD = 430;

/** Sizes of name, mark and number: by itself, spoken of among others, and one of the others. */
const ALONE = { name: 48, mark: 56, number: 84 } as const;
const SPOKEN_OF = { name: 42, mark: 42, number: 54 } as const;
const BESIDE = { name: 36, mark: 38, number: 46 } as const;
const CRAMPED = { name: 34, mark: 34, number: 40 } as const;
const NAMES = [48, 44, 42, 40, 38, 36, 34] as const;
const LEAST_NAME = 32;

type TextOf = (text: Text) => string;

/** The axes of a card that are scales, in the order in which they were asked. */
export function scaleAxes(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ axis }) => axis.picture.kind === "scale");
}

/** The scales of a card in a picture of this size. */
export function scalesOf(
  asked: readonly Asked[],
  shown: AxisId,
  width: number,
  height: number,
  textOf: TextOf,
): Scale[] {
  const weights = asked.map(({ axis }) => (asked.length > 1 && axis.id === shown ? SHOWN_WEIGHT : 1));
  const whole = weights.reduce((total, weight) => total + weight, 0);
  const free = height - ROW_GAP * (asked.length - 1);
  const shownAt = asked.findIndex(({ axis }) => axis.id === shown);
  let top = 0;
  return asked.map((one, number) => {
    const tall = (free * (weights[number] ?? 1)) / whole;
    const isShown = one.axis.id === shown;
    const scale = scaleIn(one, { top, height: tall, width }, isShown, asked.length === 1, textOf);
    top += tall + ROW_GAP;
    return { ...scale, isTold: number <= shownAt };
  });
}

function scaleIn(
  { axis, reveal }: Asked,
  row: { readonly top: number; readonly height: number; readonly width: number },
  isShown: boolean,
  isAlone: boolean,
  textOf: TextOf,
): Scale {
  const tallies = talliesOf(axis, reveal);
  const own = row.width / tallies.length;
  const sizes = isAlone ? ALONE : isShown ? SPOKEN_OF : own < NARROW_STOP ? CRAMPED : BESIDE;
  const hinted = faceOf(tallies, own - 2 * SIDE, sizes, true, textOf);
  const hasHints = isShown && row.height - hinted.height - 2 * RAISE >= LEAST_CROWD;
  const face = hasHints ? hinted : faceOf(tallies, own - 2 * SIDE, sizes, false, textOf);
  const crowd = Math.min(MOST_CROWD, row.height - face.height - 2 * RAISE);
  const tread = row.top + RAISE + (row.height - face.height - 2 * RAISE - crowd) / 2 + crowd;
  const stops = tallies.map((_, place): Place => {
    const left = place * own;
    const ground = { x: left + own / 2, foot: tread - 2, width: own - 24, height: crowd - 4 };
    return { left, top: tread, width: own, height: face.height, ground };
  });
  return { axis, tallies, isShown, isTold: true, stops, face };
}

type Sizes = Pick<StopFace, "name" | "mark" | "number">;

/** The names beside their numbers where that fits, in full rather than short; else above them. */
function faceOf(tallies: readonly OptionTally[], width: number, sizes: Sizes, hasHints: boolean, textOf: TextOf): StopFace {
  const tried = [false, true].flatMap((isStacked) =>
    [false, true].flatMap((isShort) =>
      NAMES.filter((name) => name <= sizes.name).map((name) => ({ isStacked, isShort, name })),
    ),
  );
  const besideOf = (tally: OptionTally): number =>
    numberWidth(tally.count, sizes.number) + (tally.isKey ? sizes.number * 0.8 + 14 : 0) + 24;
  const fits = tried.find(({ isStacked, isShort, name }) =>
    tallies.every((tally) => {
      const label = textOf(isShort ? tally.option.short : tally.option.label);
      return widthOf(label, name) + sizes.mark + 12 + (isStacked ? 0 : besideOf(tally)) <= width;
    }),
  ) ?? { isStacked: true, isShort: true, name: LEAST_NAME };
  const linesOfHint = (tally: OptionTally): number => {
    const hint = textOf(tally.option.hint);
    return hint ? linesOf(hint, HINT, (width - (fits.isStacked ? 0 : besideOf(tally))) * 1.03) : 0;
  };
  const hintLines = hasHints ? Math.max(...tallies.map(linesOfHint)) : 0;
  const line = Math.max(fits.name * 1.15, sizes.mark);
  const lines = Math.max(line + hintLines * HINT * HINT_LINE + (fits.isStacked ? sizes.number : 0), sizes.number);
  const height = 10 + (fits.isStacked ? 10 : 16) + lines;
  return { ...fits, mark: Math.min(sizes.mark, Math.round(fits.name * 1.25)), number: sizes.number, hintLines, height };
}
