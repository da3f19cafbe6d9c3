/** The workbench's own memory: what is chosen, what was before, what was last said. Every change goes out by `change`. */

import { SvelteSet } from "svelte/reactivity";
import type { AnswerGroup, PlayerId, PlayerWords } from "../../wire/generated";
import { hostGroupingWords } from "../../words/host_grouping";
import { language } from "../../words/language.svelte";
import {
  GROUPS_MOST,
  isSame,
  lengthOf,
  looseWords,
  marked,
  placed,
  quoteProblem,
  quoted,
  QUOTE_LONGEST,
  QUOTES_MOST,
  released,
  renamed,
  rowsOf,
  tidy,
  wordsIn,
  type Groups,
  type Row,
} from "./groups";

/** What the desk stands on: the answers and groups of one axis as they are, and the way to change them. */
export interface DeskSource {
  readonly words: readonly PlayerWords[];
  readonly groups: Groups;
  change(groups: Groups): void;
}

const UNDO_MOST = 50;

export class Desk {
  readonly chosen = new SvelteSet<PlayerId>();
  /** What just happened, or why it did not: for reading aloud and for the line under the list. */
  said = $state("");
  /** The group of which the answers are shown. */
  openTitle = $state<string | null>(null);
  #before = $state.raw<readonly Groups[]>([]);
  readonly #source: DeskSource;

  readonly loose = $derived.by(() => rowsOf(looseWords(this.#source.words, this.#source.groups)));
  readonly groups = $derived.by(() =>
    this.#source.groups.map((group) => {
      const words = wordsIn(this.#source.words, group);
      return { group, count: words.length, rows: rowsOf(words) };
    }),
  );

  constructor(source: DeskSource) {
    this.#source = source;
  }

  get #words() {
    return hostGroupingWords[language.current];
  }

  get all(): number {
    return this.#source.words.length;
  }

  get together(): number {
    return this.groups.reduce((sum, entry) => sum + entry.count, 0);
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  isChosen(row: Row): boolean {
    return row.players.every((player) => this.chosen.has(player));
  }

  choose(rows: readonly Row[], isChosen: boolean): void {
    for (const player of rows.flatMap((row) => row.players)) {
      if (isChosen) this.chosen.add(player);
      else this.chosen.delete(player);
    }
  }

  /** Makes a group of what is chosen, or adds it to the group of that name. Says what is missing; whether it was done. */
  make(title: string): boolean {
    const name = tidy(title);
    const isNew = !this.#source.groups.some((group) => group.title === name);
    if (this.chosen.size === 0) return this.#say(this.#words.chooseFirst);
    if (name === "") return this.#say(this.#words.nameFirst);
    if (isNew && this.#source.groups.length >= GROUPS_MOST) return this.#say(this.#words.tooManyGroups(GROUPS_MOST));
    const count = this.chosen.size;
    this.#change(placed(this.#source.groups, this.#source.words, this.chosen, name));
    this.openTitle = name;
    this.#say(isNew ? this.#words.made(name) : this.#words.moved(count, name));
    this.chosen.clear();
    return true;
  }

  /** Puts what is chosen into the group at that place, or, without a place, back among the loose ones. */
  move(title: string | null): void {
    if (this.chosen.size === 0) return;
    if (title !== null) return void this.make(title);
    const count = this.chosen.size;
    this.#change(released(this.#source.groups, this.#source.words, this.chosen));
    this.#say(this.#words.released(count));
    this.chosen.clear();
  }

  /** Takes all answers of a group out of it, also of those who are not in the room now. */
  dissolve(group: AnswerGroup): void {
    this.#change(this.#source.groups.filter((other) => other !== group));
    this.#say(this.#words.released(group.players.length));
  }

  rename(from: string, to: string): boolean {
    const changed = renamed(this.#source.groups, from, to);
    if (changed === null) return this.#say(tidy(to) === "" ? this.#words.nameFirst : this.#words.nameTaken(tidy(to)));
    this.#change(changed);
    if (this.openTitle === from) this.openTitle = tidy(to);
    return true;
  }

  mark(title: string, share: number | null): void {
    this.#change(marked(this.#source.groups, title, share));
  }

  /** Quotes a row or takes the quotation off; the sentence why not, or null when it was done. */
  quote(group: AnswerGroup, text: string, isQuoted: boolean): string | null {
    const problem = isQuoted ? quoteProblem(group, text) : null;
    if (problem === null) {
      this.#change(quoted(this.#source.groups, group.title, text, isQuoted));
      return null;
    }
    const why = problem === "long" ? this.#words.quoteTooLong(lengthOf(text), QUOTE_LONGEST) : this.#words.quotesFull(QUOTES_MOST);
    this.#say(why);
    return why;
  }

  undo(): void {
    const earlier = this.#before.at(-1);
    if (!earlier) return;
    this.#before = this.#before.slice(0, -1);
    this.#source.change(earlier);
    this.chosen.clear();
    this.#say(this.#words.undone);
  }

  #change(groups: Groups): void {
    const now = this.#source.groups;
    if (isSame(now, groups)) return;
    this.#before = [...this.#before.slice(1 - UNDO_MOST), now];
    this.#source.change(groups);
  }

  #say(sentence: string): false {
    this.said = sentence;
    return false;
  }
}
