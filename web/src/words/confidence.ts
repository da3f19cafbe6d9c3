/** How sure one is, as it is chosen and as it is told. It comes with the parts that say it. */
import type { Confidence } from "../wire/generated";
import { bilingual } from "./bilingual";

export const confidenceWords = bilingual(
  {
    guess: "Gok",
    fairly_sure: "Vrij zeker",
    certain: "Zeker",
    saidGuess: "Je zei: een gok",
    saidFairlySure: "Je zei: vrij zeker",
    saidCertain: "Je zei: zeker",
  },
  {
    guess: "Guess",
    fairly_sure: "Fairly sure",
    certain: "Certain",
    saidGuess: "You said: a guess",
    saidFairlySure: "You said: fairly sure",
    saidCertain: "You said: certain",
  },
);

/** Which sentence says how sure somebody was. */
export const SAID_OF = {
  guess: "saidGuess",
  fairly_sure: "saidFairlySure",
  certain: "saidCertain",
} as const satisfies Record<Confidence, string>;
