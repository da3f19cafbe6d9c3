/** What the title of the teams says. No last place is named. Pure. */
import type { MilliPoints, TeamView } from "../../wire/generated";
import { pointsText } from "../../words/format";
import type { Language } from "../../words/language.svelte";
import { hourWords } from "../../words/screen_hour";
import { lead } from "./teams";

/** The most names in a title. */
const TITLE_NAMES = 3;

/** Who is in front and by how much, or who stand equally high. */
export function teamsTitle(teams: readonly TeamView[], language: Language): string {
  const words = hourWords[language];
  const { front, gap } = lead(teams);
  const [first] = front;
  if (!first) return words.teamsStart;
  if (front.length === 1) return words.teamLeads(first.name, gap === null ? "" : gapText(gap, language));
  if (gap === null) return words.teamsAllLevel;
  if (front.length > TITLE_NAMES) return words.manyLevel(front.length);
  return words.teamsLevel(front.map((team) => team.name));
}

function gapText(gap: MilliPoints, language: Language): string {
  const words = hourWords[language];
  return gap === 500 ? words.halfPoint : words.ofPoints(pointsText(gap, language));
}
