/** How long something lasts, in words: "3 min", "45 s", or until the lecturer goes on. */

import { hostHourWords } from "../words/host_hour";
import type { Language } from "../words/language.svelte";

export function lengthText(seconds: number | null, language: Language): string {
  const words = hostHourWords[language];
  if (seconds === null) return words.untilYou;
  if (seconds < 60 || seconds % 30 !== 0) return words.seconds(seconds);
  const minutes = String(seconds / 60);
  return words.minutes(language === "nl" ? minutes.replace(".", ",") : minutes);
}
