/** What an undo would take back, told from where the room stands and from the step that it would offer again. */

import type { HostView, StepAction } from "../wire/generated";

/** A step of the one key, or one of the lecturer's own ways off its path. */
export type Undone = StepAction | "talk" | "skip" | "earlier";

const AROUND_A_VOTE: readonly StepAction[] = ["open_round", "close_round", "reveal", "open_second_vote"];
const LEADS_TO: Readonly<Partial<Record<StepAction, HostView["phase"]>>> = {
  open_round: "answering",
  close_round: "closed",
  reveal: "reveal",
  open_second_vote: "answering",
};

/** Null where nothing can be undone. */
export function undone(view: HostView): Undone | null {
  const action = view.undo?.action;
  if (!action) return null;
  if (view.phase === "talk") return "talk";
  if (view.phase === "podium") return AROUND_A_VOTE.includes(action) ? "skip" : "show_podium";
  if (AROUND_A_VOTE.includes(action)) {
    const isSecond = view.round?.vote === 2;
    const isItself = LEADS_TO[action] === view.phase && (action === "open_second_vote") === (view.phase === "answering" && isSecond);
    return isItself ? action : "skip";
  }
  if (view.phase === "reveal" && !leadsToReveal(view, action)) return "earlier";
  return action;
}

/** Whether the step brings a picture of the card on the screen; else an earlier card was put there. */
function leadsToReveal(view: HostView, action: StepAction): boolean {
  if (action === "show_flow") return view.shows_flow;
  return action === "show_axis" && !view.shows_flow && view.shown_axis !== view.round?.axes[0]?.id;
}
