/** How the teams stand: a step for each as high as its mean, in their own order. Pure. */
import type { MilliPoints, StandingRow, TeamView } from "../../wire/generated";

/** With more teams than this steps get too narrow, and the stair of the leaderboard takes their place. */
export const MOST_STEPS = 8;
export const MOST_NARROW = 6;
/** A team of fewer says on its step how many it is. */
export const SMALL_TEAM = 5;

/** The parts (0..1) of the highest step: from zero, so that a small lead looks small. `least` keeps room for a name. */
export function teamHeights(teams: readonly TeamView[], least: number): number[] {
  const highest = Math.max(...teams.map((team) => team.mean), 1);
  return teams.map((team) => Math.max(least, Math.max(0, team.mean) / highest));
}

/** Who is in front, and by how much; the gap is null with nobody behind. */
export function lead(teams: readonly TeamView[]): { readonly front: readonly TeamView[]; readonly gap: MilliPoints | null } {
  const front = teams.filter((team) => team.is_in_front);
  const rest = teams.filter((team) => !team.is_in_front && team.members > 0).map((team) => team.mean);
  return { front, gap: front[0] && rest.length > 0 ? front[0].mean - Math.max(...rest) : null };
}

/** The teams as rows, the highest mean first; equal means share a rank, and a team without people has none. */
export function teamRows(teams: readonly TeamView[]): StandingRow[] {
  const playing = teams.filter((team) => team.members > 0);
  return [...playing]
    .sort((one, other) => other.mean - one.mean)
    .map((team) => ({
      rank: 1 + playing.filter((other) => other.mean > team.mean).length,
      previous_rank: null,
      name: team.name,
      points: team.mean,
    }));
}
