/** What the leading button of a card says when its only axis is answered in one of the rarer ways. */
import type { AxisView } from "../../wire/generated";
import { isList, type Said } from "../../wire/said";
import { language } from "../../words/language.svelte";
import { waysWords } from "../../words/ways";

export interface ButtonWords {
  /** While something is to be chosen; empty where the usual words do. */
  readonly toGo: string;
  /** When all is chosen; empty where the usual word does. */
  readonly send: string;
}

/** The button's words for an axis that still asks for so many taps. */
export function buttonWords(axis: AxisView, pick: Said | undefined, left: number): ButtonWords {
  const words = waysWords[language.current];
  const count = isList(pick) ? pick.length : 0;
  const sends: Partial<Record<AxisView["picture"]["kind"], string>> = {
    stacks: words.sendBlocks(count),
    pillars: words.sendPillars(count),
  };
  const leads: Partial<Record<AxisView["kind"], string>> = {
    multi: words.chooseSome,
    rank: words.stepsToGo(left),
    sequence: words.stepsToGo(left),
    pair: words.stepsToGo(left),
  };
  return { toGo: leads[axis.kind] ?? "", send: (count > 0 && sends[axis.picture.kind]) || "" };
}
