/** An own session in words: a sentence per card, and points or shares as a room keeps them. */
import type { ClassSession, MilliPoints, OwnSession } from "../wire/generated";
import { percentText, pointsText } from "../words/format";
import type { Language } from "../words/language.svelte";
import { textOf } from "../words/language.svelte";
import { mineWords } from "../words/mine";

/** Points as they are read; in a room without, how much of it was right. */
export function earnedText(session: ClassSession, earned: MilliPoints, most: MilliPoints, language: Language): string {
  const words = mineWords[language];
  if (session.scoring !== "none") return words.points(pointsText(earned, language));
  return `${percentText(most > 0 ? earned / most : 0, language)} ${words.rightOf}`;
}

/** One tread of the stair, in one sentence. */
export function stepInWords(session: ClassSession, own: OwnSession, place: number, language: Language): string {
  const words = mineWords[language];
  const card = own.cards[place];
  if (!card) return "";
  const title = session.cards.find((one) => one.number === card.number)?.round.title;
  const most = own.cards.slice(0, place + 1).reduce((sum, one) => sum + (one.result ? one.most : 0), 0);
  const total = earnedText(session, card.total, most, language);
  const earned = !card.result
    ? words.notHere
    : card.has_answered
      ? earnedText(session, card.earned, card.most, language)
      : words.notAnswered;
  return words.step(card.number, title ? textOf(title) : "", earned, total);
}

/** The day of a class, with its year where that is another. */
export function dayText(moment: number, language: Language, now = Date.now()): string {
  const day = new Date(moment);
  const year = day.getFullYear() === new Date(now).getFullYear() ? {} : ({ year: "numeric" } as const);
  return day.toLocaleDateString(language === "nl" ? "nl-NL" : "en-GB", { day: "numeric", month: "long", ...year });
}
