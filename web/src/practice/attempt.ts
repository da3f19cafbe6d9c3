/** One sitting of a mock exam on this device: what was answered, flagged and written, and in which order it is asked. */
import { shuffled } from "../play/shuffle";
import type { CardId, ExamItemView, ExamResult, ExamSection, ExamSheet, OptionId } from "../wire/generated";

export interface Attempt {
  /** Decides the order of the questions: another for each student, and the same after a reload. */
  readonly seed: string;
  /** Date.now() when it began. */
  readonly startedAt: number;
  readonly answers: Readonly<Record<CardId, OptionId>>;
  /** What was written for open questions; it stays here. */
  readonly words: Readonly<Record<CardId, string>>;
  readonly flags: readonly CardId[];
  /** The question on the screen, from 0; that of `asked.length` is the look over. */
  readonly at: number;
  readonly result: ExamResult | null;
  /** Points of rubrics that the student found in his own answers, as "<question>/<point>". */
  readonly ticked: readonly string[];
}

export interface AskedItem {
  readonly section: ExamSection;
  readonly item: ExamItemView;
}

export const newAttempt = (seed: string, now: number): Attempt => ({
  seed, startedAt: now, answers: {}, words: {}, flags: [], at: 0, result: null, ticked: [],
});

/** The questions as this student meets them: the sections in their order, shuffled inside. */
export function orderOf(sheet: ExamSheet, seed: string): AskedItem[] {
  return sheet.sections.flatMap((section) =>
    shuffled(section.items, `${seed}:${section.kind}`).map((item) => ({ section, item })),
  );
}

export const isOpenQuestion = (item: ExamItemView): boolean => item.options.length === 0;

export function isAnswered(attempt: Attempt, { item }: AskedItem): boolean {
  if (isOpenQuestion(item)) return (attempt.words[item.id] ?? "").trim() !== "";
  return attempt.answers[item.id] !== undefined;
}

export const isFlagged = (attempt: Attempt, { item }: AskedItem): boolean => attempt.flags.includes(item.id);

/** The places of the questions that are not answered, and of those that are flagged. */
export function stillToDo(attempt: Attempt, asked: readonly AskedItem[]): { open: number[]; flagged: number[] } {
  const places = asked.map((_, place) => place);
  return {
    open: places.filter((place) => !isAnswered(attempt, asked[place]!)),
    flagged: places.filter((place) => isFlagged(attempt, asked[place]!)),
  };
}

export function withFlag(attempt: Attempt, item: CardId): Attempt {
  const others = attempt.flags.filter((flag) => flag !== item);
  return { ...attempt, flags: others.length < attempt.flags.length ? others : [...others, item] };
}

/** What an attempt of an earlier edition of the exam says of questions that are no longer asked is left away. */
export function fitting(attempt: Attempt, asked: readonly AskedItem[]): Attempt {
  const options = new Map(asked.map(({ item }) => [item.id, item.options.map(({ id }) => id)]));
  const answers = Object.entries(attempt.answers).filter(([item, option]) => options.get(item)?.includes(option));
  return {
    ...attempt,
    answers: Object.fromEntries(answers),
    flags: attempt.flags.filter((item) => options.has(item)),
    at: Math.max(0, Math.min(attempt.at, asked.length)),
  };
}

const LAST_MINUTES = 5;

export interface TimeLeft {
  readonly minutes: number;
  /** In the last five minutes only. */
  readonly seconds: number | null;
  readonly isUp: boolean;
}

/** The time that is left: in whole minutes, and in seconds too once the last five have begun. Null without a limit. */
export function timeLeft(attempt: Attempt, minutes: number | null, now: number): TimeLeft | null {
  if (minutes === null) return null;
  const millis = attempt.startedAt + minutes * 60_000 - now;
  if (millis <= 0) return { minutes: 0, seconds: 0, isUp: true };
  if (millis > LAST_MINUTES * 60_000) return { minutes: Math.ceil(millis / 60_000), seconds: null, isUp: false };
  const seconds = Math.ceil(millis / 1000);
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60, isUp: false };
}
