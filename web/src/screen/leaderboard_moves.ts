/**
 * Who climbs where on the leaderboard, and when. Stone stays: the tread is the place, people climb, and a name is never
 * in motion. Pure; treads are counted from 1 at the top.
 */
import { APART, ARRIVE, LEAVE, PLACE } from "../pictures/timing";
import type { MilliPoints, StandingRow } from "../wire/generated";

/** Together a climb never takes longer, however many treads. */
const LONGEST_CLIMB = 960;
const WAIT = 500;
const GOLD_LAST = 240;
const NAME_EARLY = 80;

/** Somebody on the board now. */
export interface Climb {
  readonly row: StandingRow;
  readonly to: number;
  /** The tread they come from; one below the lowest for who was not on the board. */
  readonly from: number;
  /** Their points on the board before, where those are known. */
  readonly before: MilliPoints | null;
  readonly delay: number;
  readonly duration: number;
  /** When their name stands. */
  readonly nameAt: number;
}

/** Somebody who was on the board, on the tread where they fade. */
export interface Leaver {
  readonly row: StandingRow;
  readonly from: number;
}

export interface BoardMoves {
  readonly climbs: readonly Climb[];
  /** Labels that go first: of all who move and all who leave. */
  readonly leavers: readonly Leaver[];
  readonly leaveAt: number;
}

/** The moves from the board before (null where it was not seen) to this one. */
export function boardMoves(rows: readonly StandingRow[], before: readonly StandingRow[] | null): BoardMoves {
  const outside = rows.length + 1;
  const from = treadsBefore(rows, before);
  const started = rows.map((row, place) => {
    const to = place + 1;
    const origin = Math.min(from.get(row.name) ?? outside, outside);
    const duration = Math.min(LONGEST_CLIMB, PLACE * Math.abs(origin - to));
    return { row, to, from: origin, duration, delay: WAIT + LEAVE + (rows.length - to) * APART };
  });
  const others = Math.max(0, ...started.filter((climb) => climb.to > 1).map((climb) => climb.delay + climb.duration));
  const climbs = started.map((climb) => {
    const delay = climb.to === 1 ? Math.max(climb.delay, others + GOLD_LAST - climb.duration) : climb.delay;
    const known = before?.find((row) => row.name === climb.row.name)?.points ?? null;
    const nameAt = climb.duration > 0 ? delay + climb.duration - NAME_EARLY : WAIT;
    return { ...climb, delay, nameAt, before: known };
  });
  const leavers = (before ?? [])
    .map((row, place) => ({ row, from: place + 1 }))
    .filter(({ row, from: tread }) => tread <= rows.length && !rows.some((now) => now.name === row.name));
  return { climbs, leavers, leaveAt: WAIT };
}

/** When the whole board stands. */
export function boardEnd(moves: BoardMoves): number {
  return Math.max(0, ...moves.climbs.map((climb) => Math.max(climb.nameAt, climb.delay + climb.duration) + ARRIVE));
}

/** Where everybody stood: on the board seen before, else as well as the ranks before tell. */
function treadsBefore(rows: readonly StandingRow[], before: readonly StandingRow[] | null): Map<string, number> {
  if (before) return new Map(before.map((row, place) => [row.name, place + 1]));
  const taken = new Set<number>();
  const treads = new Map<string, number>();
  const ranked = rows.filter((row) => row.previous_rank !== null);
  for (const row of [...ranked].sort((one, other) => (one.previous_rank ?? 0) - (other.previous_rank ?? 0))) {
    let tread = row.previous_rank ?? 0;
    while (taken.has(tread)) tread += 1;
    taken.add(tread);
    treads.set(row.name, tread);
  }
  return treads;
}
