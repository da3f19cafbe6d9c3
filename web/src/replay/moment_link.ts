/** Links to a moment of a replay: #t=668 is 11 minutes and 8 seconds from its start. Pure. */
import type { ServerMillis } from "../wire/generated";

/** The part of an address that leads to a moment. */
export function momentHash(time: ServerMillis, start: ServerMillis): string {
  return `#t=${Math.max(0, Math.floor((time - start) / 1000))}`;
}

/** The moment that a link leads to; null when it names none. */
export function momentOfHash(hash: string, start: ServerMillis): ServerMillis | null {
  const seconds = /^#t=(\d+(?:\.\d+)?)$/.exec(hash)?.[1];
  return seconds === undefined ? null : start + Number(seconds) * 1000;
}

/** A time from the start: 4:07, 11:08, 1:02:30. */
export function clockText(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}
