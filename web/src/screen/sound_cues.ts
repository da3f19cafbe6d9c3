/** What is heard between two views: steps for arrivals and on stairs, a bell when a round opens and closes. Pure. */
import { timesOf } from "../pictures/kinds";
import { HOP } from "../pictures/timing";
import type { ScreenView } from "../wire/generated";
import { boardMoves } from "./leaderboard_moves";
import { slideOf } from "./moments";

/** A sound, so many milliseconds from now. `height`: the step on the stair, from 0. */
export type Cue =
  | { readonly kind: "step"; readonly delay: number; readonly height: number }
  | { readonly kind: "bell"; readonly delay: number; readonly isOpening: boolean };

/** Arrivals that come together are one group, and a group is one step; more than this many steps is a march. */
const GROUP = 8;
const MOST_STEPS = 4;
const APART = 140;

/** The sounds of going from one view to the next; none for the first view, nobody heard it begin. */
export function cuesOf(before: ScreenView | null, now: ScreenView): Cue[] {
  if (before === null || before.room !== now.room) return [];
  if (before.phase === "lobby" && now.phase === "lobby") return arrivals(now.players - before.players, now.players);
  if (slideOf(before) === slideOf(now)) return [];
  if (now.phase === "answering") return [{ kind: "bell", delay: 0, isOpening: true }];
  if (before.phase === "answering" && now.phase === "closed") return [{ kind: "bell", delay: 0, isOpening: false }];
  if (now.phase === "reveal") return walk(now);
  if (now.phase === "leaderboard") return climb(now, before);
  if (now.phase === "podium") return [300, 800, 1300].map((delay, height) => ({ kind: "step", delay, height: height * 3 }));
  return [];
}

function arrivals(came: number, players: number): Cue[] {
  const steps = Math.min(MOST_STEPS, Math.ceil(came / GROUP));
  return Array.from({ length: Math.max(0, steps) }, (_, place) => ({
    kind: "step",
    delay: place * APART,
    height: Math.floor(players / GROUP + place) % 5,
  }));
}

/** One soft step for every tread that people climb in a reveal. */
function walk(view: ScreenView): Cue[] {
  const axis = view.round?.axes.find((asked) => asked.id === view.reveal?.shown_axis);
  const reveal = view.reveal?.axes.find((revealed) => revealed.axis === axis?.id);
  if (!axis || !reveal || view.reveal?.shows_flow) return [];
  const times = timesOf(axis, reveal);
  const treads = Math.max(1, Math.round((times.stand - times.walk) / HOP) - 1);
  return Array.from({ length: treads }, (_, height) => ({ kind: "step", delay: times.walk + height * HOP, height }));
}

/** A step for every rank as it is taken, the lowest first. */
function climb(view: ScreenView, before: ScreenView): Cue[] {
  const rows = view.leaderboard;
  const { climbs } = boardMoves(rows, before.leaderboard.length > 0 ? before.leaderboard : null);
  return climbs
    .filter((one) => one.duration > 0)
    .map((one): Cue => ({ kind: "step", delay: one.delay + one.duration, height: rows.length - one.to }));
}
