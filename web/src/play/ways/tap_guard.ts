/**
 * What a fast thumb hits by accident: a button that changed its meaning just before the second tap arrived. Such a tap
 * is swallowed. Keys are not: a key repeats where the focus is, and the focus moves with what it moved.
 */

/** So long a button with a new meaning is dead to taps, in milliseconds. */
export const NEW_MEANING_MILLIS = 250;
/** An option that placed itself was perhaps being tapped already. */
export const BY_ITSELF_MILLIS = 800;

export class TapGuard {
  readonly #deadUntil = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** These buttons mean something else from now on. */
  changed(buttons: readonly string[], millis = NEW_MEANING_MILLIS): void {
    for (const button of buttons) this.#deadUntil.set(button, this.#now() + millis);
  }

  /** Something else was tapped on purpose: what comes now is meant too. */
  forget(): void {
    this.#deadUntil.clear();
  }

  /** Whether a tap on this button came too soon to have been meant. */
  swallows(button: string): boolean {
    return this.#now() < (this.#deadUntil.get(button) ?? 0);
  }
}
