/**
 * Sends the groups of open answers: the newest whole list after a short rest, one at a time, and shows it meanwhile as
 * if it were kept. What the server refuses is let go: its own list is shown again.
 */

import type { CommandBody } from "../../wire/command_sender";
import type { Ack, AxisId, CardId, RefusalCode, Version } from "../../wire/generated";
import type { Groups } from "./groups";

/** So long after the last change it is sent. */
export const REGROUP_REST_MILLIS = 700;

interface Want {
  readonly card: CardId;
  readonly groups: Groups;
  readonly state: "waiting" | "sent";
  /** The version from which on the server's views have it. */
  readonly keptAt: Version | null;
}

type Send = (body: CommandBody<"group">) => Promise<Ack>;

export class Regrouping {
  #wanted = $state.raw<ReadonlyMap<AxisId, Want>>(new Map());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #underWay = 0;
  readonly #send: Send;
  readonly #refused: (code: RefusalCode) => void;

  constructor(send: Send, refused: (code: RefusalCode) => void) {
    this.#send = send;
    this.#refused = refused;
  }

  /** Whether the server has everything. */
  get isKept(): boolean {
    return [...this.#wanted.values()].every((want) => want.keptAt !== null);
  }

  /** The groups as they should be shown; `held` is what the server's newest view says. */
  groupsOf(card: CardId, axis: AxisId, held: Groups): Groups {
    const want = this.#wanted.get(axis);
    return want?.card === card ? want.groups : held;
  }

  /** Wants these groups from now on. */
  want(card: CardId, axis: AxisId, groups: Groups): void {
    this.#set(axis, { card, groups, state: "waiting", keptAt: null });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sendWhenFree(), REGROUP_REST_MILLIS);
  }

  /** Sends at once what waits: before a step that would come too early for it, and when the page goes. */
  flush(): void {
    clearTimeout(this.#timer);
    for (const [axis, want] of this.#wanted) if (want.state === "waiting") void this.#sendOff(axis, want);
  }

  /** To be called with the version of every view: what it has is its own to show. */
  heard(version: Version): void {
    const left = [...this.#wanted].filter(([, want]) => want.keptAt === null || want.keptAt > version);
    if (left.length < this.#wanted.size) this.#wanted = new Map(left);
  }

  #sendWhenFree(): void {
    if (this.#underWay === 0) this.flush();
  }

  async #sendOff(axis: AxisId, want: Want): Promise<void> {
    const { card, groups } = want;
    const sent: Want = { ...want, state: "sent" };
    this.#set(axis, sent);
    this.#underWay += 1;
    const ack = await this.#send({ card, axis, groups });
    this.#underWay -= 1;
    if (this.#wanted.get(axis) === sent) this.#set(axis, ack.ok ? { ...sent, keptAt: ack.version } : null);
    if (!ack.ok) this.#refused(ack.code);
    this.#sendWhenFree();
  }

  #set(axis: AxisId, want: Want | null): void {
    const changed = new Map(this.#wanted);
    if (want) changed.set(axis, want);
    else changed.delete(axis);
    this.#wanted = changed;
  }
}
