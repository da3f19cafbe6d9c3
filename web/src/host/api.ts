/** The host's few HTTP questions. Every answer is a value; a server that is away is one too, never an exception. */

import type { Address, DeckOutline, HttpError, OpenedRoom, OpenRoomMessage, RefusalCode, RoomLine, SignedIn, StoreLine } from "../wire/generated";

/** What came back, or why not. `UNREACHABLE` is ours: no server, or an answer that is not one of Trede's. */
export type Answered<Body> = { ok: true; body: Body } | { ok: false; code: RefusalCode | "UNREACHABLE" };

const PATIENCE_MILLIS = 10_000;

export async function ask<Body>(path: string, init: RequestInit = {}): Promise<Answered<Body>> {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    if (response.status === 204) return { ok: true, body: undefined as Body };
    const body: unknown = await response.json();
    return response.ok ? { ok: true, body: body as Body } : { ok: false, code: (body as HttpError).code };
  } catch {
    return { ok: false, code: "UNREACHABLE" };
  }
}

export function post<Body>(path: string, body: unknown): Promise<Answered<Body>> {
  return ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** Who this browser is in the house; about a room, whether it is its own. */
export const askSignedIn = (room: string | null = null) => ask<SignedIn>(room === null ? "/api/host" : `/api/host?room=${encodeURIComponent(room)}`);

/** Changes the server's token into the host's cookie. */
export const signIn = (token: string) => post<void>("/api/host", { token });

/** What an acknowledged answer survives. */
export const fetchStore = () => ask<StoreLine>("/api/store");

export const fetchDecks = () => ask<DeckOutline[]>("/api/decks");

/** Open rooms and ended ones, newest first. */
export const fetchRooms = () => ask<RoomLine[]>("/api/rooms");

/** Opens a room. The message carries its own command id, so that asking again is harmless. */
export const openRoom = (message: OpenRoomMessage) => post<OpenedRoom>("/api/rooms", message);

/** Everybody in an ended room is P1, P2, ... from now on. */
export const forgetNames = (room: string) => post<void>(`/api/rooms/${encodeURIComponent(room)}/forget-names`, {});

/** Throws a whole room away. */
export const deleteRoom = (room: string) => ask<void>(`/api/rooms/${encodeURIComponent(room)}`, { method: "DELETE" });

/** Where the phones go. */
export const fetchAddress = (room: string) => ask<Address>(`/api/rooms/${encodeURIComponent(room)}/address`);

/** The picture of the join address. */
export const qrPath = (room: string) => `/api/rooms/${encodeURIComponent(room)}/qr.svg`;
