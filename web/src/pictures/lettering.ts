/** Widths of our own sans, for pictures that must choose a label and a size before anything is drawn. */

/** Letters by their width at weight 700, in hundredths of the size; measured in a browser. Others are as wide as an n. */
const BY_WIDTH: readonly (readonly [number, string])[] = [
  [0, "\u00ad"],
  [20, ".,'’"],
  [24, " :;!|"],
  [28, "iljIíìïî"],
  [34, "()-1J[]"],
  [41, "ftr"],
  [52, "sz7LT"],
  [58, "acekvxFEYZáàäâéèëêç"],
  [68, "ABCKRSUVX4689–"],
  [72, "GHNOQDÖÜØ"],
  [92, "mwMW%…"],
];
const ORDINARY = 63;

const WIDTHS = new Map(BY_WIDTH.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

/** About how wide a line of text is, in the pixels of `size`. */
export function widthOf(text: string, size: number): number {
  let hundredths = 0;
  for (const letter of text) hundredths += WIDTHS.get(letter) ?? ORDINARY;
  return (hundredths * size) / 100;
}

/** About how wide a number is: figures are tabular, so that a 1 is as wide as an 8. */
export function numberWidth(count: number, size: number): number {
  return String(count).length * 0.64 * size;
}

/** About how many lines a text takes when it is set word by word. */
export function linesOf(text: string, size: number, width: number): number {
  const space = widthOf(" ", size);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const wide = widthOf(word, size);
    if (used > 0 && used + space + wide > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? space : 0) + wide;
  }
  return lines;
}

/** The first of some labels that fits, from the fullest to the shortest; the last when none does. */
export function labelFor(labels: readonly string[], size: number, width: number): string {
  return labels.find((label) => widthOf(label, size) <= width) ?? labels.at(-1) ?? "";
}

/** The name in a label that also explains: "Middle" of "Middle: conduct". */
export function nameIn(label: string): string {
  return label.split(":")[0] ?? label;
}
