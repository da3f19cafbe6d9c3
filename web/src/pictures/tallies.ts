/** What a reveal says of one axis, put together for its picture and its words. Pure; counts come from the server. */
import type { AxisReveal, AxisView, OptionView, TrapView } from "../wire/generated";
import { sum } from "./figures";

/** One option with the people who chose it. `share` is its part of the point (0..1); 0 where it cannot be defended. */
export interface OptionTally {
  readonly option: OptionView;
  readonly count: number;
  readonly share: number;
  readonly isKey: boolean;
}

/** The options in the order of the scale, lowest first. Without a reveal nobody stands anywhere and nothing is right. */
export function talliesOf(axis: AxisView, reveal: AxisReveal | null): OptionTally[] {
  return axis.options.map((option) => {
    const share = reveal?.accepted.find((accepted) => accepted.option === option.id)?.share;
    return {
      option,
      count: reveal?.counts.find((counted) => counted.option === option.id)?.count ?? 0,
      share: share ?? 0,
      isKey: share !== undefined,
    };
  });
}

const FRACTIONS: readonly (readonly [number, string])[] = [
  [1, "1"],
  [0.75, "¾"],
  [2 / 3, "⅔"],
  [0.5, "½"],
  [1 / 3, "⅓"],
  [0.25, "¼"],
];

/** A part of the point as a sign where there is one, else in per cent. */
export function shareWord(share: number): string {
  const sign = FRACTIONS.find(([part]) => Math.abs(part - share) < 0.005)?.[1];
  return sign ?? `${Math.round(share * 100)}\u00a0%`;
}

/** How many people chose something on the axis. */
export function votesOf(tallies: readonly OptionTally[]): number {
  return sum(tallies.map((tally) => tally.count));
}

/** How many people answered. Where one may choose several options, or tap between them, the counts do not say it. */
export function votersOf(axis: AxisView, reveal: AxisReveal): number {
  const { combinations, plane, order } = reveal.detail;
  if (axis.kind === "multi") return sum(combinations.map((combination) => combination.count));
  if (plane) return sum(plane.taps.map((tap) => tap.count));
  if (order) return sum(order.reached);
  return votesOf(talliesOf(axis, reveal));
}

/** The wrong option that most people chose, or null when nobody chose wrong. The lower step wins a tie. */
export function topMiss(tallies: readonly OptionTally[]): OptionTally | null {
  return tallies
    .filter((tally) => !tally.isKey && tally.count > 0)
    .reduce<OptionTally | null>((most, tally) => (most && most.count >= tally.count ? most : tally), null);
}

/** A trap, and how many fell into it. */
export interface FallenInto {
  readonly trap: TrapView;
  readonly count: number;
}

/** The trap that most people fell into, whatever the kind of axis; null when nobody did. The first written wins a tie. */
export function worstTrap(reveal: AxisReveal): FallenInto | null {
  return reveal.traps.reduce<FallenInto | null>((worst, trap, place) => {
    const count = reveal.trap_counts[place] ?? 0;
    return count > (worst?.count ?? 0) ? { trap, count } : worst;
  }, null);
}

/** The same where a trap is an option, with that option. */
export function topTrap(axis: AxisView, reveal: AxisReveal): (FallenInto & { readonly option: OptionView }) | null {
  const fallen = worstTrap(reveal);
  const option = axis.options.find((candidate) => candidate.id === fallen?.trap.pick);
  return fallen && option ? { ...fallen, option } : null;
}
