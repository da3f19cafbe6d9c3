/** The stair of a replay: the square, one step per card with its parts, and the end. Pure. */
import type { Phase, Replay, ScreenView, ServerMillis, Text } from "../wire/generated";
import type { Frames } from "./frames";
import { lastWhere } from "./last";

export type PartKind =
  | "square"
  | "read"
  | "vote"
  | "closed"
  | "talk"
  | "secondVote"
  | "reveal"
  | "flow"
  | "earlier"
  | "board"
  | "podium"
  | "ended";

/** A part of a chapter; a card has several reveals, one per axis. */
export interface Part {
  readonly kind: PartKind;
  readonly start: ServerMillis;
  readonly end: ServerMillis;
}

/**
 * A step of the stair. `number` is the card's; 0 for the square before the first card, for a trial card and for the end.
 * A card that was skipped and the one after it have the same number, and are two steps.
 */
export interface Chapter {
  readonly kind: "square" | "card" | "end";
  readonly number: number;
  readonly title: Text | null;
  readonly start: ServerMillis;
  readonly end: ServerMillis;
  readonly parts: readonly Part[];
}

const KIND_OF: Readonly<Record<Phase, PartKind>> = {
  lobby: "square",
  reading: "read",
  answering: "vote",
  closed: "closed",
  talk: "talk",
  reveal: "reveal",
  leaderboard: "board",
  podium: "podium",
  ended: "ended",
};

interface Moment {
  readonly kind: PartKind;
  readonly number: number;
  /** Which card it is about; empty between cards. */
  readonly card: string;
  readonly title: Text | null;
  readonly isTrial: boolean;
  readonly start: ServerMillis;
  readonly end: ServerMillis;
}

/** The chapters of a replay in order; together they cover all of its time. */
export function chaptersOf(replay: Replay, frames: Frames): Chapter[] {
  const chapters: Chapter[] = [];
  let card = "";
  for (const moment of momentsOf(frames)) {
    const kind = kindOf(moment);
    const number = kind === "card" ? moment.number : 0;
    const last = chapters.at(-1);
    const part: Part = { kind: moment.kind, start: moment.start, end: moment.end };
    const isOther = kind === "card" && moment.card !== "" && card !== "" && moment.card !== card;
    if (last && last.kind === kind && last.number === number && !isOther) {
      chapters[chapters.length - 1] = { ...last, end: moment.end, parts: withPart(last.parts, part) };
    } else {
      const marked = replay.cards.find((mark) => mark.number === number)?.title ?? null;
      const title = kind === "card" ? (moment.title ?? marked) : null;
      chapters.push({ kind, number, title, start: moment.start, end: moment.end, parts: [part] });
    }
    if (kind !== "card") card = "";
    else if (moment.card !== "") ({ card } = moment);
  }
  return chapters;
}

/** The chapter at a moment; the nearest outside. */
export function chapterAt(chapters: readonly Chapter[], time: ServerMillis): number {
  const later = chapters.findIndex((chapter) => chapter.start > time);
  return later === -1 ? chapters.length - 1 : Math.max(0, later - 1);
}

/** The part of a chapter at a moment. */
export function partAt(chapter: Chapter, time: ServerMillis): Part | null {
  return chapter.parts[lastWhere(chapter.parts, (part) => part.start <= time)] ?? chapter.parts[0] ?? null;
}

function kindOf(moment: Moment): Chapter["kind"] {
  if (moment.kind === "podium" || moment.kind === "ended") return "end";
  return moment.number > 0 || moment.isTrial ? "card" : "square";
}

/** Reveals of one card, and any part that goes on, are one part of the stair. */
function withPart(parts: readonly Part[], part: Part): Part[] {
  const last = parts.at(-1);
  if (last?.kind === part.kind) return [...parts.slice(0, -1), { ...last, end: part.end }];
  return [...parts, part];
}

/** What a moment is a part of: its phase, and more exactly where a card is voted on twice or shown again. */
function partOf(view: ScreenView): PartKind {
  if (view.phase === "reveal") {
    if (view.reveal?.is_earlier) return "earlier";
    return view.reveal?.shows_flow ? "flow" : "reveal";
  }
  return view.phase === "answering" && (view.round?.vote ?? 1) > 1 ? "secondVote" : KIND_OF[view.phase];
}

function momentsOf(frames: Frames): Moment[] {
  return frames.moments.map((index, place) => {
    const view = frames.viewAt(index);
    const next = frames.moments[place + 1];
    // an earlier card that is shown again belongs to the step of the card after which it is shown
    const round = view.reveal?.is_earlier ? null : view.round;
    return {
      kind: partOf(view),
      number: view.card_number,
      card: round?.card ?? "",
      title: round?.title ?? null,
      isTrial: round?.is_trial ?? false,
      start: frames.at(index),
      end: next === undefined ? frames.end : frames.at(next),
    };
  });
}
