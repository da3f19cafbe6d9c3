/** What the console's parts need to know and may do. The live room fulfils it, and so do the gallery's still ones. */

import type { ServerClock } from "../wire/clock";
import type { CommandBody } from "../wire/command_sender";
import type { Address, AnswerGroup, HostCommands, HostView, RefusalCode, RosterView } from "../wire/generated";

/** A command of the host that is sent as it stands, once at a time. */
export type Order = <Name extends keyof HostCommands>(event: Name, body: CommandBody<Name>, about?: string) => void;

/** connecting: not in yet; online; away: the line is lost; refused: the server said no, see `refusal`. */
export type Line = "connecting" | "online" | "away" | "refused";

/** The two directions of the one key. */
export type Direction = "next" | "back";

/**
 * Something the lecturer should read: a refusal, the projector's window that the browser held back, or that the room is
 * an older one than this page has shown, since the server's store went back in time.
 */
export type Notice = RefusalCode | "PROJECTOR_BLOCKED" | "WENT_BACK";

export interface ConsoleModel {
  readonly view: HostView | null;
  readonly roster: RosterView | null;
  readonly address: Address | null;
  readonly clock: ServerClock;
  readonly line: Line;
  /** Whether the lost line has lasted long enough to speak of. */
  readonly saysAway: boolean;
  readonly refusal: RefusalCode | null;
  readonly notice: Notice | null;
  /** Whether a press would be sent now. */
  readonly isLive: boolean;
  /** The press that is under way; no other step may be pressed meanwhile. */
  readonly underWay: Direction | null;
  /** Whether the step has only just become another one: a press now was meant for the one before. */
  readonly isSettling: boolean;
  /** Whether the server takes so long over a press that it should be said. */
  readonly isSlow: boolean;
  /** Whether a command of that name, or about that, waits for its answer. */
  isWaitingFor(what: string): boolean;

  step(direction: Direction): void;
  /** More time for the open round or the talk. */
  extend(): void;
  /** Takes the last step back. */
  undo(): void;
  /** Anything else. `about` is what it is about: orders about different people or boards do not wait for each other. */
  readonly order: Order;
  /** How the open answers of an axis lie together, with what is not sent yet. */
  groupsOf(axis: string): readonly AnswerGroup[];
  /** Whether the server has all groups. */
  readonly isGroupingKept: boolean;
  regroup(axis: string, groups: readonly AnswerGroup[]): void;
  /** Sends at once what waits for a rest. */
  flushGroups(): void;
  openProjector(): void;
  dismiss(): void;
}
