/** The people of the square: how a figure is varied, the same on every device for the same seed. Variants and coats mean nothing. */

export interface FigureLook {
  /** 0 plain, 1 topknot, 2 big hair, 3 plait. */
  readonly variant: 0 | 1 | 2 | 3;
  readonly coat: 1 | 2 | 3;
  /** Between 0.95 and 1.04, so that a crowd is not a fence. */
  readonly scale: number;
}

const VARIANTS = [0, 0, 1, 0, 2, 0, 1, 3, 0, 2] as const;
const COATS = [1, 2, 3] as const;

/** A repeatable sequence of numbers in [0, 1). */
export function sequence(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

/** The looks of `count` figures. */
export function figureLooks(count: number, seed = 7): FigureLook[] {
  const next = sequence(seed);
  return Array.from({ length: count }, () => ({
    variant: VARIANTS[Math.floor(next() * VARIANTS.length)] ?? 0,
    coat: COATS[Math.floor(next() * COATS.length)] ?? 1,
    scale: 0.95 + next() * 0.09,
  }));
}
