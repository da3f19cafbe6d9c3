/** What is handed to the pool of an answer, from what the server said of it. No marks are made here. */
import type { AxisView, PracticeResult, RoundView, Text } from "../wire/generated";
import { optionOf } from "../wire/said";
import type { Miss } from "./pool";

/** The short name of a pick of one option; null for the other kinds. */
function shortOf(axis: AxisView | undefined, pick: PracticeResult["result"]["axes"][number]["pick"]): Text | null {
  const chosen = pick === null ? undefined : optionOf(pick);
  const option = axis?.options.find(({ id }) => id === chosen);
  return option ? option.short : null;
}

/** The card as the pool keeps it, with the axes that went wrong; of an answer that was right all that was asked. */
export function missOf(deck: string, round: RoundView, told: PracticeResult): Miss {
  const wrong = told.result.axes.filter(({ verdict }) => verdict !== "right" && verdict !== "waiting");
  const first = wrong[0];
  const axes = (wrong.length > 0 ? wrong : told.result.axes).map(({ axis }) => axis);
  return {
    deck,
    card: round.card,
    title: round.title,
    axes,
    confidence: told.result.confidence,
    said: first ? shortOf(round.axes.find(({ id }) => id === first.axis), first.pick) : null,
    isAlmost: wrong.length > 0 && wrong.every(({ verdict }) => verdict === "almost"),
  };
}

/** Whether an answer counts as a hit. Words of one's own are judged by nobody here: who gave some has practised. */
export const isHit = (told: PracticeResult): boolean => told.is_hit ?? true;
