/** Where the room stands, what the one big button says, and what it says will come after. */

import type { HostView } from "../wire/generated";
import { hostWords } from "../words/host";
import type { Language } from "../words/language.svelte";
import { axisOfStep, stepAfterNext, type Coming } from "./upcoming";

function axisName(view: HostView, axis: string | null, language: Language): string {
  return view.deck_axes.find((candidate) => candidate.id === axis)?.short_label[language] ?? "";
}

/** Where the card on the screen stands, in one line under its title. */
export function standingLabel(view: HostView, language: Language): string {
  const words = hostWords[language];
  if (view.phase === "reading") return words.reading(view.card_number);
  if (view.phase === "answering") return words.answering(view.card_number);
  if (view.phase === "closed") return words.closed(view.card_number);
  return words.reveal(view.card_number, axisName(view, view.shown_axis, language));
}

/** What is said aloud when the phase changes: short, since the page itself can be read. */
export function spokenPhase(view: HostView, language: Language): string {
  const words = hostWords[language];
  const phase = words.spokenPhases(view.phase);
  if (view.phase === "reveal") return words.spokenCard(view.card_number, axisName(view, view.shown_axis, language));
  return view.round ? words.spokenCard(view.card_number, phase) : phase;
}

/** The name of the next step, or that there is none. */
export function stepLabel(view: HostView, language: Language): string {
  const words = hostWords[language];
  const action = view.next_step?.action;
  switch (action) {
    case undefined:
      return words.stepNone;
    case "show_card":
      return view.card_number === 0 ? words.stepBegin : words.stepNextCard(view.card_number + 1);
    case "open_round":
      return words.stepOpen;
    case "close_round":
      return words.stepClose;
    case "open_second_vote":
      return words.stepSecondVote;
    case "show_flow":
      return words.stepFlow;
    case "reveal":
    case "show_axis":
      return words.stepReveal(axisName(view, axisOfStep(view, action), language));
    case "show_leaderboard":
      return words.stepLeaderboard;
    case "show_podium":
      return words.stepPodium;
    case "end_room":
      return words.stepEnd;
  }
}

/** What stands behind the next step; empty once the room has ended. */
export function afterLabel(view: HostView, language: Language): string {
  if (!view.next_step) return "";
  const coming = stepAfterNext(view);
  return coming ? comingLabel(view, coming, language) : hostWords[language].afterNothing;
}

function comingLabel(view: HostView, coming: Coming, language: Language): string {
  const words = hostWords[language];
  switch (coming.action) {
    case "show_card":
      return words.afterNextCard(view.cards[view.card_number]?.title[language] ?? "");
    case "open_round":
      return words.afterRead;
    case "open_second_vote":
      return words.afterSecondVote;
    case "show_flow":
      return words.afterFlow;
    case "close_round":
      return view.next_step?.action === "show_card" ? words.afterAnswer : words.afterClose;
    case "reveal":
    case "show_axis":
      return words.afterReveal(axisName(view, coming.axis, language));
    case "show_leaderboard":
      return words.afterLeaderboard;
    case "show_podium":
      return words.afterPodium;
    case "end_room":
      return words.afterEnd;
  }
}
