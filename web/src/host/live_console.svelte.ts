/** A room as the lecturer drives it: takes the views as they come, sends one press at a time, says what was refused. */

import type { CommandBody } from "../wire/command_sender";
import type { Connection, ConnectionListeners } from "../wire/connection";
import { EXTEND_SECONDS } from "../wire/generated";
import type { Ack, Address, AnswerGroup, HostCommands, HostView, RefusalCode, RosterView } from "../wire/generated";
import { fetchAddress } from "./api";
import type { ConsoleModel, Direction, Line, Notice, Order } from "./console_model";
import { Regrouping } from "./grouping/regrouping.svelte";
import { screenPath } from "./route";
import { lastDone } from "./run";

/** A press counts once: so long the step stays dead at least, whatever came back. */
export const PRESS_REST_MILLIS = 300;
/**
 * So long a step that has just become another is dead: nobody can have read it yet. It may have changed by itself, at
 * the deadline or from another device, under a press that was meant for the one before.
 */
export const SETTLE_MILLIS = 300;
/** So long the step stays dead at most after the ack, when the view does not change. */
export const VIEW_PATIENCE_MILLIS = 1000;
/** After this long the page says that the line is lost, or that the server has not answered yet. */
export const SAY_AFTER_MILLIS = 800;
/**
 * So long a room that came back older may catch up before it is spoken of: the line may have led to another process of
 * the server, which hears of the last answers a moment later.
 */
export const CATCH_UP_MILLIS = 500;
/** How long a refusal stays to be read. */
export const NOTICE_MILLIS = 12_000;

/** The part of a connection that is used here, so that a test can stand in for it. */
export type HostLine = Pick<Connection, "clock" | "send" | "close">;

interface Press {
  readonly direction: Direction;
  readonly step: string;
  readonly at: number;
}

