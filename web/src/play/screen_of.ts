/** Which screen a phone shows for what it knows. The one place where that is decided. */
import type { RoomView, SeatView } from "../wire/generated";

export type ScreenName =
  | "looking"
  | "join"
  | "removed"
  | "lobby"
  | "card"
  | "sent"
  | "closed"
  | "reveal"
  | "standing"
  | "podium"
  | "ended";

export interface WhatIsKnown {
  readonly room: RoomView | null;
  /** undefined: not heard yet; null: this device has no seat. */
  readonly seat: SeatView | null | undefined;
  /** Whether the student looks at the choices rather than at what was sent. */
  readonly isChoosing: boolean;
  /** Whether the deadline has passed on this device; the server's own word follows. */
  readonly isTimeUp: boolean;
}

export function screenOf({ room, seat, isChoosing, isTimeUp }: WhatIsKnown): ScreenName {
  if (room === null || seat === undefined) return "looking";
  if (seat?.is_removed) return "removed";
  if (room.phase === "ended") return "ended";
  if (seat === null) return "join";
  switch (room.phase) {
    case "lobby":
      return "lobby";
    case "reading":
      return "card";
    case "answering":
      if (isTimeUp) return "closed";
      return isChoosing ? "card" : "sent";
    case "closed":
    case "talk":
      return "closed";
    case "reveal":
      return "reveal";
    case "leaderboard":
      return "standing";
    case "podium":
      return "podium";
  }
}
