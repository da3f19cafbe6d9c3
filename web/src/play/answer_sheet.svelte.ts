/**
 * The answer sheet of one vote on a card, on this device: what is chosen, what the server holds, and what is on its way.
 * Only the server's word makes a pick "sent".
 */
import type { AnswerView, AxisId, CardId, Confidence, RefusalCode } from "../wire/generated";
import { saysTheSame, type Said } from "../wire/said";
import type { Kept, KeptSheet } from "./kept";
import { onlyOf, samePicks, withAxis } from "./sheet";
import type { Drafts, Picks, SendPicks, SheetPlace, Spoken, Standing } from "./sheet";
import { ShownTimer } from "./shown_timer";

/** So long a pause in typing is waited for before the words are kept. */
const TYPING_PAUSE_MILLIS = 500;

export class AnswerSheet {
  readonly card: CardId;
  readonly vote: number;
  readonly asksConfidence: boolean;
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
  /** How sure of it; null while that is not chosen. */
  confidence = $state<Confidence | null>(null);
  /** What the server has said it holds of this vote. */
  sent = $state.raw<Picks>({});
  sentConfidence = $state<Confidence | null>(null);
  /** In a second vote what was said in the first, on all axes; null where it is not known or nothing was. */
  first = $state.raw<Picks | null>(null);
  firstConfidence = $state<Confidence | null>(null);
  /** What is on its way; null when nothing is. */
  underway = $state.raw<Spoken | null>(null);
  /** Why the last sending was refused; null when it was not. */
  refusal = $state<RefusalCode | null>(null);
  /** Whether the student looks at the choices (else at what was sent). */
  isChoosing = $state(true);
  /** Whether the student, having chosen, is at the question how sure. */
  isWeighing = $state(false);
  /** Time left when the last pick was made, in milliseconds. */
  chosenAtLeft = $state<number | null>(null);
  /** Whether the student asked for the picks, as they stand, to be sent. */
  #isWanted = $state(false);
  /** What stood there before each action that can be undone. */
  #before = $state.raw<readonly (Standing & { readonly axis: AxisId })[]>([]);
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Whether the student has chosen anything here, so that it may go out by itself. */
  #isTouched = $state(false);

  constructor(
    place: SheetPlace,
    kept: Kept,
    send: SendPicks,
    timer: ShownTimer = new ShownTimer(),
  ) {
    this.card = place.card;
    this.vote = place.vote ?? 1;
    this.asksConfidence = place.asksConfidence ?? false;
    this.#axes = place.axes;
    this.#room = place.room;
    this.#kept = kept;
    this.#send = send;
    this.#timer = timer;
    const before = kept.sheet(place.room, place.card, this.vote);
    this.#shownSince = before?.shownSince ?? null;
    if (before) {
      this.picks = onlyOf(place.axes, before.picks);
      this.drafts = onlyOf(place.axes, before.drafts ?? {});
      this.confidence = before.confidence ?? null;
      this.first = before.first ?? null;
      this.firstConfidence = before.firstConfidence ?? null;
      this.chosenAtLeft = before.chosenAtLeft;
      this.#isWanted = before.isWanted;
      this.#isTouched = before.isTouched ?? true;
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
    return this.hasSent && samePicks(this.picks, this.sent) && this.confidence === this.sentConfidence;
  }

  /** Whether a pick stands on every axis. */
  get isWhole(): boolean {
    return this.missing.length === 0;
  }

  /** Whether something was chosen here that the server does not hold: it may go out by itself. */
  get isUnsaid(): boolean {
    return this.#isTouched && this.hasPicks && !this.isSent && !this.isSending && this.refusal === null;
  }

  /** Whether the second vote would say what the first said. */
  get staysWithFirst(): boolean {
    return this.first !== null && this.isWhole && samePicks(this.picks, onlyOf(this.#axes, this.first));
  }

  /** Whether what is chosen is on its way, or asked for and waiting for its turn. */
  get isSending(): boolean {
    return !this.isSent && this.#isWanted && this.refusal === null;
  }

  /**
   * Takes what the server holds, from its view; a device that chose nothing shows that as chosen. In a second vote what
   * was said in the first is where one begins.
   */
  heard(answer: AnswerView | null): void {
    if (answer?.card !== this.card || this.underway !== null) return;
    const said = onlyOf(this.#axes, answer.picks);
    if (answer.vote < this.vote) {
      this.first = answer.picks;
      this.firstConfidence = answer.confidence;
      if (!this.#isTouched) this.picks = said;
      return;
    }
    const isFirst = !this.hasSent;
    this.sent = said;
    this.sentConfidence = answer.confidence;
    if (!this.#isTouched || !this.hasPicks) this.picks = said;
    if (samePicks(this.picks, said)) this.confidence ??= answer.confidence;
    if (!this.isSent) return;
    this.#isWanted = false;
    if (isFirst) this.isChoosing = false; // after a reload: back to what was sent
  }

  /** On to the question how sure; the picks stay in sight there. */
  weigh(): void {
    this.isWeighing = true;
    this.isChoosing = true;
  }

  /** How sure: like a pick, a change that is not sent until asked. */
  beSure(confidence: Confidence, left: number | null): void {
    if (this.confidence === confidence) return;
    this.confidence = confidence;
    this.#touch(left);
    this.#keep();
  }

  /** The second vote says what the first said, and as sure, unless that was said anew. */
  stayWithFirst(): void {
    this.confidence ??= this.firstConfidence;
    this.#isTouched = true;
    this.send();
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
    this.#touch(left);
  }

  #touch(left: number | null): void {
    this.#isTouched = true;
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
    this.isWeighing = false;
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
    this.isWeighing = false;
  }

  /** Back to what was sent, without sending the change. */
  keepSent(): void {
    this.picks = this.sent;
    this.confidence = this.sentConfidence;
    this.drafts = {};
    this.#before = [];
    this.refusal = null;
    this.isChoosing = false;
    this.isWeighing = false;
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
    const spoken: Spoken = { picks: this.picks, confidence: this.confidence };
    this.underway = spoken;
    const ack = await this.#send(spoken, this.#timer.millis());
    this.underway = null;
    const isStillSaid = samePicks(spoken.picks, this.picks) && spoken.confidence === this.confidence;
    if (ack.ok) {
      this.sent = spoken.picks;
      this.sentConfidence = spoken.confidence;
    } else if (isStillSaid) this.refusal = ack.code;
    if (ack.ok && isStillSaid) this.#isWanted = false;
    if (!ack.ok && this.refusal !== null) this.#isWanted = false;
    this.#keep();
    if (this.#isWanted && !this.isSent) void this.#sendWanted();
  }

  #keep(): void {
    clearTimeout(this.#pause);
    const sheet: KeptSheet = {
      card: this.card,
      vote: this.vote,
      picks: this.picks,
      drafts: this.drafts,
      confidence: this.confidence,
      first: this.first,
      firstConfidence: this.firstConfidence,
      isTouched: this.#isTouched,
      isWanted: this.#isWanted,
      chosenAtLeft: this.chosenAtLeft,
      shownSince: this.#shownSince,
    };
    this.#kept.keepSheet(this.#room, sheet);
  }
}
