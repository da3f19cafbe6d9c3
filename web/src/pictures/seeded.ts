/** A number from a text, so that a picture named by its card and axis has the same crowd on every screen, in every frame. */

/** A whole number of 31 bits that depends on `text` alone. */
export function seedOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}
