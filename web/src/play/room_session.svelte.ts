/**
 * What a phone knows of its room: the views, the line, and the answer sheet of the card on the screen.
 * Screens read it; only this file talks to the connection.
 */
import type { Connection, ConnectionListeners } from "../wire/connection";
import { SILENCE_MILLIS, type ConnectionState } from "../wire/connection";
import { millisUntil } from "../wire/clock";
import type { Ack, CourseId, RefusalCode, RoomView, RoundView, SeatView } from "../wire/generated";
import { AnswerSheet } from "./answer_sheet.svelte";
import type { Kept, KeptSeat } from "./kept";
import { timeHere, type TimeHere } from "./own_time";
import { screenOf, type ScreenName } from "./screen_of";

/** Picks that were not sent go out this long before the end, so that a whole class does not arrive in one instant. */
const SEND_BEFORE_END_MILLIS = 500;

export class RoomSession {
  readonly seatKept: KeptSeat;
  readonly connection: Connection;
  readonly #kept: Kept;

  room = $state.raw<RoomView | null>(null);
  seat = $state.raw<SeatView | null | undefined>(undefined);
  line = $state<ConnectionState>("connecting");
  refusal = $state<RefusalCode | null>(null);
  sheet = $state.raw<AnswerSheet | null>(null);
  /** Whether the deadline has passed on this device. */
  isTimeUp = $state(false);
  /** Whether what was sent has been without an answer long enough to speak of it. */
  #isUnanswered = $state(false);
  #isLineSilent = $state(false);

  #silence: ReturnType<typeof setTimeout> | undefined;
  #ends: ReturnType<typeof setTimeout>[] = [];

  constructor(seat: KeptSeat, kept: Kept, dial: (listeners: ConnectionListeners) => Connection) {
    this.seatKept = seat;
    this.#kept = kept;
    this.connection = dial({
      state: (state, code) => this.#lineChanged(state, code),
      room: (view) => this.#roomCame(view),
      seat: (view) => this.#seatCame(view),
    });
    this.#lineChanged("connecting", null);
  }

  /** Whether the line has been away, or an answer on its way, long enough to speak of it. */
  get isSilent(): boolean {
    return this.#isLineSilent || this.#isUnanswered;
  }

  /** The time that counts for this person. */
  get time(): TimeHere {
    return timeHere(this.room, this.seat);
  }

  /** Whether this person may answer now. */
  get mayAnswer(): boolean {
    return this.time.isOpen && !this.isTimeUp;
  }

  get screen(): ScreenName {
    const isChoosing = this.sheet?.isChoosing ?? true;
    const isWeighing = this.sheet?.isWeighing ?? false;
    return screenOf({ room: this.room, seat: this.seat, isChoosing, isWeighing, mayAnswer: this.mayAnswer });
  }

  /** Takes the seat under this name; the token of the kept seat makes it this device's. `course`: that of the room. */
  join(name: string, course: CourseId | null = null): Promise<Ack> {
    const known = course === null ? {} : { course_token: this.#kept.courseToken(course) };
    return this.connection.send("join", { name, ...known });
  }

  /** Walks over to another team, by its place in the room's list. */
  goToTeam(team: number): Promise<Ack> {
    return this.connection.send("team", { team });
  }

  close(): void {
    clearTimeout(this.#silence);
    this.#ends.forEach(clearTimeout);
    this.connection.close();
  }

  /** The page is looked at again: a timer that slept is set anew, and a dead line is dialled. */
  wake(): void {
    this.connection.wake();
    this.#followDeadline();
  }

  /** The page goes out of sight, where its timers may sleep past the end: what is chosen whole goes out now. */
  rest(): void {
    if (this.mayAnswer && this.sheet?.isWhole) this.#sendAsItStands();
  }

  #lineChanged(state: ConnectionState, code: RefusalCode | null): void {
    this.line = state;
    this.refusal = code;
    clearTimeout(this.#silence);
    if (state === "online" || state === "refused") this.#isLineSilent = false;
    else this.#silence = setTimeout(() => (this.#isLineSilent = true), SILENCE_MILLIS);
  }

  #seatCame(view: SeatView | null): void {
    this.seat = view;
    this.sheet?.heard(view?.answer ?? null);
    this.#followDeadline(); // the host may have given this person more time
  }

  #roomCame(view: RoomView): void {
    const before = this.room?.phase;
    this.room = view;
    const round = view.round;
    if (round === null) this.sheet = null;
    else if (this.sheet?.card !== round.card || this.sheet.vote !== round.vote) {
      this.sheet = this.#sheetFor(view, round);
      this.sheet.heard(this.seat?.answer ?? null);
      if (view.phase === "answering" || view.phase === "closed") this.sheet.resume();
    }
    // Who goes on by the own time has at least this in, should the reveal come.
    if (view.phase === "closed" && before === "answering" && this.sheet?.isWhole) this.#sendAsItStands();
    this.#followDeadline();
  }

  #sheetFor(view: RoomView, round: RoundView): AnswerSheet {
    const asked = round.vote > 1 ? round.open_axes : round.axes.map((axis) => axis.id);
    const { card, vote } = round;
    const place = { room: view.room, card, vote, axes: asked, asksConfidence: round.asks_confidence };
    return new AnswerSheet(place, this.#kept, (spoken, shown_millis) =>
      this.#untilAnswered(this.connection.send("answer", { card, vote, ...spoken, shown_millis })),
    );
  }

  /** A line may be dead without saying so: an answer that is not acknowledged in a while is spoken of too. */
  async #untilAnswered(answer: Promise<Ack>): Promise<Ack> {
    const patience = setTimeout(() => (this.#isUnanswered = true), SILENCE_MILLIS);
    const ack = await answer;
    clearTimeout(patience);
    this.#isUnanswered = false;
    return ack;
  }

  /** Sets the moments at which this device acts by itself: sending what is not sent, and taking no more picks. */
  #followDeadline(): void {
    this.#ends.forEach(clearTimeout);
    this.#ends = [];
    const { isOpen, closesAt } = this.time;
    if (!isOpen) {
      if (this.room?.phase === "closed") this.#timeIsUp();
      this.isTimeUp = false;
      return;
    }
    if (closesAt === null) return this.#timeGoesOn();
    const left = millisUntil(closesAt, this.connection.clock.now());
    if (left === 0) return this.#timeIsUp();
    this.#timeGoesOn();
    this.#ends = [
      setTimeout(() => this.#sendAsItStands(), Math.max(0, left - SEND_BEFORE_END_MILLIS)),
      setTimeout(() => this.#followDeadline(), left + 1),
    ];
  }

  #timeIsUp(): void {
    this.sheet?.timeIsUp();
    this.isTimeUp = true;
    this.#sendAsItStands();
  }

  #timeGoesOn(): void {
    this.isTimeUp = false;
    this.sheet?.timeGoesOn();
  }

  /** What is chosen and not sent goes out by itself; the student goes on looking at what they looked at. */
  #sendAsItStands(): void {
    const sheet = this.sheet;
    if (!sheet?.isUnsaid) return;
    const { isChoosing, isWeighing } = sheet;
    sheet.send();
    sheet.isChoosing = isChoosing; // should the host give more time, the choices are still there
    sheet.isWeighing = isWeighing;
  }
}
