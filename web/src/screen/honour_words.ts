/** An honour in words: what for, whose, and the figure behind it. Pure. */
import type { HonourView } from "../wire/generated";
import { commonWords } from "../words/common";
import { percentText, pointsText } from "../words/format";
import type { Language } from "../words/language.svelte";
import { hourWords } from "../words/screen_hour";

export interface ToldHonour {
  readonly title: string;
  readonly names: string;
  readonly figure: string;
}

/** How an honour is told. */
export function honourTold(honour: HonourView, language: Language): ToldHonour {
  const words = hourWords[language];
  const names = commonWords[language].and([...honour.names]);
  if (honour.kind === "most_improved") {
    const tenths = pointsText(Math.round(honour.figure * 100) * 100, language);
    return { title: words.mostImproved, names, figure: words.improvedBy(tenths) };
  }
  return { title: words.bestCalibrated, names, figure: words.calibratedBy(percentText(honour.figure, language)) };
}
