/** What every page does first: its look, its theme, its language; then the page itself. */
import "./look/base.css";
import { mount, type Component } from "svelte";
import { language } from "./words/language.svelte";

/** Puts a page's component into the document. ?theme=dark or light overrides the device's own choice. */
export function start(page: Component): void {
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  language.announce();
  const target = document.getElementById("page");
  if (!target) throw new Error("the page has no #page");
  mount(page, { target });
}
