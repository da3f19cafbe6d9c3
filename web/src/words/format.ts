/** Numbers and times as people read them: 2,25 in Dutch, 2.25 in English; 0:42; 5e and 5th. */
import type { MilliPoints } from "../wire/generated";
import type { Language } from "./language.svelte";

/** Points with at most two decimals: 2250 is "2,25" or "2.25", and -1000 is "−1" with a real minus. */
export function pointsText(points: MilliPoints, language: Language): string {
  const rounded = Math.round(points / 10) / 100;
  const text = String(rounded).replace("-", "−");
  return language === "nl" ? text.replace(".", ",") : text;
}

const QUARTERS: Readonly<Record<number, string>> = { 250: "¼", 500: "½", 750: "¾" };

/** The mark on one axis: quarters as signs, the rest as points. */
export function markText(points: MilliPoints, language: Language): string {
  const sign = QUARTERS[points % 1000];
  if (sign === undefined) return pointsText(points, language);
  return points < 1000 ? sign : `${Math.floor(points / 1000)}${sign}`;
}

/** A rank: "5e" in Dutch; "1st", "2nd", "3rd", "11th" in English. */
export function rankText(rank: number, language: Language): string {
  if (language === "nl") return `${rank}e`;
  const teens = rank % 100 >= 11 && rank % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][rank % 10] ?? "th");
  return `${rank}${ending}`;
}

/** Whole seconds left, rounded up, as minutes and seconds: 41_200 ms is "0:42". Never below 0:00. */
export function timeText(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A share of 0..1 as whole per cent. */
export function percentText(share: number, language: Language): string {
  return `${Math.round(share * 100)}${language === "nl" ? " %" : "%"}`;
}

/** A PIN in two groups of three, as the screen shows it. */
export function pinText(pin: string): string {
  return pin.length === 6 ? `${pin.slice(0, 3)} ${pin.slice(3)}` : pin;
}

/** The end of a sentence: a full stop, unless its last word ends with one ("Peelen e.a."). */
export function stopped(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
