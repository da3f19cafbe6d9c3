/** Keeps the screen lit while there is something to read, where the browser allows it. A nicety: it may fail in silence. */

export class WakeLock {
  #lock: WakeLockSentinel | null = null;
  #isWanted = false;

  /** Asks for light, or lets it go. Call again when the page becomes visible: the browser drops it when hidden. */
  async want(isWanted: boolean): Promise<void> {
    this.#isWanted = isWanted;
    try {
      if (!isWanted) {
        await this.#lock?.release();
        this.#lock = null;
      } else if (!document.hidden && (this.#lock === null || this.#lock.released)) {
        this.#lock = (await navigator.wakeLock?.request("screen")) ?? null;
      }
    } catch {
      this.#lock = null; // low battery, or a browser that says no
    }
  }

  renew(): void {
    void this.want(this.#isWanted);
  }
}
