/** A moment as people read it on a wall clock. */

import type { ServerMillis } from "../wire/generated";
import type { Language } from "../words/language.svelte";

/** Hours and minutes in this device's own time: 14:05. With the day where that is another one: za 14:05. */
export function clockText(moment: ServerMillis, language: Language, now = Date.now()): string {
  const isToday = new Date(moment).toDateString() === new Date(now).toDateString();
  const options: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", ...(isToday ? {} : { weekday: "short" }) };
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", options).format(moment);
}
