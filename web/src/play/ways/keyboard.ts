/**
 * While a field is written in on a phone, the keys cover the lower half. The page then knows how much is covered
 * (--keyboard, in pixels), so that its button bar can stand on the keys, and that there is little room (data-keyboard).
 */
import type { Attachment } from "svelte/attachments";

/** Less than this is a bar of the browser, not a keyboard, in pixels. */
const LEAST_KEYBOARD = 150;

export const aboveKeyboard: Attachment<HTMLElement> = (field) => {
  const seen = window.visualViewport;
  if (!seen) return;
  const page = document.documentElement;
  let tallest = seen.height;

  function measure(): void {
    if (!seen) return;
    tallest = Math.max(tallest, seen.height);
    const isOpen = document.activeElement === field && seen.scale === 1 && tallest - seen.height > LEAST_KEYBOARD;
    const covered = isOpen ? Math.max(0, window.innerHeight - seen.height - seen.offsetTop) : 0;
    page.style.setProperty("--keyboard", `${covered}px`);
    page.toggleAttribute("data-keyboard", isOpen);
  }

  seen.addEventListener("resize", measure);
  seen.addEventListener("scroll", measure);
  field.addEventListener("blur", measure);
  return () => {
    seen.removeEventListener("resize", measure);
    seen.removeEventListener("scroll", measure);
    field.removeEventListener("blur", measure);
    page.style.removeProperty("--keyboard");
    page.removeAttribute("data-keyboard");
  };
};
