/** What may be written in an open answer: one line of at most so many characters, counted as people count them. */

/** The most characters; the server refuses more. */
export const LONGEST = 140;

/** What fits of a text that is being typed: breaks become spaces, what is too much is left out. */
export function fitting(text: string): string {
  return [...text.replace(/[\r\n\t]+/g, " ")].slice(0, LONGEST).join("");
}

/** The text as it is sent: without spaces at its ends or twice in a row. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
