/**
 * The server's clock, as well as this device can know it. Every view says when it was made; the view that travelled
 * fastest tells the offset best, since a delay can only make the server look earlier than it is.
 */
import type { ServerMillis } from "./generated";

/** How many of the last views the estimate rests on, so that a drifting device clock is forgiven. */
const SAMPLES = 12;

export class ServerClock {
  readonly #deviceNow: () => number;
  #offsets: number[] = [];

  constructor(deviceNow: () => number = Date.now) {
    this.#deviceNow = deviceNow;
  }

  /** Takes note of a view's `server_now` at the moment it came in. */
  heard(serverNow: ServerMillis): void {
    this.#offsets.push(serverNow - this.#deviceNow());
    if (this.#offsets.length > SAMPLES) this.#offsets.shift();
  }

  /** Forgets what was heard: after a reconnect the device's own clock may have been set anew. */
  reset(): void {
    this.#offsets = [];
  }

  /** The server's time now; the device's own until the first view. */
  now(): ServerMillis {
    const offset = this.#offsets.length > 0 ? Math.max(...this.#offsets) : 0;
    return this.#deviceNow() + offset;
  }
}

/** Milliseconds to a moment on the server's clock, never below 0. */
export function millisUntil(moment: ServerMillis, now: ServerMillis): number {
  return Math.max(0, moment - now);
}

/** How long to wait until the shown whole second changes, and a little more so that it surely has. */
export function millisToNextSecond(left: number): number {
  const rest = left % 1000;
  return (rest === 0 ? 1000 : rest) + 10;
}
