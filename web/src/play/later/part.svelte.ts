/**
 * A part of the page that is fetched after the page itself. It is asked for ahead of need; where the network fails, again
 * and again. While somebody looks at the place where it will be, a sentence stands there.
 */
import type { Edition } from "./edition";

/** Rest before the next try. It doubles to the most, unless somebody waits. */
export const REST_MILLIS = 2_000;
export const REST_MOST_MILLIS = 32_000;
/** A line that died in the middle may leave a request hanging for minutes; so long a try may take. */
export const TOO_LONG_MILLIS = 20_000;
/** Some browsers remember that a module failed, and will not fetch it again in the same page. */
const TRIES_IN_ONE_PAGE = 2;

export class Part<Content> {
  content = $state.raw<Content | null>(null);
  /** Whether a try has failed, so that asking again is worth a button. */
  hasFailed = $state(false);
  readonly #load: () => Promise<Content>;
  readonly #edition: Edition;
  #underway: Promise<void> | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #fails = 0;
  /** How many places on the screen wait for it. */
  #waiting = 0;

  constructor(load: () => Promise<Content>, edition: Edition) {
    this.#load = load;
    this.#edition = edition;
  }

  /** Fetches the part, unless it is there or on its way. Resolves after the try; whatever comes of it, it goes on trying. */
  fetch(): Promise<void> {
    if (this.content !== null) return Promise.resolve();
    clearTimeout(this.#rest);
    this.#underway ??= this.#try().finally(() => (this.#underway = null));
    return this.#underway;
  }

  /** Its place is on the screen: it is fetched at once, and the page may begin anew for it. Returns how to stop waiting. */
  wait(): () => void {
    this.#waiting += 1;
    void this.fetch();
    return () => {
      this.#waiting -= 1;
    };
  }

  /** For who presses the button: a try at once, and where that fails the page begins anew, if the server is there. */
  async again(): Promise<void> {
    await this.fetch();
    if (this.content === null && (await this.#edition.served()) !== null) this.#edition.beginAnew();
  }

  async #try(): Promise<void> {
    let tooLong: ReturnType<typeof setTimeout> | undefined;
    try {
      const late = new Promise<never>((_, reject) => (tooLong = setTimeout(reject, TOO_LONG_MILLIS)));
      await Promise.race([late, this.#load().then((content) => (this.content = content))]);
    } catch {
      this.#fails += 1;
      this.hasFailed = true;
      const rest = this.#waiting > 0 ? REST_MILLIS : Math.min(REST_MILLIS * 2 ** (this.#fails - 1), REST_MOST_MILLIS);
      this.#rest = setTimeout(() => void this.fetch(), rest);
      if (this.#waiting > 0) void this.#lookForAnother(); // the next try waits for no word of it
    } finally {
      clearTimeout(tooLong);
    }
  }

  async #lookForAnother(): Promise<void> {
    const served = await this.#edition.served();
    if (served === "other" || (served === "same" && this.#fails >= TRIES_IN_ONE_PAGE)) this.#edition.beginAnewOnce();
  }
}
