/** The numbers of a picture of orders, planes, pairs or open answers as rows, for who reads by ear. Pure. */
import type { AxisReveal, AxisView, Text } from "../wire/generated";
import type { modelWords } from "../words/models";
import { groupsOf } from "./groups";
import { MOMENTS, saleTally } from "./levitt";
import { modelOf } from "./models";
import { orderTally } from "./orders";
import { sum } from "./figures";
import { talliesOf } from "./tallies";

export interface TwinRow {
  readonly name: string;
  readonly count: number;
  readonly isKey: boolean;
}

type Words = (typeof modelWords)["nl"];

/** The rows in the order of the picture; null for an axis whose rows are its options. */
export function twinRows(axis: AxisView, reveal: AxisReveal, words: Words, textOf: (text: Text) => string): TwinRow[] | null {
  const kind = modelOf(axis, reveal);
  if (kind === "plane") return planeRows(axis, reveal, words, textOf);
  if (kind === "climb") return climbRows(axis, reveal, words, textOf);
  if (kind === "levitt") return saleRows(axis, reveal, textOf);
  if (kind === "pairs") return pairsRows(axis, reveal, textOf);
  return kind === "quotes" ? openRows(reveal, words) : null;
}

function planeRows(axis: AxisView, reveal: AxisReveal, words: Words, textOf: (text: Text) => string): TwinRow[] {
  const rows = talliesOf(axis, reveal).map(({ option, count, isKey }) => ({ name: textOf(option.label), count, isKey }));
  const taps = sum((reveal.detail.plane?.taps ?? []).map((tap) => tap.count));
  return [...rows, { name: words.between, count: taps - sum(rows.map((row) => row.count)), isKey: false }];
}

function climbRows(axis: AxisView, reveal: AxisReveal, words: Words, textOf: (text: Text) => string): TwinRow[] {
  if (!reveal.detail.order) return [];
  const { ground, steps } = orderTally(axis, reveal.detail.order);
  const named = steps.map((step) => ({
    name: words.and(step.options.map((option) => textOf(option.label))),
    count: step.count,
    isKey: step.isTop,
  }));
  return [{ name: words.ground, count: ground, isKey: false }, ...named];
}

function saleRows(axis: AxisView, reveal: AxisReveal, textOf: (text: Text) => string): TwinRow[] {
  const tally = saleTally(axis, reveal);
  return MOMENTS.map((moment, place) => {
    const option = axis.options.find((one) => one.id === moment);
    return { name: option ? textOf(option.label) : moment, count: tally?.counts[place] ?? 0, isKey: place === tally?.own };
  });
}

function pairsRows(axis: AxisView, reveal: AxisReveal, textOf: (text: Text) => string): TwinRow[] {
  return reveal.detail.items.flatMap((item) =>
    axis.options.map((option) => ({
      name: `${textOf(item.label)}: ${textOf(option.label)}`,
      count: item.counts.find((counted) => counted.option === option.id)?.count ?? 0,
      isKey: option.id === item.key,
    })),
  );
}

function openRows(reveal: AxisReveal, words: Words): TwinRow[] {
  if (!reveal.detail.open) return [];
  const { groups, apart } = groupsOf(reveal.detail.open);
  const rows = groups.map((group) => ({
    name: [group.title, ...group.quotes.map((quote) => `“${quote}”`)].join(" "),
    count: group.count,
    isKey: group.share === 1,
  }));
  return [...rows, { name: words.notGrouped, count: apart, isKey: false }];
}
