/** The time that counts for this phone: that of the round, or of a person whom the host gave more. */
import type { RoomView, SeatView, ServerMillis } from "../wire/generated";

export interface TimeHere {
  /** Whether answers of this person are taken, as long as the deadline has not passed. */
  readonly isOpen: boolean;
  /** Null without a deadline. */
  readonly closesAt: ServerMillis | null;
  /** The whole time, in milliseconds; null without a limit. */
  readonly limit: number | null;
}

const SHUT: TimeHere = { isOpen: false, closesAt: null, limit: null };

/** A person with time of his own goes on after the round has closed for the others, until the reveal at the latest. */
export function timeHere(room: RoomView | null, seat: SeatView | null | undefined): TimeHere {
  const round = room?.round ?? null;
  if (room === null || round === null) return SHUT;
  const own = seat?.own_time ?? null;
  const isOpen = room.phase === "answering" || (room.phase === "closed" && own !== null);
  if (!isOpen) return { ...SHUT, limit: round.limit_millis };
  return own === null
    ? { isOpen, closesAt: round.closes_at, limit: round.limit_millis }
    : { isOpen, closesAt: own.closes_at, limit: own.limit_millis };
}
