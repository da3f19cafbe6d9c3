/** Who stands on which step of the podium, and what the title says. Pure. */
import type { ScreenView, StandingRow } from "../wire/generated";
import { commonWords } from "../words/common";
import type { Language } from "../words/language.svelte";
import { screenWords } from "../words/screen";
import { teamRows } from "./boards/teams";

/** A step with those who share its rank. */
export interface PodiumStep {
  readonly rank: number;
  readonly people: readonly StandingRow[];
}

/** The most names in a title. */
const TITLE_NAMES = 3;

/** Who stands there: people, or teams by their mean where teams collect the points. */
export function podiumRowsOf(view: ScreenView): readonly StandingRow[] {
  if (view.scoring !== "teams") return view.podium;
  return teamRows(view.teams).filter((row) => row.rank <= 3 && row.points > 0);
}

/** The steps that are drawn, best first. A rank that a tie skips has no step. */
export function podiumSteps(rows: readonly StandingRow[]): PodiumStep[] {
  const ranks = [...new Set(rows.map((row) => row.rank))].filter((rank) => rank <= 3).sort((one, other) => one - other);
  return ranks.map((rank) => ({ rank, people: rows.filter((row) => row.rank === rank) }));
}

/** Who the loaf is for. Where nobody has points it stays in the bakery, unless there was nobody to bake it for. */
export function loafTitle(rows: readonly StandingRow[], players: number, language: Language): string {
  const words = screenWords[language];
  const winners = podiumSteps(rows)[0]?.people ?? [];
  if (winners.length === 0) return players > 0 ? words.loafStays : words.noPodium;
  if (winners.length > TITLE_NAMES) return words.loafShared(winners.length);
  return commonWords[language].loafFor(commonWords[language].and(winners.map((row) => row.name)));
}
