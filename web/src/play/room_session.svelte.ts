/**
 * What a phone knows of its room: the views, the line, and the answer sheet of the card on the screen.
 * Screens read it; only this file talks to the connection.
 */
import type { Connection, ConnectionListeners } from "../wire/connection";
import { SILENCE_MILLIS, type ConnectionState } from "../wire/connection";
import { millisUntil } from "../wire/clock";
import type { Ack, RefusalCode, RoomView, SeatView } from "../wire/generated";
import { AnswerSheet } from "./answer_sheet.svelte";
import type { Kept, KeptSeat } from "./kept";
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
  /** Whether the line has been away long enough to speak of it. */
  isSilent = $state(false);
  refusal = $state<RefusalCode | null>(null);
  sheet = $state.raw<AnswerSheet | null>(null);
  /** Whether the deadline has passed on this device. */
  isTimeUp = $state(false);

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

  get screen(): ScreenName {
    const isChoosing = this.sheet?.isChoosing ?? true;
    return screenOf({ room: this.room, seat: this.seat, isChoosing, isTimeUp: this.isTimeUp });
  }

  /** Takes the seat under this name; the token of the kept seat makes it this device's. */
  join(name: string): Promise<Ack> {
    return this.connection.send("join", { name });
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

  #lineChanged(state: ConnectionState, code: RefusalCode | null): void {
    this.line = state;
    this.refusal = code;
    clearTimeout(this.#silence);
    if (state === "online" || state === "refused") this.isSilent = false;
    else this.#silence = setTimeout(() => (this.isSilent = true), SILENCE_MILLIS);
  }

  #seatCame(view: SeatView | null): void {
    this.seat = view;
    this.sheet?.heard(view?.answer ?? null);
  }

  #roomCame(view: RoomView): void {
    this.room = view;
    const round = view.round;
    if (round === null) this.sheet = null;
    else if (this.sheet?.card !== round.card) {
      const place = { room: view.room, card: round.card, axes: round.axes.map((axis) => axis.id) };
      this.sheet = new AnswerSheet(place, this.#kept, (card, picks, shown) =>
        this.connection.send("answer", { card, picks, shown_millis: shown }),
      );
      this.sheet.heard(this.seat?.answer ?? null);
      if (view.phase === "answering" || view.phase === "closed") this.sheet.resume();
    }
    if (view.phase === "closed") this.#timeIsUp();
    this.#followDeadline();
  }

  /** Sets the moments at which this device acts by itself: sending what is not sent, and taking no more picks. */
  #followDeadline(): void {
    this.#ends.forEach(clearTimeout);
    this.#ends = [];
    const round = this.room?.round;
    if (this.room?.phase !== "answering" || !round) {
      this.isTimeUp = false;
      return;
    }
    if (round.closes_at === null) return this.#timeGoesOn();
    const left = millisUntil(round.closes_at, this.connection.clock.now());
    if (left === 0) return this.#timeIsUp();
    this.#timeGoesOn();
    this.#ends = [
      setTimeout(() => this.#sendAsItStands(), Math.max(0, left - SEND_BEFORE_END_MILLIS)),
      setTimeout(() => this.#followDeadline(), left + 1),
    ];
  }

  #timeIsUp(): void {
    this.sheet?.timeIsUp();
    this.isTimeUp = this.room?.phase === "answering";
    this.#sendAsItStands();
  }

  #timeGoesOn(): void {
    this.isTimeUp = false;
    this.sheet?.timeGoesOn();
  }

  /** What is chosen and not sent goes out by itself; the student goes on looking at what they looked at. */
  #sendAsItStands(): void {
    const sheet = this.sheet;
    if (!sheet || sheet.isSent || sheet.isSending || sheet.refusal !== null) return;
    const wasChoosing = sheet.isChoosing;
    sheet.send();
    sheet.isChoosing = wasChoosing; // should the host give more time, the choices are still there
  }
}
