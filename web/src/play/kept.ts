/**
 * What this device keeps through a reload, a locked phone and a closed tab: seats, and picks that were not sent yet.
 * Where storage is refused, it lasts as long as the page.
 */
import type { Said } from "../wire/said";
import type { AxisId, CardId, Confidence, CourseId, OptionId, Pin, RoomId } from "../wire/generated";
import { randomHex } from "../wire/port";

/** What is needed of localStorage. */
export type Keeper = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A seat of this device. The token is the secret that makes it this device's. */
export interface KeptSeat {
  readonly room: RoomId;
  readonly pin: Pin;
  readonly token: string;
  readonly name: string;
  /** Date.now() when it was last used. */
  readonly usedAt: number;
}

/** A page without a code goes back to the last seat only as long as a day's class may last. */
export const LAST_SEAT_MILLIS = 12 * 3_600_000;

/** What was chosen for one vote on a card, and when this device first showed it open. */
export interface KeptSheet {
  readonly card: CardId;
  /** What is missing on a sheet that an earlier edition of this page kept: of the first vote, no confidence. */
  readonly vote?: number;
  readonly confidence?: Confidence | null;
  /** What was said in the first vote, in a second. */
  readonly first?: Readonly<Record<AxisId, Said>> | null;
  readonly firstConfidence?: Confidence | null;
  /** Whether the student chose anything; in a second vote the picks begin with those of the first. */
  readonly isTouched?: boolean;
  readonly picks: Readonly<Record<AxisId, Said>>;
  /** Orders that were begun. Missing on a sheet that an earlier edition of this page kept. */
  readonly drafts?: Readonly<Record<AxisId, readonly OptionId[]>>;
  /** Whether the student pressed send for these picks, so that they go out by themselves. */
  readonly isWanted: boolean;
  /** Time left when the last pick was made, in milliseconds; null without a deadline. */
  readonly chosenAtLeft: number | null;
  /** Date.now() at the first painting of the open card; null when it was not yet shown. */
  readonly shownSince: number | null;
}

const LAST_SEAT = "trede.seat";
const LAST_NAME = "trede.name";
const seatKey = (room: RoomId): string => `trede.seat.${room}`;
const courseKey = (course: CourseId): string => `trede.course.${course}`;
const sheetKey = (room: RoomId): string => `trede.sheet.${room}`;

/** A keeper for when the browser refuses storage. */
export function forgetfulKeeper(): Keeper {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** Whether the browser lets this page keep anything through a reload. */
export function canKeep(): boolean {
  try {
    localStorage.setItem("trede.works", "1");
    localStorage.removeItem("trede.works");
    return true;
  } catch {
    return false;
  }
}

/** The browser's storage where it works, else one that lasts as long as the page. */
export function browserKeeper(): Keeper {
  return canKeep() ? localStorage : forgetfulKeeper();
}

function read<Kept>(keeper: Keeper, key: string): Kept | null {
  try {
    return JSON.parse(keeper.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null; // written by another edition of this page
  }
}

function write(keeper: Keeper, key: string, value: unknown): void {
  try {
    keeper.setItem(key, JSON.stringify(value));
  } catch {
    // a full storage costs the memory of a reload, never the round
  }
}

/** The device's seats and sheets. */
export class Kept {
  readonly #keeper: Keeper;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** The seat that this device used last, if that is not too long ago; else null. */
  lastSeat(now: number): KeptSeat | null {
    const room = read<string>(this.#keeper, LAST_SEAT);
    const seat = room === null ? null : this.seatIn(room);
    return seat && now - seat.usedAt < LAST_SEAT_MILLIS ? seat : null;
  }

  seatIn(room: RoomId): KeptSeat | null {
    return read<KeptSeat>(this.#keeper, seatKey(room));
  }

  keepSeat(seat: KeptSeat): void {
    write(this.#keeper, seatKey(seat.room), seat);
    write(this.#keeper, LAST_SEAT, seat.room);
    write(this.#keeper, LAST_NAME, seat.name);
  }

  /** The page at "/" asks for a code again; the seat itself stays, for whoever comes back with its code. */
  leave(): void {
    this.#keeper.removeItem(LAST_SEAT);
  }

  /** The name used last, to be offered the next time. */
  lastName(): string {
    return read<string>(this.#keeper, LAST_NAME) ?? "";
  }

  /** This device's own token in a course, made once: by it the season knows the device again, under any name. */
  courseToken(course: CourseId): string {
    const kept = read<unknown>(this.#keeper, courseKey(course));
    if (typeof kept === "string" && /^[0-9a-f]{32}$/.test(kept)) return kept;
    const token = randomHex(16);
    write(this.#keeper, courseKey(course), token);
    return token;
  }

  sheet(room: RoomId, card: CardId, vote = 1): KeptSheet | null {
    const sheet = read<KeptSheet>(this.#keeper, sheetKey(room));
    return sheet?.card === card && (sheet.vote ?? 1) === vote ? sheet : null;
  }

  keepSheet(room: RoomId, sheet: KeptSheet): void {
    write(this.#keeper, sheetKey(room), sheet);
  }
}
