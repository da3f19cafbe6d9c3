/** Where most people went wrong, on an axis of any kind, and the author's sentence about it where there is one. Pure. */

import type { AxisView, HostAxis, TrapView } from "../wire/generated";
import { hostKindWords } from "../words/host_kinds";
import { hostWords } from "../words/host";
import type { Language } from "../words/language.svelte";
import { itemName, keyText, optionName, saidCount } from "./kinds";

/**
 * chose: a wrong option. ticked: one on a multi; missed: a right one that was left out. near: closest on a plane.
 * swapped: a named wrong order; broke: the first mistake in an order. paired: a wrong option with an item.
 */
export type SlipKind = "chose" | "ticked" | "missed" | "near" | "swapped" | "broke" | "paired";

export interface Slip {
  readonly axis: string;
  readonly kind: SlipKind;
  /** The option, or what a trap's pick would say; of a broken order the number of steps that were right. */
  readonly pick: string;
  readonly count: number;
  readonly trap: TrapView | null;
}

/** The commonest mistake over all asked axes; the order of the axes and of their options decides a tie. */
export function worstSlip(keys: readonly HostAxis[], axes: readonly AxisView[]): Slip | null {
  let worst: Slip | null = null;
  for (const truth of keys) {
    const axis = axes.find((candidate) => candidate.id === truth.axis);
    for (const slip of axis ? slipsOn(axis, truth) : []) if (slip.count > (worst?.count ?? 0)) worst = slip;
  }
  return worst;
}

function slipsOn(axis: AxisView, truth: HostAxis): Slip[] {
  const slip = (kind: SlipKind, pick: string, count: number): Slip => ({
    axis: axis.id,
    kind,
    pick,
    count,
    trap: kind === "missed" || kind === "broke" ? null : (truth.traps.find((trap) => trap.pick === pick) ?? null),
  });
  const right = new Set(truth.accepted.map((accepted) => accepted.option));
  const wrong = truth.counts.filter((entry) => !right.has(entry.option));
  switch (axis.kind) {
    case "multi": {
      const missed = truth.counts.filter((entry) => right.has(entry.option));
      return [
        ...wrong.map((entry) => slip("ticked", entry.option, entry.count)),
        ...missed.map((entry) => slip("missed", entry.option, saidCount(axis, truth) - entry.count)),
      ];
    }
    case "map2d":
      return wrong.map((entry) => slip("near", entry.option, entry.count));
    case "rank":
    case "sequence":
      return [
        ...truth.traps.map((trap, place) => slip("swapped", trap.pick, truth.trap_counts[place] ?? 0)),
        ...(truth.detail.order?.reached.slice(0, -1) ?? []).map((count, right) => slip("broke", String(right), count)),
      ];
    case "pair":
      return truth.detail.items.flatMap((item) =>
        item.counts
          .filter((entry) => entry.option !== item.key)
          .map((entry) => slip("paired", `${item.item}:${entry.option}`, entry.count)),
      );
    case "open":
      return [];
    default:
      return wrong.map((entry) => slip("chose", entry.option, entry.count));
  }
}

/** A slip as a sentence. */
export function slipText(slip: Slip, axis: AxisView, truth: HostAxis, language: Language): string {
  const words = hostKindWords[language];
  const { count } = slip;
  const name = (id: string | undefined) => optionName(axis, id ?? "", language);
  const key = keyText(axis, truth, language);
  switch (slip.kind) {
    case "chose":
      return hostWords[language].trapCount(count, name(slip.pick), key);
    case "ticked":
      return words.ticked(count, name(slip.pick), key);
    case "missed":
      return words.missed(count, name(slip.pick), key);
    case "near":
      return words.near(count, name(slip.pick), key);
    case "swapped": {
      const [first, second] = slip.pick.split(">");
      return words.swapped(count, name(first), name(second));
    }
    case "broke": {
      const places = (truth.detail.order?.key ?? []).flatMap((tie) => tie.map(() => tie));
      const step = (place: number) => (places[place] ?? []).map(name).join(words.tied);
      const next = Number(slip.pick);
      return next === 0 ? words.brokeFirst(count, step(0)) : words.brokeAfter(count, step(next - 1), step(next));
    }
    case "paired": {
      const [item = "", option] = slip.pick.split(":");
      const right = truth.detail.items.find((candidate) => candidate.item === item)?.key;
      return words.paired(count, itemName(axis, item, language), name(option), name(right));
    }
  }
}
