/** What an axis of any kind is called in words on the console: its key, a trap, how many answered. Pure. */

import type { AxisView, HostAxis } from "../wire/generated";
import { commonWords } from "../words/common";
import { hostKindWords } from "../words/host_kinds";
import { hostWords } from "../words/host";
import type { Language } from "../words/language.svelte";

/** The short name of an option; its id where the axis does not have it. */
export function optionName(axis: AxisView, id: string, language: Language): string {
  return axis.options.find((option) => option.id === id)?.short[language] ?? id;
}

/** The name of an item of a pair; its id where the card does not have it. */
export function itemName(axis: AxisView, id: string, language: Language): string {
  return axis.items.find((item) => item.id === id)?.label[language] ?? id;
}

/** How many people said something on an axis. */
export function saidCount(axis: AxisView, truth: HostAxis): number {
  const { detail } = truth;
  const sum = (counts: readonly { count: number }[]) => counts.reduce((total, entry) => total + entry.count, 0);
  switch (axis.kind) {
    case "multi":
      return sum(detail.combinations);
    case "map2d":
      return sum(detail.plane?.taps ?? []);
    case "rank":
    case "sequence":
      return detail.order?.reached.reduce((total, count) => total + count, 0) ?? 0;
    case "pair":
      return Math.max(0, ...detail.items.map((item) => sum(item.counts)));
    case "open":
      return truth.words.length;
    default:
      return sum(truth.counts);
  }
}

/** The key in words; for an open question what can be answered. Empty where there is none. */
export function keyText(axis: AxisView, truth: HostAxis, language: Language): string {
  const kinds = hostKindWords[language];
  const name = (id: string) => optionName(axis, id, language);
  switch (axis.kind) {
    case "multi":
      return commonWords[language].and(truth.accepted.map(({ option }) => name(option)));
    case "rank":
    case "sequence":
      return (truth.detail.order?.key ?? []).map((tie) => tie.map(name).join(kinds.tied)).join(kinds.thenNext);
    case "pair":
      return truth.detail.items.map((item) => kinds.pairIs(item.label[language], name(item.key))).join("; ");
    case "open":
      return truth.detail.open?.model_answer?.[language] ?? "";
    default:
      return truth.accepted.map(({ option }) => name(option)).join(hostWords[language].keyOr);
  }
}

/** What a trap's pick says: an option, "item:option" on a pair, "first>second" on an order. */
export function trapText(axis: AxisView, pick: string, language: Language): string {
  const kinds = hostKindWords[language];
  if (axis.kind === "pair") {
    const [item = "", option = ""] = pick.split(":");
    return kinds.pairIs(itemName(axis, item, language), optionName(axis, option, language));
  }
  if (axis.kind === "rank" || axis.kind === "sequence") {
    const [first = "", second = ""] = pick.split(">");
    return kinds.putBefore(optionName(axis, first, language), optionName(axis, second, language));
  }
  return optionName(axis, pick, language);
}
