/** The projector's screens for the gallery. */
import type { GalleryScreens } from "../gallery/entry";
import { shown } from "../gallery/entry";
import { bakerRound, contestedReveal, SAMPLE_NOW, screenView } from "../gallery/samples";
import {
  boardBefore,
  boardView,
  contestedPyramid,
  contestedView,
  fewReveal,
  lobbyView,
  longRound,
  manyReveal,
  podiumRows,
  queueRound,
  revealView,
} from "../gallery/screen_samples";
import GalleryScreen from "./GalleryScreen.svelte";
import { hourViews } from "./hour_screens";
import { modelViews } from "./model_screens";
import { orderViews } from "./order_screens";

const screen = (view: ReturnType<typeof screenView>, more: Record<string, unknown> = {}) =>
  shown(GalleryScreen, { view, ...more });

export const screens: GalleryScreens = {
  "lobby-0": screen(lobbyView(0)),
  "lobby-3": screen(lobbyView(3)),
  "lobby-9": screen(lobbyView(9)),
  "lobby-41": screen(lobbyView(41)),
  "lobby-120": screen(lobbyView(120)),
  "lobby-900": screen(lobbyView(900)),
  "lobby-locked": screen(lobbyView(41, { is_locked: true })),
  reading: screen(
    screenView({ phase: "reading", answered: 0, round: { ...bakerRound, opens_at: SAMPLE_NOW + 8_000, closes_at: null } }),
  ),
  open: screen(screenView()),
  "open-last": screen(screenView(), { later: 35_000 }),
  "open-long": screen(screenView({ round: longRound })),
  "open-short": screen(screenView({ round: queueRound })),
  "open-one-axis": screen(screenView({ round: { ...queueRound, axes: queueRound.axes.slice(1, 2) } })),
  "open-no-limit": screen(screenView({ round: { ...bakerRound, closes_at: null, limit_millis: null } })),
  closed: screen(screenView({ phase: "closed", answered: 39 })),
  "pyramid-41": screen(revealView("stage")),
  "pyramid-5": screen(revealView("stage", fewReveal, 5)),
  "pyramid-900": screen(revealView("stage", manyReveal, 900)),
  "grid-41": screen(revealView("commitment-form")),
  "grid-5": screen(revealView("commitment-form", fewReveal, 5)),
  "grid-900": screen(revealView("commitment-form", manyReveal, 900)),
  "stair-41": screen(revealView("trust-level")),
  "stair-5": screen(revealView("trust-level", fewReveal, 5)),
  "stair-900": screen(revealView("trust-level", manyReveal, 900)),
  contested: screen(contestedView),
  "contested-shares": screen(revealView("commitment-form", contestedReveal)),
  "contested-pyramid": screen(contestedPyramid),
  ...Object.fromEntries(Object.entries(orderViews).map(([name, view]) => [name, screen(view)])),
  ...Object.fromEntries(Object.entries(modelViews).map(([name, view]) => [name, screen(view)])),
  ...Object.fromEntries(Object.entries(hourViews).map(([name, view]) => [name, screen(view)])),
  leaderboard: screen(boardView, { before: boardBefore }),
  "leaderboard-first": screen({ ...boardView, leaderboard: boardView.leaderboard.slice(0, 3), players: 3 }),
  podium: screen(screenView({ phase: "podium", round: null, podium: podiumRows })),
  "podium-tie": screen(
    screenView({ phase: "podium", round: null, podium: podiumRows.map((row) => ({ ...row, rank: row.rank === 2 ? 1 : row.rank })) }),
  ),
  ended: screen(screenView({ phase: "ended", round: null, podium: podiumRows })),
};
