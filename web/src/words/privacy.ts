/** Words of being forgotten: a student's own button. */
import { bilingual } from "./bilingual";

export const privacyWords = bilingual(
  {
    forgetMe: "Vergeet mij hier",
    ask: "Je naam hier weg?",
    explained:
      "Je naam en wat je in eigen woorden schreef verdwijnen uit deze ronde, overal en voorgoed. Je punten blijven staan onder een nummer. Op dit toestel kun je daarna niet meer bij je eigen terugblik.",
    yes: "Ja, vergeet mij",
    notYet: "Toch niet",
    forgetting: "Een ogenblik",
    done: "Je naam is weg",
    doneExplained: "Binnen een minuut ook uit het bestand van de ronde.",
    failed: "Het lukte nog niet. Kijk of je wifi aanstaat en probeer het opnieuw.",
  },
  {
    forgetMe: "Forget me here",
    ask: "Take your name away here?",
    explained:
      "Your name, and what you wrote in words of your own, go from this round, everywhere and for good. Your points stay under a number. On this device you can then no longer see how you did.",
    yes: "Yes, forget me",
    notYet: "Not now",
    forgetting: "One moment",
    done: "Your name is gone",
    doneExplained: "Within a minute from the round's file as well.",
    failed: "It did not work yet. See whether your Wi-Fi is on and try again.",
  },
);
