/** Moments as an account shows them: the day, and where it matters the time. */
import type { Language } from "../words/language.svelte";

const LOCALES: Readonly<Record<Language, string>> = { nl: "nl-NL", en: "en-GB" };

export function dayText(millis: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { day: "numeric", month: "long", year: "numeric" }).format(millis);
}

export function momentText(millis: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }).format(millis);
}
