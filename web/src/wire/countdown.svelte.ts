/** A countdown for the page: drawn from the deadline each time it is looked at, so it is right after any sleep. */
import { millisToNextSecond, millisUntil } from "./clock";
import type { ServerClock } from "./clock";
import type { ServerMillis } from "./generated";

/** The most the drawing waits between two looks; the treads need it when seconds are long. */
const LOOK_AGAIN_MILLIS = 1000;

export class Countdown {
  /** Milliseconds left; null without a deadline. */
  left = $state<number | null>(null);

  /** Call inside a component: it follows `deadline` as long as the component lives. */
  constructor(clock: ServerClock, deadline: () => ServerMillis | null) {
    $effect(() => {
      const moment = deadline();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (): void => {
        clearTimeout(timer);
        this.left = moment === null ? null : millisUntil(moment, clock.now());
        if (this.left) timer = setTimeout(look, Math.min(LOOK_AGAIN_MILLIS, millisToNextSecond(this.left)));
      };
      look();
      document.addEventListener("visibilitychange", look);
      return () => {
        clearTimeout(timer);
        document.removeEventListener("visibilitychange", look);
      };
    });
  }
}
