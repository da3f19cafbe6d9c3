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

/** The trap that most people fell into, with its count; null when nobody stands on an option that has one. */
export function topTrap(
  tallies: readonly OptionTally[],
  traps: readonly TrapView[],
): { readonly tally: OptionTally; readonly trap: TrapView } | null {
  const trapped = tallies.filter((tally) => traps.some((trap) => trap.pick === tally.option.id));
  const tally = topMiss(trapped);
  const trap = tally && traps.find((candidate) => candidate.pick === tally.option.id);
  return tally && trap ? { tally, trap } : null;
}
