/** A clock that can be stopped: how long a card has been shown, without the time in which the race stood still. */
export class StopClock {
  readonly #steady: () => number;
  #before: number;
  #since: number | null = null;

  constructor(before = 0, steady: () => number = () => performance.now()) {
    this.#before = before;
    this.#steady = steady;
  }

  get isRunning(): boolean {
    return this.#since !== null;
  }

  run(): void {
    this.#since ??= this.#steady();
  }

  stop(): void {
    this.#before = this.millis();
    this.#since = null;
  }

  /** From then on it counts from here, as when the reading is over early. */
  set(millis: number): void {
    this.#before = millis;
    if (this.#since !== null) this.#since = this.#steady();
  }

  millis(): number {
    return this.#before + (this.#since === null ? 0 : this.#steady() - this.#since);
  }
}
