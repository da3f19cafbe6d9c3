/** Where the focus goes when a screen comes up or a control goes away, so that nobody at a keyboard begins anew. */
import type { Attachment } from "svelte/attachments";

/** Moves focus to a heading when its screen comes up, so that a reader by ear knows where they are. */
export const focusOnArrival: Attachment<HTMLElement> = (heading) => {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};

/**
 * Holds the focus on a page: where the control that had it goes away, it moves to the first control of what that stood
 * in and is still there, or to the heading where all of the screen went.
 */
export const keepsFocus: Attachment<HTMLElement> = (page) => {
  let places: Element[] = [];

  function note(event: FocusEvent): void {
    places = [];
    for (let at = event.target as Element | null; at && at !== page.parentElement; at = at.parentElement) places.push(at);
  }

  const watch = new MutationObserver(() => {
    if (document.activeElement !== document.body || (places[0]?.isConnected ?? true)) return;
    const place = places.find((one) => one.isConnected);
    const heading = place?.querySelector("h1");
    if (heading) focusOnArrival(heading);
    else place?.querySelector<HTMLElement>("button, input, select")?.focus({ preventScroll: true });
  });

  page.addEventListener("focusin", note);
  watch.observe(page, { childList: true, subtree: true });
  return () => {
    page.removeEventListener("focusin", note);
    watch.disconnect();
  };
};
