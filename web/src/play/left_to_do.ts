/** How much of an axis is still to be chosen, whatever its kind. */
import type { AxisKind, AxisView, OptionId } from "../wire/generated";
import { isPairs, type Said } from "../wire/said";

/** The kinds whose controls come with the page; those of the others come beside it. */
const AT_HAND: readonly AxisKind[] = ["ordinal", "single"];

/** Whether a way of answering needs the part of the page that comes beside it. */
export const comesBeside = (kind: AxisKind): boolean => !AT_HAND.includes(kind);

/** How many taps an axis still asks for: 0 when it is chosen, more than 1 only where it is built of several. */
export function leftToDo(axis: AxisView, pick: Said | undefined, draft: readonly OptionId[] = []): number {
  if (axis.kind === "pair") return axis.items.length - (isPairs(pick) ? Object.keys(pick.pairs).length : 0);
  if (pick !== undefined) return 0;
  return axis.kind === "rank" || axis.kind === "sequence" ? axis.options.length - draft.length : 1;
}
