/** A plane of two terraces with the options on it as small slabs: where everything lies in its box. Pure. */
import type { AxisReveal, AxisView, OptionPlace, Text } from "../wire/generated";
import { widthOf } from "./lettering";
import { type OptionTally, talliesOf } from "./tallies";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The terraces, and how a place (0 to 1 from the left and from the bottom) becomes pixels. */
export interface Terraces extends Box {
  /** Where the upper terrace ends. */
  readonly middle: number;
  /** Half the sizes of the ring around a right place. */
  readonly ringAcross: number;
  readonly ringUp: number;
  readonly x: (part: number) => number;
  readonly y: (part: number) => number;
}

/** An option on the plane. The middle of its top edge is its place. */
export interface PlaneSlab extends Box {
  readonly tally: OptionTally;
  readonly position: number;
  readonly label: string;
  readonly size: number;
}

/** The distance within which a tap counts for a place, as the server counts. */
export const RING = 0.2;
const INSET_ACROSS = 110;
const INSET_TOP = 86;
const INSET_BOTTOM = 104;
const SLAB_HEIGHT = 58;
/** Between a name and its number. */
const NUMBER_GAP = 24;
const LEAST_NUMBER_GAP = 4;
/** A slab may reach as far over the terraces as their own front edge does. */
const EDGE = -6;
/** Half the size of the sign of the class's centre. */
export const DIAMOND = 24;

/** The terraces between the words at the sides. */
export function terracesIn(box: Box): Terraces {
  const across = box.width - 2 * INSET_ACROSS;
  const up = box.height - INSET_TOP - INSET_BOTTOM;
  const x = (part: number): number => box.left + INSET_ACROSS + part * across;
  const y = (part: number): number => box.top + INSET_TOP + (1 - part) * up;
  return { ...box, middle: y(0.5), ringAcross: RING * across, ringUp: RING * up, x, y };
}

/** The slabs of all options, inside the plane, clear of each other and of the sign of the class's centre. */
export function planeSlabs(
  axis: AxisView,
  reveal: AxisReveal,
  terraces: Terraces,
  textOf: (text: Text) => string,
): PlaneSlab[] {
  const places = new Map((reveal.detail.plane?.places ?? []).map((place) => [place.option, place]));
  const size = terraces.width < 800 ? 34 : 36;
  const sign = signOf(reveal, terraces);
  const withGap = (gapOf: (option: string) => number): PlaneSlab[] =>
    apart(
      talliesOf(axis, reveal).flatMap((tally, position) => {
        const place = places.get(tally.option.id);
        return place ? [slabAt({ tally, position, label: textOf(tally.option.short), size }, place, terraces, gapOf(tally.option.id))] : [];
      }),
      terraces,
      sign,
    );
  const wide = withGap(() => NUMBER_GAP);
  const hidden = new Set(wide.filter((slab) => sign && overlaps(slab, sign)).map((slab) => slab.tally.option.id));
  return hidden.size > 0 ? withGap((option) => (hidden.has(option) ? LEAST_NUMBER_GAP : NUMBER_GAP)) : wide;
}

function signOf(reveal: AxisReveal, terraces: Terraces): Box | null {
  const centre = reveal.detail.plane?.centre;
  if (!centre) return null;
  return { left: terraces.x(centre.x) - DIAMOND, top: terraces.y(centre.y) - DIAMOND, width: 2 * DIAMOND, height: 2 * DIAMOND };
}

function slabAt(named: Omit<PlaneSlab, keyof Box>, place: OptionPlace, terraces: Terraces, gap: number): PlaneSlab {
  const { tally, label, size } = named;
  const key = tally.isKey ? size + 10 : 0;
  const width = 66 + key + widthOf(label, size) + gap + widthOf(String(tally.count), 44) + 16;
  const top = Math.min(terraces.y(place.y), terraces.top + terraces.height - SLAB_HEIGHT - 8);
  return { ...named, left: kept(terraces.x(place.x) - width / 2, width, terraces), top, width, height: SLAB_HEIGHT };
}

function kept(left: number, width: number, terraces: Terraces): number {
  return Math.min(Math.max(left, terraces.left + EDGE), terraces.left + terraces.width - width - EDGE);
}

/** Pushes slabs that would lie over each other, or under the sign of the centre, aside. */
function apart(slabs: readonly PlaneSlab[], terraces: Terraces, sign: Box | null): PlaneSlab[] {
  let moved = [...slabs];
  for (let round = 0; round < 24; round += 1) {
    const shifts = moved.map(() => 0);
    for (const [one, slab] of moved.entries()) {
      if (sign && overlaps(slab, sign, 4)) {
        const isRight = slab.left + slab.width / 2 > sign.left + sign.width / 2;
        shifts[one] = (shifts[one] ?? 0) + (isRight ? 8 : -8);
      }
      for (const [other, next] of moved.entries()) {
        if (other <= one || !overlaps(slab, next, 12)) continue;
        const isLeft = slab.left + slab.width / 2 <= next.left + next.width / 2;
        shifts[one] = (shifts[one] ?? 0) + (isLeft ? -8 : 8);
        shifts[other] = (shifts[other] ?? 0) + (isLeft ? 8 : -8);
      }
    }
    if (shifts.every((shift) => shift === 0)) return moved;
    moved = moved.map((slab, place) => ({ ...slab, left: kept(slab.left + (shifts[place] ?? 0), slab.width, terraces) }));
  }
  return moved;
}

/** Whether two boxes come nearer to each other than `air`. */
export function overlaps(one: Box, other: Box, air = 0): boolean {
  return (
    one.left < other.left + other.width + air &&
    other.left < one.left + one.width + air &&
    one.top < other.top + other.height + air &&
    other.top < one.top + one.height + air
  );
}
