/** What a device that leads by a key asks of the server, and what the console asks about such keys. */

import { ask, post } from "../host/api";
import type { KeyLine, KeyRole, Leading, MadeKey } from "../wire/generated";

const at = (room: string, what: string): string => `/api/rooms/${encodeURIComponent(room)}/${what}`;

/** Changes the secret of a link for a cookie that no script can read. */
export const enterRoom = (room: string, secret: string) => post<Leading>(at(room, "lead"), { secret });

/** In what quality this browser leads the room, by a cookie it has. */
export const askLeading = (room: string) => ask<Leading>(at(room, "lead"));

/** A new key; its link is told this once. */
export const makeKey = (room: string, role: KeyRole) => post<MadeKey>(at(room, "keys"), { role });

export const fetchKeys = (room: string) => ask<KeyLine[]>(at(room, "keys"));

/** Takes a key back: its devices are hung up at once. */
export const takeBack = (room: string, key: string) =>
  ask<void>(at(room, `keys/${encodeURIComponent(key)}`), { method: "DELETE" });