export class LiveConsole implements ConsoleModel {
  view = $state.raw<HostView | null>(null);
  roster = $state.raw<RosterView | null>(null);
  address = $state.raw<Address | null>(null);
  line = $state<Line>("connecting");
  saysAway = $state(false);
  refusal = $state<RefusalCode | null>(null);
  notice = $state<Notice | null>(null);
  isSlow = $state(false);
  isSettling = $state(false);
  #press = $state.raw<Press | null>(null);
  #newest = 0;
  #waiting = $state.raw<ReadonlySet<string>>(new Set());
  readonly #room: string;
  readonly #connection: HostLine;
  readonly #regrouping = new Regrouping(
    (body) => this.#connection.send("group", body),
    (code) => this.#say(code),
  );
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(room: string, dial: (listeners: ConnectionListeners) => HostLine) {
    this.#room = room;
    this.#connection = dial({
      host: (view) => this.#takeView(view),
      roster: (roster) => (this.roster = roster),
      state: (state, code) => this.#takeLine(state, code),
    });
    this.#later("away", SAY_AFTER_MILLIS, () => (this.saysAway = this.line === "connecting"));
    void this.#fetchAddress();
  }

  get clock() {
    return this.#connection.clock;
  }

  get isLive(): boolean {
    return this.line === "online" && this.view !== null;
  }

  get underWay(): Direction | null {
    return this.#press?.direction ?? null;
  }

  isWaitingFor(what: string): boolean {
    return this.#waiting.has(what);
  }

  step(direction: Direction): void {
    const step = direction === "next" ? this.view?.next_step : this.view?.back_step;
    if (!step || !this.isLive || this.#press || this.isSettling) return;
    this.#regrouping.flush(); // the step may leave the card behind to which the groups belong
    this.#press = { direction, step: step.id, at: Date.now() };
    this.#later("slow", SAY_AFTER_MILLIS, () => (this.isSlow = true));
    void this.#connection.send(direction === "next" ? "step" : "back", { step: step.id }).then((ack) => {
      this.#judge(ack);
      if (!ack.ok) this.#release();
      else this.#later("view", VIEW_PATIENCE_MILLIS, () => this.#release());
    });
  }

  extend(): void {
    const round = this.view?.round;
    const end = this.view?.phase === "talk" ? round?.talk_ends_at : this.view?.phase === "answering" ? round?.closes_at : null;
    if (round && end != null) this.order("extend", { card: round.card, seconds: EXTEND_SECONDS });
  }

  undo(): void {
    const step = this.view?.undo?.id;
    if (step && !this.isSettling) this.order("undo", { step });
  }

  groupsOf(axis: string): readonly AnswerGroup[] {
    const card = this.#groupedCard;
    const held = this.view?.keys.find((key) => key.axis === axis)?.groups ?? [];
    return card ? this.#regrouping.groupsOf(card, axis, held) : held;
  }

  get isGroupingKept(): boolean {
    return this.#regrouping.isKept;
  }

  regroup(axis: string, groups: readonly AnswerGroup[]): void {
    if (this.#groupedCard) this.#regrouping.want(this.#groupedCard, axis, groups);
  }

  flushGroups(): void {
    this.#regrouping.flush();
  }

  openProjector(): void {
    const name = `trede-screen-${this.#room}`;
    const opened = window.open(screenPath(this.#room), name, "popup,width=1280,height=720");
    if (!opened) this.#say("PROJECTOR_BLOCKED");
  }

  dismiss(): void {
    this.notice = null;
  }

  close(): void {
    this.#regrouping.flush();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#connection.close();
  }

  /** The card on the screen, or the newest one while its standings are shown. */
  get #groupedCard(): string | null {
    return this.view?.round?.card ?? lastDone(this.view?.cards ?? [])?.id ?? null;
  }

  readonly order: Order = <Name extends keyof HostCommands>(event: Name, body: CommandBody<Name>, about: string = event) => {
    if (!this.isLive || this.#waiting.has(about)) return;
    this.#waiting = new Set([...this.#waiting, about]);
    void this.#connection.send(event, body).then((ack) => {
      this.#waiting = new Set([...this.#waiting].filter((other) => other !== about));
      this.#judge(ack);
    });
  };

  /** An old step is no news: the view that comes shows where the room is. Everything else is said. */
  #judge(ack: Ack): void {
    if (ack.ok || ack.code === "STALE_STEP") return;
    this.#say(ack.code);
  }

  #say(notice: Notice): void {
    if (this.notice === "WENT_BACK") return; // stays until it is put away
    this.notice = notice;
    if (notice === "WENT_BACK") return clearTimeout(this.#timers.get("notice"));
    this.#later("notice", NOTICE_MILLIS, () => (this.notice = null));
  }

  #takeView(view: HostView): void {
    if (this.view && this.view.next_step?.id !== view.next_step?.id) {
      this.isSettling = true;
      this.#later("settle", SETTLE_MILLIS, () => (this.isSettling = false));
    }
    this.view = view;
    this.#lookWhetherItWentBack(view.version);
    this.#regrouping.heard(view.version);
    const shown = this.#press?.direction === "back" ? view.back_step : view.next_step;
    if (this.#press && shown?.id !== this.#press.step) this.#release();
  }

  /** On one connection versions only rise; after a new one an older room is what the server's store has now. */
  #lookWhetherItWentBack(version: number): void {
    if (version >= this.#newest) {
      this.#newest = version;
      clearTimeout(this.#timers.get("older"));
      this.#timers.delete("older");
    } else if (!this.#timers.has("older"))
      this.#later("older", CATCH_UP_MILLIS, () => {
        this.#timers.delete("older");
        this.#newest = this.view?.version ?? 0;
        this.#say("WENT_BACK");
      });
  }

  /** Makes the step alive again, but never sooner than a double press takes. */
  #release(): void {
    const press = this.#press;
    if (!press) return;
    const rest = press.at + PRESS_REST_MILLIS - Date.now();
    if (rest > 0) return this.#later("rest", rest, () => this.#release());
    for (const name of ["slow", "view", "rest"]) clearTimeout(this.#timers.get(name));
    this.#press = null;
    this.isSlow = false;
  }

  #takeLine(line: Line, code: RefusalCode | null): void {
    this.line = line;
    this.refusal = code;
    if (line === "online" || line === "refused") {
      clearTimeout(this.#timers.get("away"));
      this.saysAway = false;
      if (line === "online" && this.address === null) void this.#fetchAddress();
    } else this.#later("away", SAY_AFTER_MILLIS, () => (this.saysAway = true));
  }

  async #fetchAddress(): Promise<void> {
    const answered = await fetchAddress(this.#room);
    if (answered.ok) this.address = answered.body;
  }

  #later(name: string, millis: number, act: () => void): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(name, setTimeout(act, millis));
  }
}
