/** The three treads of the talk: where they lie, who stands on them and who speaks. The same for every card. Pure. */
import { figureLooks, type FigureLook } from "../look/figures";

/** A tread with its question. */
export interface TalkTread {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface TalkFigure extends FigureLook {
  readonly x: number;
  readonly y: number;
}

/** A bubble with lines, no text: its tip points at who speaks. */
export interface TalkBubble {
  readonly x: number;
  readonly y: number;
}

export interface TalkStair {
  readonly treads: readonly TalkTread[];
  readonly figures: readonly TalkFigure[];
  readonly bubbles: readonly TalkBubble[];
}

const GAP = 18;
/** Always the same seven on a tread, in three groups: their number says nothing of the vote. */
const GROUPS = [
  { at: 0.16, people: 2 },
  { at: 0.48, people: 3 },
  { at: 0.82, people: 2 },
] as const;
const APART = 54;
const SCALE = 1.5;
const SEED = 11;

/** The stair on a floor of this width at `base`; `heights` from low to high. */
export function talkStair(width: number, base: number, heights: readonly number[]): TalkStair {
  const own = (width - GAP * (heights.length - 1)) / heights.length;
  const pitch = Math.min(APART, own / 10);
  const treads = heights.map((height, step): TalkTread => ({ left: step * (own + GAP), top: base - height, width: own, height }));
  const looks = figureLooks(treads.length * 7, SEED);
  const figures = treads.flatMap((tread, step) =>
    GROUPS.flatMap((group, place) =>
      Array.from({ length: group.people }, (_, person): TalkFigure => {
        const number = step * 7 + place * 2 + person + (place === 2 ? 1 : 0);
        const look = looks[number] ?? { variant: 0, coat: 1, scale: 1 };
        const x = tread.left + own * group.at + (person - (group.people - 1) / 2) * pitch;
        return { ...look, scale: look.scale * SCALE * (pitch / APART), x, y: tread.top - 2 };
      }),
    ),
  );
  const bubbles = treads.map((tread, step): TalkBubble => {
    const group = GROUPS[(3 - step) % 3] ?? GROUPS[0];
    return { x: tread.left + own * group.at + 22, y: tread.top - 100 * (pitch / APART) };
  });
  return { treads, figures, bubbles };
}
