/** What the remote's parts need to know and may do. The live room fulfils it, and so do the gallery's still ones. */

import type { Line } from "../host/console_model";
import type { ServerClock } from "../wire/clock";
import type { HostView, KeyRole, RefusalCode, RosterView } from "../wire/generated";
import type { Order } from "./orders";

/** What the last press did, or why it did nothing. */
export type Said = { readonly kind: "done"; readonly text: string } | { readonly kind: "refused"; readonly code: RefusalCode } | { readonly kind: "lost" };

export interface RemoteModel {
  readonly view: HostView | null;
  readonly roster: RosterView | null;
  readonly clock: ServerClock;
  readonly line: Line;
  readonly refusal: RefusalCode | null;
  readonly isLive: boolean;
  /** Whether every press of the thumb is dead: one was just given, or the step has only just become another one. */
  readonly isResting: boolean;
  readonly said: Said | null;
  /** The keys that may be given away from here. */
  readonly keys: readonly KeyRole[];
  /** The card whose private panel is covered; null when it is open. */
  readonly covered: string | null;
  /** Under the thumb: does nothing while every press is dead. */
  press(order: Order | null): void;
  /** By its name, from a list that closes behind it: done, or said why not; null where it has just gone. */
  choose(order: Order | null): void;
  cover(isCovered: boolean): void;
}
