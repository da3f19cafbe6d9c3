import { describe, expect, it } from "vitest";
import { REFUSAL_CODES } from "../wire/generated";
import { accountWords } from "./account";
import { answeringWords } from "./answering";
import { commonWords } from "./common";
import { courseWords } from "./course";
import { exportWords } from "./exports";
import { ghostWords } from "./ghost";
import { hostWords } from "./host";
import { hostHourWords } from "./host_hour";
import { hostPeopleWords } from "./host_people";
import { hostRunWords } from "./host_run";
import { hostSettingsWords } from "./host_settings";
import { mineWords } from "./mine";
import { modelWords } from "./models";
import { outcomeWords } from "./outcome";
import { playWords } from "./play";
import { refusalWords } from "./refusals";
import { remoteWords } from "./remote";
import { screenWords } from "./screen";
import { hourWords } from "./screen_hour";
import { waysWords } from "./ways";

const LANGUAGES = ["nl", "en"] as const;

describe("refusals", () => {
  it.each(REFUSAL_CODES)("%s says in both languages what to do", (code) => {
    for (const language of LANGUAGES) {
      const text = refusalWords[language][code];
      expect(text).toMatch(/\.$/);
      expect(text.split(/[.;:] /).length).toBeGreaterThan(1); // what happened, and what to do
    }
    expect(refusalWords.nl[code]).not.toBe(refusalWords.en[code]);
  });
});

describe("the words of the pages", () => {
  it.each(Object.entries({ accountWords, commonWords, courseWords, playWords, answeringWords, outcomeWords, hostWords, hostHourWords, hostPeopleWords, hostRunWords, hostSettingsWords, screenWords, modelWords, remoteWords, waysWords, hourWords, mineWords, ghostWords, exportWords }))("%s: both languages, none empty", (_, words) => {
    expect(Object.keys(words.nl).sort()).toEqual(Object.keys(words.en).sort());
    for (const language of LANGUAGES) {
      for (const word of Object.values(words[language])) {
        if (typeof word !== "string") continue;
        expect(word.trim()).not.toBe("");
        expect(word).not.toContain("!");
      }
    }
  });
});
