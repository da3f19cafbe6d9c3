/** How a room is played, as far as it may still change while it is open: what is offered, and what can be kept. */

import {
  ANSWER_SECONDS_LEAST,
  ANSWER_SECONDS_MOST,
  BLOCKED_WORDS_MOST,
  COUNTING_VOTES,
  LEADERBOARD_MODES,
  READING_SECONDS_MOST,
  TALK_SECONDS_LEAST,
  TALK_SECONDS_MOST,
  type ChangeSettingsMessage,
  type SettingsView,
} from "../wire/generated";

export type GameSettings = Omit<ChangeSettingsMessage, "command_id">;

export const READING_OFFERED: readonly number[] = [0, 5, 10, 20, 30];
export const ANSWER_OFFERED: readonly (number | null)[] = [30, 60, 90, null];
export const TALK_OFFERED: readonly (number | null)[] = [60, 120, 180, 300, null];

export const usualSettings: GameSettings = {
  reading_seconds: 10,
  answer_seconds: 60,
  speed_bonus: false,
  asks_confidence: false,
  closes_when_all_answered: false,
  counting_vote: "second",
  leaderboard: "full",
  talk_seconds: 180,
  talk_from: 0.35,
  talk_to: 0.7,
  blocked_words: [],
};

/** The part of a room's settings that may change. */
export function settingsOf(view: SettingsView): GameSettings {
  const { scoring: _scoring, teams: _teams, offered_names_only: _names, ...changeable } = view;
  return changeable;
}

const isWholeWithin = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

const isShare = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 1;

/** Strings of a list, and nothing else. */
export const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];

/** What was kept, mended where it cannot be: anything unreadable becomes the usual. */
export function settingsFrom(read: Partial<Record<keyof GameSettings, unknown>>): GameSettings {
  const usual = usualSettings;
  const seconds = <Fallback extends number | null>(value: unknown, least: number, most: number, fallback: Fallback) =>
    isWholeWithin(value, least, most) ? value : fallback;
  const areShares = isShare(read.talk_from) && isShare(read.talk_to) && read.talk_from <= read.talk_to;
  return {
    reading_seconds: seconds(read.reading_seconds, 0, READING_SECONDS_MOST, usual.reading_seconds),
    answer_seconds:
      read.answer_seconds === null ? null : seconds(read.answer_seconds, ANSWER_SECONDS_LEAST, ANSWER_SECONDS_MOST, usual.answer_seconds),
    speed_bonus: read.speed_bonus === true,
    asks_confidence: read.asks_confidence === true,
    closes_when_all_answered: read.closes_when_all_answered === true,
    counting_vote: COUNTING_VOTES.find((vote) => vote === read.counting_vote) ?? usual.counting_vote,
    leaderboard: LEADERBOARD_MODES.find((mode) => mode === read.leaderboard) ?? usual.leaderboard,
    talk_seconds: read.talk_seconds === null ? null : seconds(read.talk_seconds, TALK_SECONDS_LEAST, TALK_SECONDS_MOST, usual.talk_seconds),
    talk_from: areShares ? (read.talk_from as number) : usual.talk_from,
    talk_to: areShares ? (read.talk_to as number) : usual.talk_to,
    blocked_words: strings(read.blocked_words).slice(0, BLOCKED_WORDS_MOST),
  };
}

/** Words as they were typed, by comma or line, each once. */
export function wordsFrom(typed: string): string[] {
  const words = typed.split(/[,;\n]/).map((word) => word.trim()).filter(Boolean);
  return [...new Set(words)].slice(0, BLOCKED_WORDS_MOST);
}

/** A threshold in whole per cent; the other one moves along where they would cross. */
export function withThreshold(settings: GameSettings, which: "talk_from" | "talk_to", percent: number): GameSettings {
  if (!Number.isFinite(percent)) return settings;
  const share = Math.min(100, Math.max(0, Math.round(percent))) / 100;
  return which === "talk_from"
    ? { ...settings, talk_from: share, talk_to: Math.max(share, settings.talk_to) }
    : { ...settings, talk_to: share, talk_from: Math.min(share, settings.talk_from) };
}
