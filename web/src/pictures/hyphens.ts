/** Long names that may break at soft hyphens, measured before anything is drawn. Pure. */
import { widthOf } from "./lettering";

const SHY = "\u00ad";
/** Shorter words are never broken, and no piece is shorter than the other. */
const LONG_WORD = 11;
const LEAST_PIECE = 4;
/** One consonant goes with the vowel after it; of several all but the last stay behind. */
const BETWEEN_SYLLABLES = /([aeiouyáéëïöü]+(?:[^aeiouyáéëïöü\W\d]+(?=[^aeiouyáéëïöü\W\d]))?)(?=[^aeiouyáéëïöü\W\d][aeiouyáéëïöü])/giu;

/**
 * The name with soft hyphens in its long words, where their author put none.
 *
 * A rough rule of syllables, right for most Dutch and English words; browsers know better but not all of them, and a
 * picture must know beforehand how many lines a name takes.
 */
export function breakable(name: string): string {
  if (name.includes(SHY)) return name;
  return name
    .split(" ")
    .map((word) => (word.length < LONG_WORD || word.includes("-") ? word : withBreaks(word)))
    .join(" ");
}

function withBreaks(word: string): string {
  return word.replace(BETWEEN_SYLLABLES, (piece, _group: string, at: number) => {
    const end = at + piece.length;
    return end < LEAST_PIECE || word.length - end < LEAST_PIECE ? piece : piece + SHY;
  });
}

/** The widest part of a name that cannot be broken, with the hyphen that a break would show. */
export function longestPart(name: string, size: number): number {
  const parts = name.split(" ").flatMap((word) => word.split(SHY).map((part, at, all) => (at < all.length - 1 ? `${part}-` : part)));
  return Math.max(...parts.map((part) => widthOf(part, size)));
}

/** About how many lines a name takes that may break at its soft hyphens. */
export function nameLinesOf(name: string, size: number, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of name.split(" ")) {
    word.split(SHY).forEach((part, at) => {
      const before = at === 0 && used > 0 ? widthOf(" ", size) : 0;
      const wide = widthOf(part, size);
      if (used > 0 && used + before + wide > width) {
        lines += 1;
        used = wide;
      } else used += before + wide;
    });
  }
  return lines;
}
