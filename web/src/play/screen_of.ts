/** Which screen a phone shows for what it knows. The one place where that is decided. */
import type { RoomView, SeatView } from "../wire/generated";

export type ScreenName =
  | "looking"
  | "join"
  | "removed"
  | "waiting"
  | "turned_away"
  | "lobby"
  | "card"
  | "confidence"
  | "sent"
  | "closed"
  | "talk"
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
  /** Whether the student, having chosen, is at the question how sure. */
  readonly isWeighing: boolean;
  /** Whether this person may answer now, by the own time where that is given; the server's own word follows. */
  readonly mayAnswer: boolean;
}

export function screenOf({ room, seat, isChoosing, isWeighing, mayAnswer }: WhatIsKnown): ScreenName {
  if (room === null || seat === undefined) return "looking";
  if (seat?.is_removed) return "removed";
  if (seat?.door === "turned_away") return "turned_away";
  if (room.phase === "ended") return "ended";
  if (seat === null) return "join";
  if (seat.door === "waiting") return "waiting";
  switch (room.phase) {
    case "lobby":
      return "lobby";
    case "reading":
      return "card";
    case "answering":
    case "closed":
      if (!mayAnswer) return "closed";
      if (!isChoosing) return "sent";
      return isWeighing ? "confidence" : "card";
    case "talk":
      return "talk";
    case "reveal":
      return "reveal";
    case "leaderboard":
      return "standing";
    case "podium":
      return "podium";
  }
}
