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

export interface FaceLayout {
  readonly isStacked: boolean;
  readonly label: string;
  /** Sizes in pixels. */
  readonly size: number;
  readonly mark: number;
  readonly count: number;
}

const HINT_LINE = 33 * 1.24;
const INSCRIPTION_SIZES = [35, 33, 32] as const;

/** The name beside its mark where it fits, else on a line of its own under mark and number. */
export function faceLayout(tally: OptionTally, width: number, textOf: (text: Text) => string): FaceLayout {
  const wide = width > 400;
  const mark = wide ? 50 : 44;
  const count = wide ? 64 : 56;
  const free = width - mark * 1.9 - 48 - widthOf(String(tally.count), count);
  const labels = [textOf(tally.option.label), textOf(tally.option.short)];
  const size = [44, 40, 36].find((candidate) => labels.some((label) => widthOf(label, candidate) <= free));
  if (size !== undefined) return { isStacked: false, label: labelFor(labels, size, free), size, mark, count };
  const own = wide ? 38 : 34;
  return { isStacked: true, label: labelFor(labels, own, width), size: own, mark, count };
}

/** About how high a face is without an inscription. */
export function faceHeight(tally: OptionTally, width: number, textOf: (text: Text) => string): number {
  const layout = faceLayout(tally, width, textOf);
  const hint = textOf(tally.option.hint);
  const hintLines = hint ? linesOf(hint, 33, width) : 0;
  const nameLines = layout.isStacked ? linesOf(layout.label, layout.size, width + layout.size) : 0;
  return 52 + nameLines * layout.size * 1.12 + (nameLines ? 8 : 0) + hintLines * HINT_LINE + (hintLines ? 6 : 0);
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
