/** Names that may break at their soft hyphens, measured before anything is drawn. Pure. */
import { widthOf } from "./lettering";

/** The widest part of a name that cannot be broken, with the hyphen that a break would show. */
export function longestPart(name: string, size: number): number {
  const parts = name.split(" ").flatMap((word) => word.split("\u00ad").map((part, at, all) => (at < all.length - 1 ? `${part}-` : part)));
  return Math.max(...parts.map((part) => widthOf(part, size)));
}

/** About how many lines a name takes that may break at its soft hyphens. */
export function nameLinesOf(name: string, size: number, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of name.split(" ")) {
    word.split("\u00ad").forEach((part, at) => {
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
