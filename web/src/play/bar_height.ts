/**
 * A button bar that stays in sight lies over the page. How tall it is differs by what it holds; the page knows (--bar), so
 * that what Tab goes to comes to stand clear of it.
 */
import type { Attachment } from "svelte/attachments";

export const tellsHeight: Attachment<HTMLElement> = (bar) => {
  const page = document.documentElement;
  const watch = new ResizeObserver(() => page.style.setProperty("--bar", `${bar.offsetHeight}px`));
  watch.observe(bar);
  return () => {
    watch.disconnect();
    page.style.removeProperty("--bar");
  };
};
