/** Where the room stands, what the one big button says, and what it says will come after. */

import type { HostView } from "../wire/generated";
import { hostHourWords } from "../words/host_hour";
import { hostWords } from "../words/host";
import type { Language } from "../words/language.svelte";
import { cardNumbers, nextCard } from "./run";
import { undone, type Undone } from "./undone";
import { axisName } from "./axes";
import { axisOfStep, stepAfterNext, type Coming } from "./upcoming";

/** Names of axes in one phrase: "stage and trust". */
export function axisNames(view: HostView, axes: readonly string[], language: Language): string {
  const names = axes.map((axis) => axisName(view, axis, language));
  const last = names.pop() ?? "";
  return names.length ? names.join(", ") + hostHourWords[language].and + last : last;
}

/** "Card 4", or that it is the trial. An earlier card keeps the number under which it was played. */
function cardName(view: HostView, language: Language): string {
  const words = hostHourWords[language];
  if (view.round?.is_trial) return words.trial;
  return words.card(cardNumbers(view.cards).get(view.round?.card ?? "") ?? view.card_number);
}

/** What the talk is about, in words: axes by name, or the whole card. */
export function talkSubject(view: HostView, axes: readonly string[], all: readonly string[], language: Language): string {
  return axes.length === all.length ? hostHourWords[language].talkWhole : axisNames(view, axes, language);
}

/** Where the card on the screen stands, in one line under its title. */
export function standingLabel(view: HostView, language: Language): string {
  const [words, hour] = [hostWords[language], hostHourWords[language]];
  const card = cardName(view, language);
  const open = view.round?.open_axes ?? [];
  const isSecond = view.round?.vote === 2;
  if (view.phase === "reading") return words.reading(card);
  if (view.phase === "talk") return hour.talking(card, axisNames(view, open, language));
  if (view.phase === "answering") return isSecond ? hour.secondVote(card) : words.answering(card);
  if (view.phase === "closed") return isSecond ? hour.secondClosed(card) : words.closed(card);
  return words.reveal(card, axisName(view, view.shown_axis, language));
}

/** What is said aloud when the phase changes: short, since the page itself can be read. */
export function spokenPhase(view: HostView, language: Language): string {
  const words = hostWords[language];
  const phase = words.spokenPhases(view.phase);
  if (!view.round) return phase;
  return words.spokenCard(cardName(view, language), view.phase === "reveal" ? axisName(view, view.shown_axis, language) : phase);
}

/** The name of the next step, or that there is none. */
export function stepLabel(view: HostView, language: Language): string {
  const words = hostWords[language];
  const action = view.next_step?.action;
  switch (action) {
    case undefined:
      return words.stepNone;
    case "show_card":
      if (nextCard(view.cards)?.is_trial) return hostHourWords[language].toTrial;
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
      return words.afterNextCard(nextCard(view.cards)?.title[language] ?? "");
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

/** What an undo would take back, in a few words; null where nothing can be. */
export function undoneLabel(view: HostView, language: Language): string | null {
  const what = undone(view);
  return what && undoneWord(what, language);
}

function undoneWord(what: Undone, language: Language): string {
  const words = hostHourWords[language];
  const named: Readonly<Record<Undone, string>> = {
    show_card: words.undoShowCard,
    open_round: words.undoOpen,
    close_round: words.undoClose,
    reveal: words.undoReveal,
    show_axis: words.undoAxis,
    show_flow: words.undoFlow,
    open_second_vote: words.undoSecond,
    show_leaderboard: words.undoLeaderboard,
    show_podium: words.undoPodium,
    end_room: words.undoPodium,
    talk: words.undoTalk,
    skip: words.undoSkip,
    earlier: words.undoEarlier,
  };
  return named[what];
}
