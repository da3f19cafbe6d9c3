/** The advice in words: what pays most now, and why, with the room's own thresholds. */

import type { HostAxis, HostView } from "../wire/generated";
import { percentText } from "../words/format";
import { hostHourWords } from "../words/host_hour";
import { hostKindWords } from "../words/host_kinds";
import { hostWords } from "../words/host";
import type { Language } from "../words/language.svelte";
import { axisName, axisOf } from "./axes";
import { agreementOf, axisOfConcern, openTask, reasonFor, type OpenTask, type Reason } from "./advice";

export interface Told {
  readonly title: string;
  readonly why: string;
}

/** The one thing to do, and its reason. Putting open answers together is work of its own and goes first. */
export function adviceTold(view: HostView, language: Language): Told & { readonly isAboutWords: boolean } {
  const axis = axisOfConcern(view.keys);
  const task = openTask(view.phase, view.keys);
  const shown = axisOf(view, view.shown_axis);
  const isOpenFirst = view.phase === "closed" || (view.phase === "reveal" && shown?.kind === "open");
  if (task && (!axis || isOpenFirst)) return { ...taskTold(task, language), isAboutWords: true };
  return { ...reasonTold(view, reasonFor(view, axis), axis, language), isAboutWords: false };
}

function taskTold(task: OpenTask, language: Language): Told {
  const words = hostKindWords[language];
  const told: Readonly<Record<OpenTask, Told>> = {
    read: { title: words.readWords, why: words.readWordsWhy },
    group: { title: words.groupFirst, why: words.groupFirstWhy },
    quote: { title: words.quoteThen, why: words.quoteThenWhy },
    show: { title: words.showGroups, why: words.showGroupsWhy },
    mark: { title: words.markNow, why: words.markNowWhy },
  };
  return told[task];
}

function reasonTold(view: HostView, reason: Reason, axis: HostAxis | null, language: Language): Told {
  const [words, hour] = [hostWords[language], hostHourWords[language]];
  const name = axis ? axisName(view, axis.axis, language) : "";
  const share = percentText(axis?.right_share ?? 0, language);
  const from = percentText(view.settings.talk_from, language);
  const to = percentText(view.settings.talk_to, language);
  const told: Readonly<Record<Reason, Told>> = {
    read: { title: words.letRead, why: words.letReadWhy },
    none_yet: { title: words.noneYet, why: words.noneYetWhy },
    nobody: { title: words.nobodyAnswered, why: words.nobodyAnsweredWhy },
    answering: { title: hour.waitTitle, why: hour.waitWhy(name, share) },
    talking: { title: hour.listenTitle, why: hour.listenWhy },
    explain: { title: words.explain, why: hour.explainWhy(name, share, from) },
    explain_after_talk: { title: words.explain, why: hour.explainAfterWhy(name, share) },
    talk: { title: words.talk, why: hour.talkWhy(name, share, from, to) },
    move_on: { title: words.moveOn, why: hour.moveOnWhy(name, share, to) },
    move_on_shown: { title: words.moveOn, why: hour.moveOnShownWhy(name, share) },
    move_on_talked: { title: words.moveOn, why: hour.moveOnTalkedWhy(name, share) },
    ask_twin: { title: hour.twinTitle, why: hour.twinWhy(name, share, twinTitle(view, language)) },
    debate: { title: words.debate, why: words.debateWhy(name) },
  };
  return told[reason];
}

/** The name of the card that asks the same as the one on the screen; empty without one. */
export function twinTitle(view: HostView, language: Language): string {
  return view.cards.find((card) => card.id === view.twin)?.title[language] ?? "";
}

export interface AxisTold {
  readonly axis: string;
  readonly name: string;
  /** The share right; empty where nothing can be said yet. */
  readonly share: string;
  /** What the server suggests there, in a word or two. */
  readonly doing: string;
  /** How much they agree; empty below two answers. */
  readonly agreement: string;
}

/** Every question of the card in a line: share right, what to do, how much they agree. */
export function axesTold(view: HostView, language: Language): AxisTold[] {
  const [words, hour] = [hostWords[language], hostHourWords[language]];
  const doing = {
    wait: hour.waitShort, explain: words.explainShort, talk: words.talkShort, move_on: words.moveOnShort,
    ask_twin: hour.twinShort, debate: words.debateShort,
  };
  const agreements = { agreed: hour.agreed, mostly_agreed: hour.mostlyAgreed, divided: hour.divided, scattered: hour.scattered };
  return view.keys.flatMap((key) => {
    const name = axisName(view, key.axis, language);
    const isUnmarked = key.detail.open !== null && key.words.length > 0 && view.phase !== "answering";
    if (key.right_share === null) {
      return isUnmarked ? [{ axis: key.axis, name, share: "", doing: hostKindWords[language].openNotMarked, agreement: "" }] : [];
    }
    const agreement = key.detail.open === null ? agreementOf(key.advice) : null;
    return [{
      axis: key.axis,
      name,
      share: percentText(key.right_share, language),
      doing: key.advice.suggestion === "wait" ? "" : doing[key.advice.suggestion],
      agreement: agreement ? agreements[agreement] : "",
    }];
  });
}

/** On which questions people were certain and wrong, most first. */
export function certainTold(view: HostView, language: Language): string[] {
  return view.keys
    .filter((key) => key.advice.certain_wrong > 0)
    .sort((one, other) => other.advice.certain_wrong - one.advice.certain_wrong)
    .map((key) => hostHourWords[language].certainOn(key.advice.certain_wrong, key.advice.answers, axisName(view, key.axis, language)));
}
