/** What the private panel says and what the hall has before it, in words, from the view alone. Pure. */

import { axisName, axisOf } from "../host/axes";
import { axisOfConcern } from "../host/advice";
import { keyText } from "../host/kinds";
import type { AxisView, HostAxis, HostView, RosterView } from "../wire/generated";
import { percentText } from "../words/format";
import { hostWords } from "../words/host";
import type { Language } from "../words/language.svelte";
import { remoteWords } from "../words/remote";
import { currentCard } from "./orders";

/** One asked axis: its key in words, the place of the key's mark, and how many were right. */
export interface KeyRow {
  readonly axis: string;
  readonly name: string;
  readonly key: string;
  /** Place of the option in its axis, from 0; null where the key is not one option. */
  readonly mark: number | null;
  readonly share: string;
  readonly isContested: boolean;
}

export function keyRows(view: HostView, language: Language): KeyRow[] {
  return view.keys.flatMap((truth) => {
    const axis = axisOf(view, truth.axis);
    if (!axis) return [];
    return [
      {
        axis: axis.id,
        name: axis.short_label[language],
        key: keyText(axis, truth, language),
        mark: markOf(axis, truth),
        share: truth.right_share === null ? "" : remoteWords[language].right(percentText(truth.right_share, language)),
        isContested: truth.is_contested,
      },
    ];
  });
}

/** There are seven marks; where the key is several options, or none, the words alone say it. */
function markOf(axis: AxisView, truth: HostAxis): number | null {
  const only = truth.accepted.length === 1 ? truth.accepted[0] : undefined;
  const place = only ? axis.options.findIndex((option) => option.id === only.option) : -1;
  return place >= 0 && place < 7 ? place : null;
}

/** The one piece of advice: that of the axis which asks for attention first. Null where there is nothing to advise on. */
export function adviceLine(view: HostView, language: Language): string | null {
  if (view.keys.length === 0) return null;
  const words = hostWords[language];
  if (view.phase === "reading") return words.letRead;
  if (view.phase === "answering" && view.answered === 0) return words.noneYet;
  const axis = axisOfConcern(view.keys) ?? view.keys[0];
  if (!axis || axis.advice.answers === 0) return words.nobodyAnswered; // `view.answered` ends with the round
  return remoteWords[language].suggestions(axis.advice.suggestion);
}

/** What the hall looks at. */
export function onScreenLine(view: HostView, language: Language): string {
  const words = remoteWords[language];
  return words.onScreen(view.board ? lowered(words.boards(view.board.kind)) : slide(view, language));
}

function slide(view: HostView, language: Language): string {
  const words = remoteWords[language];
  const axis = axisName(view, view.shown_axis, language);
  switch (view.phase) {
    case "lobby":
      return words.screenLobby;
    case "talk":
      return words.screenTalk;
    case "reveal":
      return view.shows_flow ? words.screenFlow(axis) : words.screenReveal(axis);
    case "leaderboard":
      return words.screenLeaderboard;
    case "podium":
      return words.screenPodium;
    case "ended":
      return words.screenEnded;
    default:
      return words.screenStory;
  }
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Who is connected, and whose line keeps breaking. */
export function linesOf(roster: RosterView | null): { here: number; slow: number } {
  const rows = (roster?.rows ?? []).filter((row) => !row.is_removed);
  const slow = rows.filter((row) => row.line === "shaky").length;
  return { here: rows.filter((row) => row.line === "here").length + slow, slow };
}

/** The title over everything: the card's, or what the square is doing. */
export function titleLine(view: HostView, language: Language): string {
  const onCard = view.round !== null || view.phase === "reveal";
  return (onCard ? currentCard(view)?.title[language] : undefined) ?? view.deck_title[language];
}
