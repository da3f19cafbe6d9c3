/** Rough widths of our own type, for pictures that must choose a label before anything is drawn. */

/** Mean width of a letter of the sans at weight 600 to 700, as a part of its size; measured on the labels of the axes. */
const SANS_LETTER = 0.545;

/** About how wide a line of text is, in the pixels of `size`. */
export function widthOf(text: string, size: number): number {
  return text.length * size * SANS_LETTER;
}

/** About how many lines a text takes; a line loses a few letters at its end to the word that did not fit. */
export function linesOf(text: string, size: number, width: number): number {
  const across = Math.max(4, Math.floor(width / (size * SANS_LETTER)) - 3);
  return Math.ceil(text.length / across);
}

/** The first of some labels that fits, from the fullest to the shortest; the last when none does. */
export function labelFor(labels: readonly string[], size: number, width: number): string {
  return labels.find((label) => widthOf(label, size) <= width) ?? labels.at(-1) ?? "";
}
