/** What the replay asks of the server. */
import type { RefusalCode, Replay, ReplayPart, SignedIn, Version } from "../wire/generated";
import type { PartAnswer } from "./parts";

/** The head of a replay, or why there is none. */
export type ReplayAnswer =
  | { readonly replay: Replay; readonly problem: null }
  | { readonly replay: null; readonly problem: RefusalCode | "OFFLINE" };

/** Fetches the head of a room's replay; `withNames` is for the host alone. */
export async function askReplay(room: string, withNames: boolean): Promise<ReplayAnswer> {
  const answer = await ask<Replay>(addressOf(room, "", withNames));
  return answer.problem === null ? { replay: answer.body, problem: null } : { replay: null, problem: answer.problem };
}

/** Fetches a part of the replay of a version. */
export async function askPart(room: string, version: Version, number: number, withNames: boolean): Promise<PartAnswer> {
  const answer = await ask<ReplayPart>(addressOf(room, `/${version}/${number}`, withNames));
  return answer.problem === null ? { part: answer.body, problem: null } : { part: null, problem: answer.problem };
}

/** Whether this browser is signed in as whose room it is. */
export async function isHost(room: string): Promise<boolean> {
  const answer = await ask<SignedIn>(`/api/host?room=${encodeURIComponent(room)}`);
  return answer.problem === null && answer.body.is_host;
}

function addressOf(room: string, rest: string, withNames: boolean): string {
  return `/api/rooms/${encodeURIComponent(room)}/replay${rest}${withNames ? "?names=true" : ""}`;
}

type Answer<Body> = { readonly body: Body; readonly problem: null } | { readonly problem: RefusalCode | "OFFLINE" };

async function ask<Body>(address: string): Promise<Answer<Body>> {
  try {
    const answer = await fetch(address);
    if (answer.ok) return { body: (await answer.json()) as Body, problem: null };
    return { problem: ((await answer.json()) as { code: RefusalCode }).code };
  } catch {
    return { problem: "OFFLINE" };
  }
}
