/** Chooses the largest setting that fits: text on a projector is never cut off and never smaller than it must be. */
import type { Attachment } from "svelte/attachments";

/**
 * Tries `levels` settings, largest first, and keeps the first at which nothing overflows.
 *
 * The element carries the level in `data-fit` (0 is the largest); its style sheet says what each means. `_watched` is
 * whatever the content depends on, so that a change fits anew.
 */
export function fit(levels: number, ..._watched: readonly unknown[]): Attachment<HTMLElement> {
  return (node) => {
    const measure = (): void => {
      for (let level = 0; level < levels; level += 1) {
        node.dataset.fit = String(level);
        if (!overflows(node)) return;
      }
    };
    measure();
    let isLive = true;
    void document.fonts.ready.then(() => isLive && measure());
    const loaded = (): void => measure();
    document.fonts.addEventListener("loadingdone", loaded);
    return () => {
      isLive = false;
      document.fonts.removeEventListener("loadingdone", loaded);
    };
  };
}

/**
 * Whether the content is larger than its box; a pixel of rounding is forgiven. Measured where things lie, not where
 * motion has them at the moment, so the box itself must be positioned.
 */
function overflows(node: HTMLElement): boolean {
  const parts = [...node.children].filter((part) => part instanceof HTMLElement);
  const bottom = Math.max(0, ...parts.map((part) => part.offsetTop + part.offsetHeight));
  return bottom > node.clientHeight + 1 || parts.some((part) => part.scrollWidth > node.clientWidth + 1);
}
