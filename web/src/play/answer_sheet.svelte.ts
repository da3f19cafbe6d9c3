/**
 * The answer sheet of one card on this device: what is chosen, what the server holds, and what is on its way.
 * Only the server's word makes a pick "sent".
 */
import type { Ack, AnswerView, AxisId, CardId, OptionId, RefusalCode } from "../wire/generated";
import { saysTheSame, type Said } from "../wire/said";
import type { Kept, KeptSheet } from "./kept";
import { ShownTimer } from "./shown_timer";

export type Picks = Readonly<Record<AxisId, Said>>;

/** Orders that are not whole yet: they stand on the sheet, and are no answer. */
export type Drafts = Readonly<Record<AxisId, readonly OptionId[]>>;

/** What stands on one axis: a pick, a draft of one, or neither. */
export interface Standing {
  readonly pick: Said | undefined;
  readonly draft?: readonly OptionId[] | undefined;
}

/** So long a pause in typing is waited for before the words are kept. */
const TYPING_PAUSE_MILLIS = 500;

/** Sends picks and resolves with the server's answer, however long the line is away. */
export type SendPicks = (card: CardId, picks: Picks, shownMillis: number) => Promise<Ack>;

/** A copy in which an axis has this value, or none. */
function withAxis<Value>(values: Readonly<Record<AxisId, Value>>, axis: AxisId, value: Value | undefined): Record<AxisId, Value> {
  const { [axis]: _, ...others } = values;
  return value === undefined ? others : { ...others, [axis]: value };
}

/** Whether two sheets say the same. */
export function samePicks(one: Picks, other: Picks): boolean {
  const axes = Object.keys(one);
  return axes.length === Object.keys(other).length && axes.every((axis) => saysTheSame(one[axis], other[axis]));
}

export class AnswerSheet {
  readonly card: CardId;
  readonly #axes: readonly AxisId[];
  readonly #room: string;
  readonly #kept: Kept;
  readonly #send: SendPicks;
  readonly #timer: ShownTimer;
  #shownSince: number | null;

