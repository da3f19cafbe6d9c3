/** What the replay page asks of the server. */
import type { RefusalCode, Replay, SignedIn } from "../wire/generated";

/** A replay, or why there is none. */
export type ReplayAnswer =
  | { readonly replay: Replay; readonly problem: null }
  | { readonly replay: null; readonly problem: RefusalCode | "OFFLINE" };

/** Fetches a room's replay; `withNames` is for the host alone. */
export async function askReplay(room: string, withNames: boolean): Promise<ReplayAnswer> {
  try {
    const answer = await fetch(`/api/rooms/${encodeURIComponent(room)}/replay${withNames ? "?names=true" : ""}`);
    if (answer.ok) return { replay: (await answer.json()) as Replay, problem: null };
    const refused = (await answer.json()) as { code: RefusalCode };
    return { replay: null, problem: refused.code };
  } catch {
    return { replay: null, problem: "OFFLINE" };
  }
}

/** Whether this browser is signed in as the host. */
export async function isHost(): Promise<boolean> {
  try {
    return ((await (await fetch("/api/host")).json()) as SignedIn).is_host;
  } catch {
    return false;
  }
}
