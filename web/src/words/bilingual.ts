/** How words are kept: Dutch first, and English with exactly the same keys, so that a missing word does not compile. */
import type { Language } from "./language.svelte";

/** A word is a text, or a text with something to fill in. */
type Word = string | ((...filling: never[]) => string);

/** The same keys, each a text or a function of the same filling. */
export type SameWords<W> = {
  readonly [K in keyof W]: W[K] extends (...filling: infer Filling) => string
    ? (...filling: Filling) => string
    : string;
};

/** Both languages of one page area. */
export function bilingual<W extends Record<string, Word>>(
  nl: W,
  en: SameWords<NoInfer<W>>,
): Readonly<Record<Language, SameWords<W>>> {
  return { nl: nl as unknown as SameWords<W>, en };
}
