/** A PIN as people type, paste and scan it. */

export const PIN_DIGITS = 6;

/** The digits in a text, full-width and other decimal digits included, at most six. */
export function pinDigits(typed: string): string {
  return typed.normalize("NFKC").replace(/\D/g, "").slice(0, PIN_DIGITS);
}

/** The PIN in an address like /join/482917; empty when there is none. */
export function pinOfPath(path: string): string {
  const found = /^\/join\/([^/]+)\/?$/.exec(path)?.[1] ?? "";
  try {
    return pinDigits(decodeURIComponent(found));
  } catch {
    return "";
  }
}

/** As it is shown while typing: "482 917". */
export function spacedPin(digits: string): string {
  return digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits;
}

/** Where the cursor stands in the spaced text when `digitsBefore` digits stand before it. */
export function cursorAfter(digitsBefore: number): number {
  return digitsBefore > 3 ? digitsBefore + 1 : digitsBefore;
}
