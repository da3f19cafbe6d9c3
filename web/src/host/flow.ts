/** Who moved between two votes, told in a figure and a few sentences. The counting is the server's. */

import type { AxisView, FlowMove, FlowView } from "../wire/generated";
import { hostHourWords } from "../words/host_hour";
import type { Language } from "../words/language.svelte";
import { optionName } from "./kinds";

/** So many moves are named; the rest is a number. */
const MOVES_NAMED = 3;

export interface FlowTold {
  /** Whole points of per cent, with its sign: "+22", "-4", "0". */
  readonly gain: string;
  /** The largest moves, the largest first. */
  readonly moves: readonly { readonly sentence: string; readonly isToKey: boolean }[];
  /** How many people moved otherwise. */
  readonly others: number;
}

export function flowTold(flow: FlowView, axis: AxisView, language: Language): FlowTold {
  const words = hostHourWords[language];
  const name = (place: string): string => {
    if (flow.by_option) return optionName(axis, place, language);
    return { right: words.right, almost: words.almost, wrong: words.wrong }[place] ?? place;
  };
  const isKey = (place: string) => flow.places.some((known) => known.id === place && known.is_key);
  const moves = flow.moves.filter((move) => move.origin !== move.destination).sort((one, other) => other.count - one.count);
  const others = moves.slice(MOVES_NAMED).reduce((sum, move) => sum + move.count, 0);
  const told = (move: FlowMove) => ({
    sentence: words.flowMove(move.count, name(move.origin), name(move.destination)),
    isToKey: isKey(move.destination) && !isKey(move.origin),
  });
  return { gain: gainText(flow), moves: moves.slice(0, MOVES_NAMED).map(told), others };
}

/** The difference of the two shares as they are read: from rounded to rounded, so that the sum is right on the page. */
function gainText(flow: FlowView): string {
  const points = Math.round(flow.right_after * 100) - Math.round(flow.right_before * 100);
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : "0";
}
