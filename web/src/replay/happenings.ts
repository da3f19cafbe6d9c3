/** Everything that happened, as a list in order of time. Pure. */
import type { HostAction, Moment, Replay, ServerMillis, Text, Version } from "../wire/generated";
import type { replayWords } from "../words/replay";

type Words = (typeof replayWords)["nl"];

/** Something that happened. `isCard`: a card came up, and what follows is about it. */
export interface Happening {
  readonly at: ServerMillis;
  readonly version: Version;
  readonly text: string;
  readonly isCard: boolean;
}

/** What the host did, in words. */
export function actionText(action: HostAction, words: Words): string {
  switch (action.kind) {
    case "time_added":
      return words.time_added(action.seconds);
    case "board":
      return action.board ? words[`over_${action.board}`] : "";
    case "earlier":
      return words.backToCard;
    default:
      return words[action.kind];
  }
}

/** Cards, votes, reveals and what the host did. */
export function happeningsOf(replay: Replay, words: Words, textOf: (text: Text) => string): Happening[] {
  const slides = replay.moments.filter((moment) => !moment.board);
  let card: Moment | null = null;
  const shown = slides.flatMap((moment, place): Happening[] => {
    if (isSame(moment, slides[place - 1])) return []; // what lay over it has gone
    const isCard = moment.kind === "read" && (moment.card !== card?.card || moment.is_trial !== card?.is_trial);
    if (isCard) card = moment;
    const text = momentText(moment, isCard, words, textOf);
    return text ? [{ at: moment.at, version: moment.version, text, isCard }] : [];
  });
  const done = replay.actions.map((action) => ({
    at: action.at,
    version: action.version,
    text: actionText(action, words),
    isCard: false,
  }));
  return [...shown, ...done].sort((one, other) => one.version - other.version);
}

function isSame(one: Moment, other: Moment | undefined): boolean {
  return one.kind === other?.kind && one.card === other.card && one.axis_label?.en === other.axis_label?.en;
}

function momentText(moment: Moment, isCard: boolean, words: Words, textOf: (text: Text) => string): string {
  const title = moment.title ? textOf(moment.title) : "";
  switch (moment.kind) {
    case "read":
      return isCard ? (moment.is_trial ? `${words.trial}: ${title}` : `${moment.number}. ${title}`) : words.read;
    case "reveal":
      return words.revealOf(moment.axis_label ? textOf(moment.axis_label) : "");
    case "second_vote":
      return words.secondVote;
    case "earlier": // told as what the host did
      return "";
    default:
      return words[moment.kind];
  }
}
