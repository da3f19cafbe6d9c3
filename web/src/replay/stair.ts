/** Where every chapter stands on the timeline, and where a moment lies on it. Pure, in pixels. */
import type { ServerMillis } from "../wire/generated";
import type { Chapter } from "./chapters";
import { lastWhere } from "./last";

/** A step of the timeline. */
export interface Step {
  readonly left: number;
  readonly width: number;
  /** How high its tread lies above the floor. */
  readonly height: number;
  readonly isOpen: boolean;
}

const OPEN = 280;
/** Of a part of the open step: a card that is talked about and voted on again has many. */
const PART = 50;
const WIDEST_CLOSED = 180;

/** The steps of all chapters on a timeline of this width; the one at `open` is wide enough for its parts. */
export function stairSteps(chapters: readonly Chapter[], open: number, width: number, floor: number): Step[] {
  const others = chapters.length - 1;
  const opened = others > 0 ? Math.max(Math.min(Math.max(OPEN, (chapters[open]?.parts.length ?? 0) * PART), width * 0.45), width - others * WIDEST_CLOSED) : width;
  const closed = others > 0 ? (width - opened) / others : 0;
  const rise = Math.min(5.5, 60 / Math.max(1, chapters.length));
  let left = 0;
  return chapters.map((_, place) => {
    const isOpen = place === open;
    const step = { left, width: isOpen ? opened : closed, height: floor + place * rise, isOpen };
    left += step.width;
    return step;
  });
}

/**
 * Where a moment lies, in pixels from the left. The parts of the open chapter have equal room, whatever their time: a
 * long pause would squeeze the vote.
 */
export function placeOf(time: ServerMillis, chapters: readonly Chapter[], steps: readonly Step[]): number {
  for (const [place, chapter] of chapters.entries()) {
    const step = steps[place];
    if (!step || (time >= chapter.end && place < chapters.length - 1)) continue;
    if (!step.isOpen) return step.left + step.width * shareOf(time, chapter.start, chapter.end);
    return step.left + step.width * shareIn(time, chapter);
  }
  return 0;
}

/** The moment that lies at so many pixels from the left. */
export function timeAt(x: number, chapters: readonly Chapter[], steps: readonly Step[]): ServerMillis {
  const place = Math.max(0, lastWhere(steps, (step) => step.left <= x));
  const chapter = chapters[place];
  const step = steps[place];
  if (!chapter || !step) return 0;
  const share = Math.min(1, Math.max(0, (x - step.left) / step.width));
  if (!step.isOpen) return chapter.start + share * (chapter.end - chapter.start);
  const spot = Math.min(share * chapter.parts.length, chapter.parts.length - 1e-9);
  const part = chapter.parts[Math.floor(spot)];
  return part ? part.start + (spot % 1) * (part.end - part.start) : chapter.start;
}

function shareIn(time: ServerMillis, chapter: Chapter): number {
  const index = Math.max(0, lastWhere(chapter.parts, (part) => part.start <= time));
  const part = chapter.parts[index];
  return part ? (index + shareOf(time, part.start, part.end)) / chapter.parts.length : 0;
}

function shareOf(time: ServerMillis, start: ServerMillis, end: ServerMillis): number {
  return end > start ? Math.min(1, Math.max(0, (time - start) / (end - start))) : 0;
}
