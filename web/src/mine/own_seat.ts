/**
 * Whose session it is: the seat that this device kept when it played, or that a personal link brings. The token stands
 * behind the # of that link, which no browser sends anywhere, and leaves the address as soon as the page has read it.
 */
import type { Keeper, KeptSeat } from "../play/kept";

const seatKey = (room: string): string => `trede.seat.${room}`;
const TOKEN = /^#([0-9a-f]{32})$/;

/** The token of a personal link; null for an address without one. */
export const tokenOfHash = (hash: string): string | null => TOKEN.exec(hash)?.[1] ?? null;

/** Whether the end of an address wants to be a personal link, whole or not. */
export const isPersonal = (hash: string): boolean => hash.length > 1;

/** The link that opens a session on another device. */
export const personalLink = (origin: string, room: string, token: string): string =>
  `${origin}/mine/${encodeURIComponent(room)}#${token}`;

/** The token of the seat that this device has in a room; null without one. */
export function keptToken(keeper: Keeper, room: string): string | null {
  try {
    const seat = JSON.parse(keeper.getItem(seatKey(room)) ?? "null") as Partial<KeptSeat> | null;
    return typeof seat?.token === "string" ? seat.token : null;
  } catch {
    return null; // refused, or written by another edition
  }
}

/** Keeps a seat that a link brought, as if this device had played; not as the seat that a page without a code opens. */
export function keepSeat(keeper: Keeper, room: string, token: string, name: string): void {
  const seat: KeptSeat = { room, pin: "", token, name, usedAt: 0 };
  try {
    keeper.setItem(seatKey(room), JSON.stringify(seat));
  } catch {
    // full or refused: the session is seen now, and asked for again the next time
  }
}
