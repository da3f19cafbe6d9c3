/** How long this device's own screen has shown the open card: measured from its first painting, through reloads. */

export interface Times {
  /** Milliseconds that never jump; performance.now. */
  steady(): number;
  /** Date.now: the only time that outlives the page. */
  wall(): number;
}

export const browserTimes: Times = { steady: () => performance.now(), wall: () => Date.now() };

export class ShownTimer {
  readonly #times: Times;
  #before = 0;
  #startedAt: number | null = null;
  #frozen: number | null = null;

  constructor(times: Times = browserTimes) {
    this.#times = times;
  }

  /**
   * The card was painted just now. `since` is the wall time of the first painting if an earlier page saw it.
   * Returns the wall time to keep. A second call changes nothing.
   */
  painted(since: number | null): number {
    const wall = this.#times.wall();
    if (this.#startedAt === null) {
      this.#startedAt = this.#times.steady();
      this.#before = since === null ? 0 : Math.max(0, wall - since);
    }
    return since ?? wall;
  }

  /** Stops the count: the time is up, and what is sent from now on was chosen before. */
  freeze(): void {
    this.#frozen ??= this.millis();
  }

  /** The round goes on after all. */
  thaw(): void {
    this.#frozen = null;
  }

  /** Whole milliseconds shown so far; 0 before the first painting. */
  millis(): number {
    if (this.#frozen !== null) return this.#frozen;
    if (this.#startedAt === null) return 0;
    return Math.round(this.#before + this.#times.steady() - this.#startedAt);
  }
}
