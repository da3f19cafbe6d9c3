/**
 * Links to a moment of a replay. #v=1234&t=668.2 is the frame of version 1234, 11 minutes and 8.2 seconds from the start;
 * #t=668 alone is what the hall saw then. Pure. A link says where, and never with whose names.
 */
import type { ServerMillis, Version } from "../wire/generated";

/** Where a link leads to. */
export interface LinkedMoment {
  readonly time: ServerMillis;
  readonly version: Version | null;
}

/** The part of an address that leads to a moment. */
export function momentHash(moment: LinkedMoment, start: ServerMillis): string {
  const seconds = Math.max(0, Math.round(moment.time - start)) / 1000;
  return moment.version === null ? `#t=${seconds}` : `#v=${moment.version}&t=${seconds}`;
}

/** The moment that a link leads to; null when it names none. */
export function momentOfHash(hash: string, start: ServerMillis): LinkedMoment | null {
  const found = /^#(?:v=(\d{1,9})&)?t=(\d{1,9}(?:\.\d+)?)$/.exec(hash);
  if (found?.[2] === undefined) return null;
  return { time: start + Math.round(Number(found[2]) * 1000), version: found[1] === undefined ? null : Number(found[1]) };
}

/** A time from the start: 4:07, 11:08, 1:02:30. */
export function clockText(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}
