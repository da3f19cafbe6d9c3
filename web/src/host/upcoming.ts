/** What stands behind the next step, so that the console can say it beforehand. Only told, never decided here. */

import type { HostView, StepAction } from "../wire/generated";
import { nextCard } from "./run";

/** What the hall will see; `axis` is set where a picture of an axis is meant. */
export interface Coming {
  action: StepAction;
  axis: string | null;
}

/** The axis that a step brings onto the screen, or null when it brings none. */
export function axisOfStep(view: HostView, action: StepAction): string | null {
  const asked = view.round?.axes.map((axis) => axis.id) ?? [];
  if (action === "reveal") return asked[0] ?? null;
  if (action === "show_flow") return view.shown_axis;
  if (action === "show_axis") return asked[asked.indexOf(view.shown_axis ?? "") + 1] ?? null;
  return null;
}

/** The step that follows on `view.next_step`, or null at the end. */
export function stepAfterNext(view: HostView): Coming | null {
  const next = view.next_step?.action;
  if (!next) return null;
  const asked = view.round?.axes.map((axis) => axis.id) ?? [];
  const axisAfter = (shown: string | null, flowShown = false): Coming => {
    const votedTwice = view.round?.vote === 2 && view.round.open_axes.includes(shown ?? "");
    if (votedTwice && !flowShown) return { action: "show_flow", axis: shown };
    const following = asked[asked.indexOf(shown ?? "") + 1];
    if (following) return { action: "show_axis", axis: following };
    const { leaderboard, scoring } = view.settings;
    const hasStandings = leaderboard !== "hidden" && scoring !== "none" && view.card_number > 0;
    return hasStandings ? { action: "show_leaderboard", axis: null } : afterStandings();
  };
  const afterStandings = (): Coming => ({ action: nextCard(view.cards) ? "show_card" : "show_podium", axis: null });
  switch (next) {
    case "show_card":
      return { action: view.settings.reading_seconds > 0 ? "open_round" : "close_round", axis: null };
    case "open_round":
      return { action: "close_round", axis: null };
    case "close_round":
      return { action: "reveal", axis: asked[0] ?? null };
    case "reveal":
    case "show_axis":
      return axisAfter(axisOfStep(view, next));
    case "show_flow":
      return axisAfter(view.shown_axis, true);
    case "open_second_vote":
      return { action: "close_round", axis: null };
    case "show_leaderboard":
      return afterStandings();
    case "show_podium":
      return { action: "end_room", axis: null };
    case "end_room":
      return null;
  }
}
