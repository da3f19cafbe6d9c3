/** Moves focus to a heading when its screen comes up, so that a reader by ear knows where they are. */
import type { Attachment } from "svelte/attachments";

export const focusOnArrival: Attachment<HTMLElement> = (heading) => {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};
