/** Light or dark, by one key, kept on this device. */

const STORED_AS = "trede.theme";

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "dark" || chosen === "light") return chosen === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

/** Takes up the choice of an earlier time, unless the address says otherwise. */
export function recallTheme(): void {
  if (new URLSearchParams(location.search).has("theme")) return;
  try {
    const stored = localStorage.getItem(STORED_AS);
    if (stored === "dark" || stored === "light") document.documentElement.dataset.theme = stored;
  } catch {
    // storage is refused in some private windows; the device's own choice stands
  }
}

/** Changes to the other of the two. */
export function switchTheme(): void {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(STORED_AS, theme);
  } catch {
    // the choice then lasts as long as the page
  }
}
