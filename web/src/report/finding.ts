/** The one sentence about the hour. */
import type { Report, Text } from "../wire/generated";
import type { ReportWords } from "../words/report";

/** The sentence, from what the server found. */
export function findingText(report: Report, words: ReportWords, textOf: (text: Text) => string): string {
  const { kind, known, blurred } = report.finding;
  const pick = blurred ? textOf(blurred.pick_label) : "";
  const key = blurred ? textOf(blurred.key_label) : "";
  const name = known ? textOf(known).replace(/\s*\(.*\)$/, "") : "";
  const sentences = {
    nothing_yet: () => words.nothingYet,
    know_and_blur: () => words.knowAndBlur(name, pick, key),
    know: () => words.know(name),
    blur: () => words.blur(pick, key),
    mixed: () => words.mixed,
  };
  return sentences[kind]();
}

/** What the street's steps are, and what talking did. */
export function streetLine(report: Report, words: ReportWords): string {
  const talked = report.cards.filter((card) => card.gain !== null);
  if (talked.length === 0) return `${words.stepIsCard} ${words.noTalk}`;
  const parts = [words.stepIsCard, words.goldIsTalk];
  if (talked.some((card) => card.gain !== null && card.gain.after < card.gain.before)) parts.push(words.brickIsTalk);
  return parts.join(" ");
}
