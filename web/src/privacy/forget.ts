/** Asks the server to forget the person who has this device's seat in a room, and then forgets the seat here. */
import type { RoomId } from "../wire/generated";

const PATIENCE_MILLIS = 10_000;
/** What the phone keeps of a room: see play/kept.ts. */
const KEPT = ["trede.seat.", "trede.sheet."];

/** Whether it is done. A seat that the server does not know is as good as forgotten. */
export async function forgetMe(room: RoomId, token: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/rooms/${encodeURIComponent(room)}/forget-me`, {
      method: "POST",
      headers: { authorization: `Seat ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
    if (!response.ok && response.status !== 404) return false;
  } catch {
    return false;
  }
  try {
    for (const key of KEPT) localStorage.removeItem(key + room);
    localStorage.removeItem("trede.seat"); // which seat was used last
    localStorage.removeItem("trede.name");
  } catch {
    // Where storage is refused there is nothing to forget.
  }
  return true;
}
