/**
 * The part of the page that only the rarer ways of answering need. It is fetched when a room's deck asks for one of
 * them, so that it is there before the round opens; until it is, a sentence stands in its place.
 */
const TRY_AGAIN_MILLIS = 2_000;

export type WaysPart = typeof import("./ways/All.svelte");

class WaysBeside {
  part = $state.raw<WaysPart | null>(null);
  /** Whether a try has failed, so that asking again is worth a button. */
  hasFailed = $state(false);
  #isAsked = false;

  /** Fetches the part, once; where the network fails, again and again. */
  fetch(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    void this.#try();
  }

  /**
   * A try at once. Some browsers remember that a module failed and will not fetch it again in the same page; the page
   * itself then begins anew, if the server is there. What was chosen is kept on the device.
   */
  async again(): Promise<void> {
    if (await this.#load()) return;
    const reply = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (reply?.ok) location.reload();
  }

  async #try(): Promise<void> {
    if (await this.#load()) return;
    setTimeout(() => void this.#try(), TRY_AGAIN_MILLIS);
  }

  async #load(): Promise<boolean> {
    if (this.part !== null) return true;
    try {
      this.part = await import("./ways/All.svelte");
    } catch {
      this.hasFailed = true;
    }
    return this.part !== null;
  }
}

export const waysBeside = new WaysBeside();
