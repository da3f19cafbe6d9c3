/** A house on pillars: one for every option, under one beam, with its people at its foot. Pure, in the picture's pixels. */
import type { Text } from "../wire/generated";
import type { Ground } from "./figures";
import { breakable, longestPart, nameLinesOf } from "./hyphens";
import { linesOf, widthOf } from "./lettering";
import { type Place, RAISE } from "./places";
import type { OptionTally } from "./tallies";

export interface Slice {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How the faces of the pillars are set: all the same way. */
export interface PillarFace {
  readonly size: number;
  readonly mark: number;
  readonly count: number;
  readonly hasHints: boolean;
  /** How high the face is, from the top of the pillar. */
  readonly height: number;
}

export interface HousePlaces {
  /** Of the step gable, the lowest first. */
  readonly gables: readonly Slice[];
  readonly beam: Slice;
  readonly pillars: readonly Place[];
  /** Where every pillar stands. */
  readonly feet: readonly Slice[];
  readonly face: PillarFace;
}

const GABLES = [1, 0.67, 0.34];
/** Between the line above the picture and the top of the gable. */
const SKY = 12;
const FOOT = 42;
const GAP = 26;
const NARROW_GAP = 14;
const MARGIN = 18;
const HINT_LINE = 32 * 1.2;
/** Less room than this for people, and the hints go. */
const LEAST_FOR_PEOPLE = 200;

type TextOf = (text: Text) => string;

/** The parts of a house for these options in a picture of this size. */
export function housePlaces(tallies: readonly OptionTally[], width: number, height: number, textOf: TextOf): HousePlaces {
  const step = Math.min(34, Math.max(20, height * 0.042));
  const beamHeight = Math.min(74, Math.max(56, height * 0.095));
  const eaves = SKY + GABLES.length * step;
  const top = eaves + beamHeight;
  const gap = width / tallies.length < 240 ? NARROW_GAP : GAP;
  const own = (width - 24 - gap * (tallies.length - 1)) / tallies.length;
  const tall = height - top - FOOT;
  const face = pillarFace(tallies, own - 2 * MARGIN + 6, tall, textOf);
  const pillars = tallies.map((_, number): Place => {
    const left = 12 + number * (own + gap);
    const ground: Ground = {
      x: left + own / 2,
      foot: top + tall - 4,
      width: own - 10,
      height: tall - face.height - RAISE - 20,
    };
    return { left, top, width: own, height: tall, ground };
  });
  return {
    gables: GABLES.map((part, row) => ({
      left: (width - part * (width - 12)) / 2,
      top: eaves - (row + 1) * step,
      width: part * (width - 12),
      height: step + 2,
    })),
    beam: { left: 6, top: eaves, width: width - 12, height: beamHeight },
    pillars,
    feet: pillars.map((pillar) => ({ left: pillar.left - gap / 2, top: top + tall, width: own + gap, height: FOOT })),
    face,
  };
}

function pillarFace(tallies: readonly OptionTally[], width: number, tall: number, textOf: TextOf): PillarFace {
  const names = tallies.map((tally) => breakable(textOf(tally.option.label)));
  const size = (width > 200 ? [38, 36, 34] : [34, 33]).find((candidate) => names.every((name) => longestPart(name, candidate) <= width)) ?? 32;
  const mark = width > 200 ? 54 : 44;
  const count = width > 200 ? 72 : 56;
  const nameLines = Math.max(...names.map((name) => nameLinesOf(name, size, width)));
  const hintLines = Math.max(...tallies.map((tally) => linesOf(textOf(tally.option.hint), 32, width * 1.04)));
  const bare = 24 + 62 + 18 + nameLines * size * 1.1;
  const withHints = bare + 8 + hintLines * HINT_LINE;
  const words = tallies.flatMap((tally) => textOf(tally.option.hint).split(" "));
  const hasHints =
    words.some((word) => word !== "") &&
    words.every((word) => widthOf(word, 32) <= width * 1.04) &&
    tall - withHints >= LEAST_FOR_PEOPLE;
  return { size, mark, count, hasHints, height: hasHints ? withHints : bare };
}
