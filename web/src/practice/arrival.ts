/** A screen that takes the place of another: it is read from its top, and the focus is on its heading. */
import type { Attachment } from "svelte/attachments";
import { focusOnArrival } from "../look/focus";

export const arrival: Attachment<HTMLElement> = (heading) => {
  window.scrollTo({ top: 0, behavior: "instant" });
  return focusOnArrival(heading);
};
