/** The stair of a replay: the square, one step per card with its parts, and the end. Pure. */
import type { Moment, MomentKind, Replay, ServerMillis, Text } from "../wire/generated";
import { lastWhere } from "./last";

/** A part of a chapter; a card has several reveals, one per axis. */
export interface Part {
  readonly kind: MomentKind;
  readonly start: ServerMillis;
  readonly end: ServerMillis;
}

/**
 * A step of the stair. `number` is the card's; 0 for the square before the first card, for a trial card and for the end.
 * A card that was skipped and the one after it have the same number, and are two steps. `version` is where it begins.
 */
export interface Chapter {
  readonly kind: "square" | "card" | "end";
  readonly number: number;
  readonly title: Text | null;
  readonly start: ServerMillis;
  readonly end: ServerMillis;
  readonly version: number;
  readonly parts: readonly Part[];
}

/** How long the last picture stands, to be looked at. */
export const LOOK_MILLIS = 5000;

/** When a replay is over. */
export function endOf(replay: Replay): ServerMillis {
  return Math.max(replay.last_at, replay.ended_at ?? 0) + LOOK_MILLIS;
}

/** The chapters of a replay in order; together they cover all of its time. */
export function chaptersOf(replay: Replay): Chapter[] {
  const chapters: Chapter[] = [];
  let card: string | null = null;
  replay.moments.forEach((moment, place) => {
    const end = replay.moments[place + 1]?.at ?? endOf(replay);
    const kind = kindOf(moment);
    const number = kind === "card" && !moment.is_trial ? moment.number : 0;
    // an earlier card that is shown again belongs to the step of the card after which it is shown
    const about: string | null = moment.kind === "earlier" ? null : moment.card;
    const last = chapters.at(-1);
    const part: Part = { kind: moment.kind, start: moment.at, end };
    const isOther = kind === "card" && about !== null && card !== null && about !== card;
    if (last && last.kind === kind && last.number === number && !isOther) {
      chapters[chapters.length - 1] = { ...last, end, parts: withPart(last.parts, part) };
    } else {
      const title = kind === "card" ? moment.title : null;
      chapters.push({ kind, number, title, start: moment.at, end, version: moment.version, parts: [part] });
    }
    if (kind !== "card") card = null;
    else if (about !== null) card = about;
  });
  return chapters;
}

/** The chapter at a moment; the nearest outside. */
export function chapterAt(chapters: readonly Chapter[], time: ServerMillis): number {
  return Math.max(0, lastWhere(chapters, (chapter) => chapter.start <= time));
}

/** The part of a chapter at a moment. */
export function partAt(chapter: Chapter, time: ServerMillis): Part | null {
  return chapter.parts[lastWhere(chapter.parts, (part) => part.start <= time)] ?? chapter.parts[0] ?? null;
}

function kindOf(moment: Moment): Chapter["kind"] {
  if (moment.kind === "podium" || moment.kind === "ended") return "end";
  return moment.number > 0 || moment.is_trial ? "card" : "square";
}

/** Reveals of one card, and any part that goes on, are one part of the stair. */
function withPart(parts: readonly Part[], part: Part): Part[] {
  const last = parts.at(-1);
  if (last?.kind === part.kind) return [...parts.slice(0, -1), { ...last, end: part.end }];
  return [...parts, part];
}
