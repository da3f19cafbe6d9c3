/** Groups of open answers that a gallery's still console really keeps, so that the workbench can be tried without a server. */

import type { AnswerGroup, HostView } from "../wire/generated";
import type { ConsoleModel } from "./console_model";

type GroupingPart = Pick<ConsoleModel, "groupsOf" | "regroup" | "isGroupingKept" | "flushGroups">;

/** The part of a console that holds groups, beginning with those of the view. */
export function stillGroups(view: HostView): GroupingPart {
  let kept = $state.raw<Readonly<Record<string, readonly AnswerGroup[]>>>({});
  return {
    groupsOf: (axis) => kept[axis] ?? view.keys.find((key) => key.axis === axis)?.groups ?? [],
    regroup: (axis, groups) => (kept = { ...kept, [axis]: groups }),
    isGroupingKept: true,
    flushGroups: () => {},
  };
}
