/** Which boards may lie over the slide now, and what a press on one asks the server for. The server has the last word. */

import { BOARD_KINDS, type BoardKind, type HostView } from "../wire/generated";

const AFTER_REVEAL: readonly HostView["phase"][] = ["reveal", "leaderboard", "podium"];

export interface BoardOrder {
  readonly board: BoardKind | null;
  readonly axis: string | null;
}

/** The axes of which there is a matrix: one option is chosen. */
export function matrixAxes(view: HostView): string[] {
  const kinds = ["ordinal", "single", "grid"];
  return view.deck_axes.filter((axis) => kinds.includes(axis.kind)).map((axis) => axis.id);
}

/** Whether a board can be shown now: the way in always, the rest once a card was revealed and no vote is open. */
export function canShow(view: HostView, kind: BoardKind): boolean {
  if (view.phase === "ended") return false;
  if (kind === "join") return true;
  if (!AFTER_REVEAL.includes(view.phase)) return false;
  if (kind === "teams") return view.settings.teams.length > 0;
  if (kind === "debate") return view.phase === "reveal" && view.debate !== null;
  if (kind === "matrix") return matrixAxes(view).length > 0;
  return true;
}

/** The boards that this room can have at all, in their order. */
export function boardsOf(view: HostView): BoardKind[] {
  return BOARD_KINDS.filter((kind) => (kind !== "teams" || view.settings.teams.length > 0) && (kind !== "debate" || view.debate !== null));
}

/** What pressing a board's key asks for: the same board again takes it away. Null where it cannot be shown. */
export function toggled(view: HostView, kind: BoardKind): BoardOrder | null {
  if (view.board?.kind === kind) return { board: null, axis: null };
  if (!canShow(view, kind)) return null;
  return { board: kind, axis: kind === "matrix" ? firstMatrix(view) : null };
}

/** The matrix to begin with: of what was mixed up most, else of the picture on the screen, else the first. */
function firstMatrix(view: HostView): string | null {
  const axes = matrixAxes(view);
  const wanted = [view.confusions[0]?.axis, view.shown_axis];
  return wanted.find((axis) => axis != null && axes.includes(axis)) ?? axes[0] ?? null;
}

/** Another matrix, one axis further or back, round and round; null while no matrix is shown. */
export function otherMatrix(view: HostView, by: 1 | -1): BoardOrder | null {
  const shown = view.board?.kind === "matrix" ? view.board.matrix?.axis : undefined;
  if (shown === undefined) return null;
  const axes = matrixAxes(view);
  const axis = axes[(axes.indexOf(shown) + by + axes.length) % axes.length] ?? null;
  return axis === shown ? null : { board: "matrix", axis };
}
