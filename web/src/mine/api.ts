/** What the page of an own session asks of the server. The seat's token goes in a header and nowhere else. */
import type { ClassSession, OwnSession, RefusalCode } from "../wire/generated";

export type Problem = RefusalCode | "OFFLINE";

/** An answer, or why there is none. */
export type Asked<Answer> = { readonly answer: Answer; readonly problem: null } | { readonly answer: null; readonly problem: Problem };

/** Asks an address of a room for JSON. */
export async function ask<Answer>(room: string, path: string, init: RequestInit = {}): Promise<Asked<Answer>> {
  try {
    const reply = await fetch(`/api/rooms/${encodeURIComponent(room)}/${path}`, init);
    if (reply.ok) return { answer: (await reply.json()) as Answer, problem: null };
    return { answer: null, problem: ((await reply.json()) as { code: RefusalCode }).code };
  } catch {
    return { answer: null, problem: "OFFLINE" };
  }
}

/** The cards that were revealed in a class, and where it stood. */
export const askCards = (room: string): Promise<Asked<ClassSession>> => ask(room, "cards");

/** The own session of whoever holds this token. */
export const askOwn = (room: string, token: string): Promise<Asked<OwnSession>> =>
  ask(room, "mine", { headers: { Authorization: `Seat ${token}` } });
