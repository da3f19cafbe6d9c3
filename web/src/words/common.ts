/** Words that every page uses. */
import { bilingual } from "./bilingual";

export const commonWords = bilingual(
  {
    otherLanguage: "English",
    cardOf: (card: number, cards: number) => `Kaart ${card} van ${cards}`,
    right: "goed",
    almost: "bijna",
    wrong: "deze niet",
    notChosen: "niet gekozen",
    key: "sleutel",
    trap: "De valkuil.",
    contested: "Twee antwoorden zijn te verdedigen. Dat was de bedoeling.",
    loafFor: (name: string) => `Het brood is voor ${name}`,
    players: (count: number) => (count === 1 ? "1 student" : `${count} studenten`),
    optionOf: (label: string, place: number, places: number) => `${label}, trede ${place} van ${places}`,
    and: (names: readonly string[]) => new Intl.ListFormat("nl").format(names),
    secondsLeft: (seconds: number) => (seconds === 1 ? "Nog 1 seconde" : `Nog ${seconds} seconden`),
  },
  {
    otherLanguage: "Nederlands",
    cardOf: (card, cards) => `Card ${card} of ${cards}`,
    right: "right",
    almost: "almost",
    wrong: "not this one",
    notChosen: "not chosen",
    key: "key",
    trap: "The trap.",
    contested: "Two answers can be defended. That was the point.",
    loafFor: (name) => `The loaf is for ${name}`,
    players: (count) => (count === 1 ? "1 student" : `${count} students`),
    optionOf: (label, place, places) => `${label}, step ${place} of ${places}`,
    and: (names) => new Intl.ListFormat("en-GB").format(names),
    secondsLeft: (seconds) => (seconds === 1 ? "1 second left" : `${seconds} seconds left`),
  },
);
