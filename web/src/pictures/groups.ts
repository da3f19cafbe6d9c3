/** Open answers that were put together. Pure; counts come from the server. */
import type { GroupView, OpenDetail } from "../wire/generated";
import { sum } from "./figures";

/** Anything that is counted. */
export interface Counted {
  readonly count: number;
}

const MOST_STEPS = 4;

/** The groups to show, the smallest first, and how many answers lie in none of them. */
export function groupsOf(open: OpenDetail): { readonly groups: readonly GroupView[]; readonly apart: number; readonly all: number } {
  const largest = open.groups
    .filter((group) => group.count > 0)
    .map((group, place) => ({ group, place }))
    .sort((one, other) => other.group.count - one.group.count || one.place - other.place)
    .slice(0, MOST_STEPS)
    .map(({ group }) => group);
  const all = open.apart + sum(open.groups.map((group) => group.count));
  return { groups: [...largest].reverse(), apart: all - sum(largest.map((group) => group.count)), all };
}
