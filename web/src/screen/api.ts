/** What the projector asks over HTTP: where phones join. */
import type { Address } from "../wire/generated";

/** The join address of a room; null while it cannot be had. */
export async function askAddress(room: string): Promise<Address | null> {
  try {
    const answer = await fetch(`/api/rooms/${encodeURIComponent(room)}/address`);
    return answer.ok ? ((await answer.json()) as Address) : null;
  } catch {
    return null;
  }
}

/** The room in the path of this page: /screen/<room> or /replay/<room>. */
export function roomOfPath(path: string): string {
  return decodeURIComponent(path.split("/")[2] ?? "");
}
