/** Open answers in groups: what lies where, and every move from one list of groups to the next. Pure. */

import type { AnswerGroup, PlayerId, PlayerWords } from "../../wire/generated";

/** The most characters of a quotation that a hall reads at a glance; the server refuses a longer one. */
export const QUOTE_LONGEST = 90;
export const QUOTES_MOST = 2;
export const TITLE_LONGEST = 40;
/** More than this the server refuses. */
export const GROUPS_MOST = 40;
/** The screen shows so many; the answers of the others count as apart there. */
export const GROUPS_SHOWN = 4;

export type Groups = readonly AnswerGroup[];

/** Answers that say the same, apart from capitals, accents and signs: one row, however many wrote it. */
export interface Row {
  /** What they have in common; unique among rows. */
  readonly alike: string;
  /** The spelling that most of them used; the first of two as common. */
  readonly text: string;
  readonly players: readonly PlayerId[];
}

const known = new Map<string, string>();
/** So many texts are remembered before they are worked out anew; a class writes fewer. */
const KNOWN_MOST = 20_000;

/** What is left of a text when capitals, accents, signs and spare spaces do not count. */
export function alike(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim() || tidy(text);
  if (known.size >= KNOWN_MOST) known.clear();
  known.set(text, bare);
  return bare;
}

/** A text on one line, without spare spaces. */
export const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

/** How many characters a reader counts. */
export const lengthOf = (text: string): number => [...text].length;

/** The answers as rows, in order of arrival. */
export function rowsOf(words: readonly PlayerWords[]): Row[] {
  const found = new Map<string, { players: PlayerId[]; spellings: Map<string, number> }>();
  for (const { player, text } of words) {
    const key = alike(text);
    const row = found.get(key) ?? { players: [], spellings: new Map<string, number>() };
    row.players.push(player);
    row.spellings.set(tidy(text), (row.spellings.get(tidy(text)) ?? 0) + 1);
    found.set(key, row);
  }
  return [...found].map(([key, { players, spellings }]) => {
    const most = Math.max(...spellings.values());
    const text = [...spellings].find(([, count]) => count === most)![0];
    return { alike: key, text, players };
  });
}

/** The answers that lie in no group. */
export function looseWords(words: readonly PlayerWords[], groups: Groups): PlayerWords[] {
  const together = new Set(groups.flatMap((group) => group.players));
  return words.filter(({ player }) => !together.has(player));
}

/** The answers of one group; who was removed from the room is in the group and not here. */
export function wordsIn(words: readonly PlayerWords[], group: AnswerGroup): PlayerWords[] {
  const members = new Set(group.players);
  return words.filter(({ player }) => members.has(player));
}

/** The rows in which the sought words stand. */
export function searched(rows: readonly Row[], sought: string): readonly Row[] {
  const needle = tidy(sought) === "" ? "" : alike(sought);
  return needle === "" ? rows : rows.filter((row) => row.alike.includes(needle));
}

/** Puts players into the group of that title, which is made when there is none; a group that is left empty goes. */
export function placed(groups: Groups, words: readonly PlayerWords[], players: ReadonlySet<PlayerId>, title: string): Groups {
  const name = tidy(title);
  const moved = groups.some((group) => group.title === name)
    ? groups
    : [...groups, { title: name, players: [], quotes: [], share: null }];
  const changed = moved.map((group) => ({
    ...group,
    players: [
      ...group.players.filter((player) => !players.has(player) || group.title === name),
      ...(group.title === name ? [...players].filter((player) => !group.players.includes(player)) : []),
    ],
  }));
  return mended(changed, words);
}

/** Takes players out of whatever group they lie in. */
export function released(groups: Groups, words: readonly PlayerWords[], players: ReadonlySet<PlayerId>): Groups {
  return mended(groups.map((group) => ({ ...group, players: group.players.filter((player) => !players.has(player)) })), words);
}

/** Without empty groups, and without quotations of which the answer has left. */
function mended(groups: Groups, words: readonly PlayerWords[]): Groups {
  return groups
    .filter((group) => group.players.length > 0)
    .map((group) => {
      if (group.quotes.length === 0) return group;
      const said = new Set(wordsIn(words, group).map(({ text }) => alike(text)));
      return { ...group, quotes: group.quotes.filter((quote) => said.has(alike(quote))) };
    });
}

/** Gives a group another title; null when that is empty or taken. */
export function renamed(groups: Groups, from: string, to: string): Groups | null {
  const name = tidy(to);
  if (name === "" || groups.some((group) => group.title === name && group.title !== from)) return null;
  return groups.map((group) => (group.title === from ? { ...group, title: name } : group));
}

/** Marks a group: 1, a half, 0, or null for not yet. */
export function marked(groups: Groups, title: string, share: number | null): Groups {
  return groups.map((group) => (group.title === title ? { ...group, share } : group));
}

/** Why an answer cannot be quoted, or null when it can. */
export function quoteProblem(group: AnswerGroup, text: string): "long" | "full" | null {
  if (lengthOf(text) > QUOTE_LONGEST) return "long";
  return group.quotes.length >= QUOTES_MOST ? "full" : null;
}

/** Quotes an answer of a group, or takes the quotation off. */
export function quoted(groups: Groups, title: string, text: string, isQuoted: boolean): Groups {
  return groups.map((group) => {
    if (group.title !== title) return group;
    const others = group.quotes.filter((quote) => alike(quote) !== alike(text));
    return { ...group, quotes: isQuoted ? [...others, text] : others };
  });
}

/** Whether two lists of groups are the same. */
export function isSame(one: Groups, other: Groups): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
