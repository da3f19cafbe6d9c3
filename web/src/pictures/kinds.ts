/** Which picture an axis is shown on in its reveal, and when its moments are. Pure. */
import type { AxisReveal, AxisView, PictureKind } from "../wire/generated";
import { modelOf, modelTimes } from "./models";
import { hasGrid } from "./places";
import { revealTimes, type RevealTimes } from "./timing";

/** The pictures that show by themselves that several answers can be defended. */
const SHOWS_ALL_KEYS = ["pyramid", "stacks", "pillars", "bars", "carvings", "scale"] as const satisfies readonly PictureKind[];

export type PictureChoice = (typeof SHOWS_ALL_KEYS)[number] | "contested" | "grid" | "stair";

/** How long people take who come up where they stand, counted in treads. */
export const HOPS_IN_PLACE = 3;

/** The picture of the axis; what can be defended twice stands at one height, unless the theory's own picture shows it. */
export function pictureOf(axis: AxisView, reveal: AxisReveal): PictureChoice {
  const own = SHOWS_ALL_KEYS.find((kind) => kind === axis.picture.kind);
  if (own) return own;
  if (reveal.is_contested) return "contested";
  return hasGrid(axis) ? "grid" : "stair";
}

/** The moments of the reveal of this axis. */
export function timesOf(axis: AxisView, reveal: AxisReveal): RevealTimes {
  const model = modelOf(axis, reveal);
  if (model) return modelTimes(model, reveal);
  const climbs = pictureOf(axis, reveal) === "pyramid" || pictureOf(axis, reveal) === "stair";
  return revealTimes(climbs ? axis.options.length - 1 : HOPS_IN_PLACE);
}
