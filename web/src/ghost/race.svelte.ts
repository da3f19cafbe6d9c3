/**
 * A race with a class as it was: one card after the other, read and answered in the time that the class had, and after
 * each the place among the ghosts. Marks, points and places are the server's; here only answers and their moments are kept.
 */
import { AnswerSheet } from "../play/answer_sheet.svelte";
import { Kept, type Keeper } from "../play/kept";
import type { Ack, GhostCard, GhostRace, RacedCard, RefusalCode } from "../wire/generated";
import type { Spoken } from "../play/sheet";
import type { Asked } from "../mine/api";
import { StopClock } from "./clock";
import { forgetRace, forgetSheet, keepRace, keptRace, sheetRoom, type RacedAnswer } from "./kept_race";

export type Stage = "intro" | "reading" | "answering" | "asking" | "placed" | "finished";

/** Asks the server where answers would stand. */
export type AskPlace = (answers: readonly RacedAnswer[]) => Promise<Asked<RacedCard>>;

const LOOK_MILLIS = 100;

export class Race {
  readonly race: GhostRace;
  readonly #keeper: Keeper;
  readonly #ask: AskPlace;
  readonly #steady: () => number;
  #clock: StopClock;
  #timer: ReturnType<typeof setInterval> | undefined;

  stage = $state<Stage>("intro");
  answers = $state.raw<readonly RacedAnswer[]>([]);
  isPaused = $state(false);
  /** How long the answers of this card have been open; below zero while it is being read. */
  elapsed = $state(0);
  sheet = $state.raw<AnswerSheet | null>(null);
  placed = $state.raw<RacedCard | null>(null);
  /** The place before the newest card, from which the figure climbs. */
  before = $state.raw<RacedCard | null>(null);
  problem = $state<RefusalCode | "OFFLINE" | null>(null);

  constructor(race: GhostRace, keeper: Keeper, ask: AskPlace, steady: () => number = () => performance.now()) {
    this.race = race;
    this.#keeper = keeper;
    this.#ask = ask;
    this.#steady = steady;
    const kept = keptRace(keeper, race.room, race.opened_at, race.cards.length);
    this.answers = kept?.answers ?? [];
    this.#clock = new StopClock(kept?.elapsed ?? 0, steady);
  }

  /** Whether there is something to go on with. */
  get isBegun(): boolean {
    return this.answers.length > 0 || this.#clock.millis() > 0;
  }

  get isOver(): boolean {
    return this.answers.length >= this.race.cards.length;
  }

  /** The card that is on the screen: the one being answered, or the one just placed. */
  get card(): GhostCard {
    const place = this.stage === "placed" || this.stage === "finished" ? this.answers.length - 1 : this.answers.length;
    const card = this.race.cards[Math.min(place, this.race.cards.length - 1)];
    if (!card) throw new Error("a race has cards");
    return card;
  }

  /** Milliseconds left to answer; null without a limit. */
  get left(): number | null {
    const limit = this.card.round.limit_millis;
    return limit === null ? null : Math.max(0, limit - Math.max(0, this.elapsed));
  }

  /** How many ghosts had answered by now. */
  get arrived(): number {
    return this.card.arrivals.filter((moment) => moment <= this.elapsed).length;
  }

  /** Begins, or goes on where it was left. */
  async begin(): Promise<void> {
    if (this.isOver) return this.#place("finished");
    this.#open();
  }

  afresh(): void {
    forgetRace(this.#keeper, this.race.room);
    this.answers = [];
    this.placed = null;
    this.before = null;
    this.#clock = new StopClock(0, this.#steady);
    this.#open();
  }

  async next(): Promise<void> {
    if (this.isOver) {
      this.stage = "finished";
      return;
    }
    this.#clock = new StopClock(0, this.#steady);
    this.#open();
  }

  /** Enough read: the answers open now. */
  openNow(): void {
    if (this.stage !== "reading") return;
    this.#clock.set(this.card.reading_millis);
    this.look();
  }

  pause(): void {
    this.#clock.stop();
    this.isPaused = true;
    this.#keep();
  }

  goOn(): void {
    this.isPaused = false;
    this.#clock.run();
    this.look();
  }

  /** What goes by itself: the answers open after the reading, and go out when the time is up. */
  look(): void {
    if ((this.stage !== "reading" && this.stage !== "answering") || this.isPaused) return;
    this.elapsed = this.#clock.millis() - this.card.reading_millis;
    if (this.stage === "reading" && this.elapsed >= 0) this.stage = "answering";
    if (this.stage === "answering" && this.left === 0) void this.#timeIsUp();
  }

  /** Asks again after the line was away. */
  async again(): Promise<void> {
    await this.#place(this.isOver && this.placed ? "finished" : "placed");
  }

  /** Called when the page goes: what was reached is kept. */
  leave(): void {
    clearInterval(this.#timer);
    this.#clock.stop();
    this.#keep();
  }

  #open(): void {
    this.before = this.placed;
    this.placed = null;
    this.problem = null;
    this.isPaused = false;
    this.stage = "reading";
    const card = this.card;
    if (this.#clock.millis() === 0) forgetSheet(this.#keeper, this.race.room); // of an earlier race
    this.sheet = new AnswerSheet(
      {
        room: sheetRoom(this.race.room),
        card: card.round.card,
        axes: card.round.axes.map((axis) => axis.id),
        asksConfidence: card.round.asks_confidence,
      },
      new Kept(this.#keeper),
      (spoken) => this.#said(spoken),
    );
    this.#clock.run();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.look(), LOOK_MILLIS);
    this.look();
  }

  async #timeIsUp(): Promise<void> {
    if (this.sheet?.hasPicks) this.sheet.send();
    else await this.#said({ picks: {}, confidence: null });
  }

  /** An answer is taken when it is said; where it would stand is asked of the server, however long the line is away. */
  async #said(spoken: Spoken): Promise<Ack> {
    if (this.stage !== "answering") return { ok: false, code: "NOT_NOW", retry: false };
    const thinking = Math.max(0, Math.round(Math.min(this.elapsed, this.card.round.limit_millis ?? this.elapsed)));
    this.answers = [...this.answers, { picks: spoken.picks, thinking_millis: thinking, confidence: spoken.confidence }];
    this.#clock.stop();
    this.#clock.set(0);
    clearInterval(this.#timer);
    this.#keep();
    await this.#place("placed");
    return { ok: true, version: 0 };
  }

  async #place(then: Stage): Promise<void> {
    this.problem = null;
    this.stage = "asking";
    const asked = await this.#ask(this.answers);
    if (!asked.answer) {
      this.problem = asked.problem;
      return;
    }
    this.placed = asked.answer;
    this.stage = then;
  }

  #keep(): void {
    if (this.stage === "intro" && this.answers.length === 0) return;
    const elapsed = this.isOver ? 0 : this.#clock.millis();
    keepRace(this.#keeper, this.race.room, { openedAt: this.race.opened_at, answers: this.answers, elapsed });
  }
}
