/** How high the steps of certainty stand, and what the class's certainty comes to in a sentence. Pure. */
import type { CalibrationStep, CalibrationView } from "../../wire/generated";

/** The highest share that any step has. */
function highest(shares: readonly (number | null)[]): number {
  return Math.max(0, ...shares.map((share) => share ?? 0));
}

/** How high 100 % is in a picture of this height: people need `headroom` above the highest step. */
export function fullHeight(shares: readonly (number | null)[], height: number, headroom: number): number {
  return Math.min(height - 10, (height - headroom) / Math.max(highest(shares), 0.7));
}

/**
 * How high a plinth under all steps is: words are cut into it where a step is too low for them.
 *
 * No step is drawn higher than it is, or heights could not be compared.
 */
export function plinthFor(shares: readonly (number | null)[], height: number, words: number): number {
  const known = shares.filter((share) => share !== null);
  const isLow = known.some((share) => share * fullHeight(shares, height, words) < words);
  return isLow ? words : 0;
}

/** How high a step is when 100 % is `full`; without a share of its own as high as its words. */
export function stepHeight(step: CalibrationStep, full: number, words: number): number {
  return step.right_share === null ? words : step.right_share * full;
}

export type CertaintyTale =
  | { readonly kind: "too few" }
  | { readonly kind: "over" }
  | { readonly kind: "often"; readonly times: number; readonly of: number };

/** What the title says: how often certainty was right, or that it was right less often than being fairly sure. */
export function certaintyTale(view: CalibrationView): CertaintyTale {
  const shareOf = (name: string): number | null => view.steps.find((step) => step.confidence === name)?.right_share ?? null;
  const certain = shareOf("certain");
  if (certain === null) return { kind: "too few" };
  const fairly = shareOf("fairly_sure");
  if (fairly !== null && certain < fairly) return { kind: "over" };
  return { kind: "often", ...timesIn(certain) };
}

/** A share as "3 times in 4": the nearest fraction with a small whole, the smallest whole of equally near ones. */
export function timesIn(share: number): { readonly times: number; readonly of: number } {
  let best = { times: Math.round(share * 2), of: 2 };
  for (const of of [3, 4, 5, 10]) {
    const times = Math.round(share * of);
    if (Math.abs(times / of - share) < Math.abs(best.times / best.of - share) - 0.012) best = { times, of };
  }
  if (best.times === best.of && share < 1) return { times: 19, of: 20 };
  return best.times === 0 && share > 0 ? { times: 1, of: 20 } : best;
}
