/** Words of the question how sure, which comes with a part of its own where a room asks it. */
import { bilingual } from "./bilingual";

export const weighingWords = bilingual(
  {
    sureStakes: "Hoger levert meer op, en kost meer als het mis is.",
    sureLead: "Zeg wat je echt denkt: over een uur loont dat het best.",
    sureLeadNoPoints: "Zeg wat je echt denkt. Zo zie je straks wat je al wist.",
    sureElseGuess: "Is de tijd om, dan tellen je keuzes als gok.",
    ifRight: "goed",
    ifWrong: "mis",
    spokenStep: (name: string, wins: string, loses: string) => `${name}: per vraag goed ${wins}, mis ${loses}`,
    chooseHowSure: "Kies hoe zeker",
    sendAnswer: "Verstuur mijn antwoord",
    changePick: (axis: string, pick: string) => `${axis}: ${pick}, veranderen`,
  },
  {
    sureStakes: "Stand higher and you win more, and fall further.",
    sureLead: "Say what you really think: over an hour that pays best.",
    sureLeadNoPoints: "Say what you really think. Later you see what you knew already.",
    sureElseGuess: "When time is up, your picks count as a guess.",
    ifRight: "right",
    ifWrong: "wrong",
    spokenStep: (name, wins, loses) => `${name}: for each question right ${wins}, wrong ${loses}`,
    chooseHowSure: "Choose how sure",
    sendAnswer: "Send my answer",
    changePick: (axis, pick) => `${axis}: ${pick}, change`,
  },
);
