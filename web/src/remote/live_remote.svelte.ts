/** A room as a phone in the hall leads it: one press at a time, dead for a moment after it, and never sent late. */

import type { Line } from "../host/console_model";
import type { Connection, ConnectionListeners } from "../wire/connection";
import type { HostView, KeyRole, RefusalCode, RosterView } from "../wire/generated";
import { currentCard, type Order } from "./orders";
import type { RemoteModel, Said } from "./remote_model";

/** A thumb that presses twice means once. */
export const REST_MILLIS = 600;
/** A step that became another by itself, at the deadline or from the laptop, is dead until it can have been read. */
export const SETTLE_MILLIS = 300;
/** How long it stays to be read what a press did. */
export const SAID_MILLIS = 6000;
const COVERED_AS = "trede.covered";

/** The part of a connection that is used here, so that a test can stand in for it. */
export type RemoteLine = Pick<Connection, "clock" | "sendOnce" | "close">;

export class LiveRemote implements RemoteModel {
  view = $state.raw<HostView | null>(null);
  roster = $state.raw<RosterView | null>(null);
  line = $state<Line>("connecting");
  refusal = $state<RefusalCode | null>(null);
  said = $state.raw<Said | null>(null);
  covered = $state<string | null>(readCovered());
  readonly keys: readonly KeyRole[];
  #restsUntil = 0;
  #underWay = $state(0);
  #isDead = $state(false);
  readonly #connection: RemoteLine;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(keys: readonly KeyRole[], dial: (listeners: ConnectionListeners) => RemoteLine) {
    this.keys = keys;
    this.#connection = dial({
      host: (view) => this.#takeView(view),
      roster: (roster) => (this.roster = roster),
      state: (line, code) => {
        this.line = line;
        this.refusal = code;
      },
    });
  }

  get clock() {
    return this.#connection.clock;
  }

  get isLive(): boolean {
    return this.line === "online" && this.view !== null;
  }

  get isResting(): boolean {
    return this.#underWay > 0 || this.#isDead;
  }

  press(order: Order | null): void {
    if (order && this.isLive && !this.isResting) this.#give(order);
  }

  choose(order: Order | null): void {
    if (!order) return;
    if (this.isLive) this.#give(order);
    else this.#say({ kind: "lost" });
  }

  #give(order: Order): void {
    this.#underWay += 1;
    this.#rest(REST_MILLIS);
    this.#say(null);
    void this.#connection.sendOnce(order.event, order.body).then((ack) => {
      this.#underWay -= 1;
      if (!ack) this.#say({ kind: "lost" });
      else if (ack.ok) this.#say({ kind: "done", text: order.done });
      else this.#say({ kind: "refused", code: ack.code });
    });
  }

  cover(isCovered: boolean): void {
    this.covered = isCovered ? coverName(this.view) : null;
    try {
      if (this.covered) sessionStorage.setItem(COVERED_AS, this.covered);
      else sessionStorage.removeItem(COVERED_AS);
    } catch {
      // storage is refused in some private windows: a reload then uncovers the panel
    }
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#connection.close();
  }

  #takeView(view: HostView): void {
    if (this.view && this.view.next_step?.id !== view.next_step?.id) this.#rest(SETTLE_MILLIS);
    this.view = view;
    if (this.covered && this.covered !== coverName(view)) this.cover(false); // the next card has come
  }

  /** Dead from now for so long; a shorter rest never ends a longer one. */
  #rest(millis: number): void {
    this.#restsUntil = Math.max(this.#restsUntil, Date.now() + millis);
    this.#isDead = true;
    this.#later("rest", this.#restsUntil - Date.now(), () => (this.#isDead = false));
  }

  #say(said: Said | null): void {
    this.said = said;
    this.#later("said", SAID_MILLIS, () => (this.said = null));
  }

  #later(name: string, millis: number, act: () => void): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(name, setTimeout(act, millis));
  }
}

/** The card that a cover belongs to: of this room, so that a phone which leads another tomorrow is not covered there. */
function coverName(view: HostView | null): string | null {
  return view && `${view.room} ${(currentCard(view)?.id ?? "lobby")}`;
}

function readCovered(): string | null {
  try {
    return typeof sessionStorage === "undefined" ? null : sessionStorage.getItem(COVERED_AS);
  } catch {
    return null;
  }
}
