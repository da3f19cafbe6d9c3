/** Which of the pictures for orders, planes, pairs and open answers an axis is shown on, if any. Pure. */
import type { AxisReveal, AxisView } from "../wire/generated";
import { climbCounts } from "./climb";
import { type Counted, groupsOf } from "./groups";
import { isSale, MOMENTS, saleTally } from "./levitt";
import { revealTimes, type RevealTimes } from "./timing";

export type ModelKind = "plane" | "climb" | "levitt" | "pairs" | "quotes";

/** How long people take who come up where they stand, counted in treads. */
const HOPS_IN_PLACE = 3;

/** The picture by what the class answered, so that an axis whose data fits no special picture still has one. */
export function modelOf(axis: AxisView, reveal: AxisReveal): ModelKind | null {
  const { order, plane, open, items } = reveal.detail;
  if (plane) return "plane";
  if (open) return "quotes";
  if (axis.kind === "pair" || items.length > 0) return "pairs";
  if (!order) return null;
  return axis.picture.kind === "levitt" && isSale(axis, order) && saleTally(axis, reveal) ? "levitt" : "climb";
}

/** The moments of its reveal. */
export function modelTimes(kind: ModelKind, reveal: AxisReveal): RevealTimes {
  if (kind === "climb") return revealTimes(reveal.detail.order?.key.length ?? 1);
  return revealTimes(kind === "levitt" ? MOMENTS.length - 1 : HOPS_IN_PLACE);
}

/** How many people each crowd of the picture is; empty where people are never drawn as ten. */
export function modelCounts(kind: ModelKind, axis: AxisView, reveal: AxisReveal): readonly number[] {
  if (kind === "climb") return climbCounts(axis, reveal);
  if (kind === "levitt") return saleTally(axis, reveal)?.counts ?? [];
  if (kind === "quotes") return groupCounts(reveal);
  if (kind === "pairs") return [Math.max(0, ...reveal.detail.items.map((item) => total(item.counts)))];
  return [];
}

function groupCounts(reveal: AxisReveal): number[] {
  const { open } = reveal.detail;
  if (!open) return [];
  const { groups, apart } = groupsOf(open);
  return [...groups.map((group) => group.count), apart];
}

function total(counts: readonly Counted[]): number {
  return counts.reduce((all, counted) => all + counted.count, 0);
}
