/** Words of throwing away, for the lecturer: names, or a whole session. */
import { bilingual } from "./bilingual";

export const hostPrivacyWords = bilingual(
  {
    clear: "Wissen",
    clearOf: (title: string, day: string) => `${title} van ${day}: wissen`,
    ask: "Wat mag weg?",
    kept: "Zonder dat je iets doet verdwijnen namen dertig dagen na de ronde, en alles na een half jaar, of zo veel eerder als de beheerder heeft ingesteld.",
    names: "Vergeet de namen",
    namesExplained: "Iedereen heet voortaan P1, P2 enzovoort, ook in de terugblik. Antwoorden en punten blijven, zinnen in eigen woorden niet.",
    noNames: "De namen van deze sessie zijn al weg.",
    all: "Verwijder de sessie",
    allExplained: "Antwoorden, punten, terugblik: alles van deze sessie verdwijnt, en komt niet terug.",
    notYet: "Laat alles staan",
    underWay: "Een ogenblik",
    failed: "Het lukte niet. Kijk of de server nog draait en probeer het opnieuw.",
  },
  {
    clear: "Clear",
    clearOf: (title, day) => `${title}, ${day}: clear`,
    ask: "What may go?",
    kept: "Without your doing anything, names go thirty days after the round and all of it after half a year, or sooner if whoever runs the server chose so.",
    names: "Forget the names",
    namesExplained: "From now on everybody is P1, P2 and so on, in the replay too. Answers and points stay, sentences in people's own words do not.",
    noNames: "The names of this session are gone already.",
    all: "Delete the session",
    allExplained: "Answers, points, replay: all of this session goes, and does not come back.",
    notYet: "Leave it all",
    underWay: "One moment",
    failed: "It did not work. See whether the server is running and try again.",
  },
);
