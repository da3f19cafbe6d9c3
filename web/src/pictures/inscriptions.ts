/** What fits on the face of a step or cell, and how large. Rough on purpose: decided before anything is drawn. Pure. */
import type { Text } from "../wire/generated";
import { labelFor, linesOf, widthOf } from "./lettering";
import type { OptionTally } from "./tallies";

/** A longer text cut into a step; `lead` is bold. */
export interface Inscription {
  readonly lead: string;
  readonly text: string;
  readonly size: number;
}

/** How the faces of one picture are set: all the same way. Sizes in pixels. */
export interface FaceLayout {
  /** The name stands under mark and number instead of between them. */
  readonly isStacked: boolean;
  readonly size: number;
  readonly mark: number;
  readonly count: number;
}

type TextOf = (text: Text) => string;

const HINT_LINE = 33 * 1.24;
const INSCRIPTION_SIZES = [35, 33, 32] as const;
const GAPS = 48; // between mark, name and number

/** The names beside their marks where all of them fit, else each on a line of its own. */
export function faceLayout(tallies: readonly OptionTally[], width: number, textOf: TextOf): FaceLayout {
  const isWide = width > 400;
  const mark = isWide ? 50 : 44;
  const count = isWide ? 64 : 56;
  const fits = (size: number) =>
    tallies.every((tally) => widthOf(textOf(tally.option.short), size) <= nameRoom(tally, width, mark, count));
  const size = [44, 40, 36].find(fits);
  if (size !== undefined) return { isStacked: false, size, mark, count };
  return { isStacked: true, size: isWide ? 40 : largestStacked(tallies, width, textOf), mark, count };
}

/** On a narrow face the longest word of a name decides. */
function largestStacked(tallies: readonly OptionTally[], width: number, textOf: TextOf): number {
  const words = tallies.flatMap((tally) => textOf(tally.option.short).split(" "));
  return [46, 42, 38].find((size) => words.every((word) => widthOf(word, size) <= width)) ?? 34;
}

/** What is left for a name between its mark, its key sign and its number. */
function nameRoom(tally: OptionTally, width: number, mark: number, count: number): number {
  const key = tally.isKey ? mark * 0.8 + 16 : 0;
  return width - mark - key - GAPS - widthOf(String(tally.count), count);
}

/** The fullest label that fits the face. */
export function faceLabel(tally: OptionTally, layout: FaceLayout, width: number, textOf: TextOf): string {
  const room = layout.isStacked ? width : nameRoom(tally, width, layout.mark, layout.count);
  return labelFor([textOf(tally.option.label), textOf(tally.option.short)], layout.size, room);
}

/** About how high a face is without an inscription. */
export function faceHeight(tally: OptionTally, layout: FaceLayout, width: number, textOf: TextOf): number {
  const hint = textOf(tally.option.hint);
  const hintHeight = hint ? linesOf(hint, 33, width) * HINT_LINE + 6 : 0;
  const label = faceLabel(tally, layout, width, textOf);
  const nameHeight = layout.isStacked ? linesOf(label, layout.size, width) * layout.size * 1.12 + 8 : 0;
  return 52 + nameHeight + hintHeight;
}

/** About how high an inscription is with the air above it. */
export function inscriptionHeight(inscription: Inscription, width: number): number {
  const text = `${inscription.lead} ${inscription.text}`;
  return 24 + linesOf(text, inscription.size, width) * inscription.size * 1.28;
}

/** The largest size at which a text stands within `height`; null when even the least does not. */
export function inscribe(lead: string, text: string, width: number, height: number): Inscription | null {
  const sizes = INSCRIPTION_SIZES.map((size) => ({ lead, text, size }));
  return sizes.find((inscription) => inscriptionHeight(inscription, width) <= height) ?? null;
}