  /** What is chosen on this device. */
  picks = $state.raw<Picks>({});
  /** What is begun on this device and not whole. */
  drafts = $state.raw<Drafts>({});
  /** What the server has said it holds. */
  sent = $state.raw<Picks>({});
  /** What is on its way; null when nothing is. */
  underway = $state.raw<Picks | null>(null);
  /** Why the last sending was refused; null when it was not. */
  refusal = $state<RefusalCode | null>(null);
  /** Whether the student looks at the choices (else at what was sent). */
  isChoosing = $state(true);
  /** Time left when the last pick was made, in milliseconds. */
  chosenAtLeft = $state<number | null>(null);
  /** Whether the student asked for the picks, as they stand, to be sent. */
  #isWanted = $state(false);
  /** What stood there before each action that can be undone. */
  #before = $state.raw<readonly (Standing & { readonly axis: AxisId })[]>([]);
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    place: { room: string; card: CardId; axes: readonly AxisId[] },
    kept: Kept,
    send: SendPicks,
    timer: ShownTimer = new ShownTimer(),
  ) {
    this.card = place.card;
    this.#axes = place.axes;
    this.#room = place.room;
    this.#kept = kept;
    this.#send = send;
    this.#timer = timer;
    const before = kept.sheet(place.room, place.card);
    this.#shownSince = before?.shownSince ?? null;
    if (before) {
      const asked = <Value>([axis]: [AxisId, Value]): boolean => place.axes.includes(axis);
      this.picks = Object.fromEntries(Object.entries(before.picks).filter(asked));
      this.drafts = Object.fromEntries(Object.entries(before.drafts ?? {}).filter(asked));
      this.chosenAtLeft = before.chosenAtLeft;
      this.#isWanted = before.isWanted;
      this.isChoosing = !before.isWanted;
    }
  }

  /** The axes without a pick, in the order of the sheet. */
  get missing(): AxisId[] {
    return this.#axes.filter((axis) => this.picks[axis] === undefined);
  }

  get hasPicks(): boolean {
    return Object.keys(this.picks).length > 0;
  }

  get hasSent(): boolean {
    return Object.keys(this.sent).length > 0;
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  /** Whether the server holds exactly what is chosen here. */
  get isSent(): boolean {
    return this.hasSent && samePicks(this.picks, this.sent);
  }

  /** Whether what is chosen is on its way, or asked for and waiting for its turn. */
  get isSending(): boolean {
    return !this.isSent && this.#isWanted && this.refusal === null;
  }

  /** Takes what the server holds, from its view; a device that chose nothing shows that as chosen. */
  heard(answer: AnswerView | null): void {
    if (answer?.card !== this.card || this.underway !== null) return;
    const isFirst = !this.hasSent;
    this.sent = answer.picks;
    if (!this.hasPicks) this.picks = answer.picks;
    if (!this.isSent) return;
    this.#isWanted = false;
    if (isFirst) this.isChoosing = false; // after a reload: back to what was sent
  }

  /** A pick, or none any more. Choosing again after sending is a change that is not sent until asked. */
  choose(axis: AxisId, said: Said | undefined, left: number | null): void {
    if (saysTheSame(this.picks[axis], said)) return;
    this.#stand(axis, { pick: said }, left);
    this.#keep();
  }

  /** One action of several that make a pick together; it can be undone. */
  act(axis: AxisId, standing: Standing, left: number | null): void {
    this.#before = [...this.#before, { axis, pick: this.picks[axis], draft: this.drafts[axis] }];
    this.#stand(axis, standing, left);
    this.#keep();
  }

  undo(left: number | null): void {
    const last = this.#before.at(-1);
    if (last === undefined) return;
    this.#before = this.#before.slice(0, -1);
    this.#stand(last.axis, last, left);
    this.#keep();
  }

  /** Words as they are typed: they count at once, and are kept in every pause. */
  write(axis: AxisId, said: Said | undefined, left: number | null): void {
    this.#stand(axis, { pick: said }, left);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#keep(), TYPING_PAUSE_MILLIS);
  }

  #stand(axis: AxisId, { pick, draft }: Standing, left: number | null): void {
    this.picks = withAxis(this.picks, axis, pick);
    this.drafts = withAxis(this.drafts, axis, draft);
    this.chosenAtLeft = left;
    this.refusal = null;
    this.#isWanted = false;
  }

  /**
   * Sends the picks as they stand, whole or not, unless the server holds them already. Where an axis has none any more
   * what was sent before stays: the newest answer replaces the whole one, and a change half made is no answer.
   */
  send(): void {
    if (!this.hasPicks) return;
    this.isChoosing = false;
    this.picks = { ...this.sent, ...this.picks };
    this.drafts = Object.fromEntries(Object.entries(this.drafts).filter(([axis]) => this.picks[axis] === undefined));
    this.#before = [];
    if (this.isSent) return;
    this.#isWanted = true;
    this.refusal = null;
    this.#keep();
    void this.#sendWanted();
  }

  /** After a reload: what was asked for and not yet answered goes out again. */
  resume(): void {
    if (this.#isWanted) void this.#sendWanted();
  }

  change(): void {
    this.isChoosing = true;
  }

  /** Back to what was sent, without sending the change. */
  keepSent(): void {
    this.picks = this.sent;
    this.drafts = {};
    this.#before = [];
    this.refusal = null;
    this.isChoosing = false;
    this.#isWanted = false;
    this.#keep();
  }

  /** The open card was painted on this screen. */
  painted(): void {
    const since = this.#timer.painted(this.#shownSince);
    if (since === this.#shownSince) return;
    this.#shownSince = since;
    this.#keep();
  }

  /** The time is up on this device; what goes out from now on was chosen in time. */
  timeIsUp(): void {
    this.#timer.freeze();
  }

  timeGoesOn(): void {
    this.#timer.thaw();
  }

  async #sendWanted(): Promise<void> {
    if (this.underway !== null) return; // it looks again when the answer to that one is in
    const picks = this.picks;
    this.underway = picks;
    const ack = await this.#send(this.card, picks, this.#timer.millis());
    this.underway = null;
    if (ack.ok) this.sent = picks;
    else if (samePicks(picks, this.picks)) this.refusal = ack.code;
    if (ack.ok && samePicks(picks, this.picks)) this.#isWanted = false;
    if (!ack.ok && this.refusal !== null) this.#isWanted = false;
    this.#keep();
    if (this.#isWanted && !this.isSent) void this.#sendWanted();
  }

  #keep(): void {
    clearTimeout(this.#pause);
    const sheet: KeptSheet = {
      card: this.card,
      picks: this.picks,
      drafts: this.drafts,
      isWanted: this.#isWanted,
      chosenAtLeft: this.chosenAtLeft,
      shownSince: this.#shownSince,
    };
    this.#kept.keepSheet(this.#room, sheet);
  }
}
