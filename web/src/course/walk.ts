/** Where the focus goes when arrows walk the weeks. */

/** The place to go to from `at` (-1: nowhere yet) among `count`; null where the key is not for walking. */
export function nextFocus(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowRight":
      return at < 0 ? 0 : Math.min(count - 1, at + 1);
    case "ArrowLeft":
      return at < 0 ? count - 1 : Math.max(0, at - 1);
    case "Home":
      return at < 0 ? null : 0;
    case "End":
      return at < 0 ? null : count - 1;
    default:
      return null;
  }
}
