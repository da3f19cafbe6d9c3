/** Words of what comes after a round on the phone: the reveal, the standing, the end. They come with the part that shows it. */
import { bilingual } from "./bilingual";

export const outcomeWords = bilingual(
  {
    // reveal and standing
    ofPoints: (most: string) => `van ${most} ${most === "1" ? "punt" : "punten"}`,
    withBonus: (bonus: string) => `waarvan ${bonus} tempobonus`,
    ofRanked: (ranked: number) => `van ${ranked}`,
    was: (rank: string) => `was ${rank}`,
    notInRound: "Bij deze kaart was je er nog niet",
    notMarked: "nog niet beoordeeld",
    debate: "Om over te praten",
    wayThrough: (card: number, cards: number) => `Je weg door de kaarten: ${card} van ${cards}`,
    standing: (rank: string) => `Je staat ${rank}`,
    points: (points: string) => `${points} punten`,
    climbed: (places: number) => (places === 1 ? "Een plek hoger dan net" : `${places} plekken hoger dan net`),
    slipped: (rank: string) => `Net stond je ${rank}`,
    stayed: "Nog op dezelfde plek",
    noRankYet: "Je plek komt na je eerste kaart",
    topOnScreen: "De bovenste acht staan op het scherm.",

    // the end
    yourPlace: (rank: string, ranked: number) => `Jij bent ${rank} van ${ranked}`,
    loafForYou: "Het brood is voor jou",
    nobodyFirst: "Het brood blijft nog even liggen",
    endedTitle: "De ronde is voorbij",
    endedLead: "Kijk rustig terug: elk verhaal, elke trede, elk waarom.",
    watchReplay: "Bekijk de ronde terug",
    joinAnother: "Naar een ander plein",
  },
  {
    ofPoints: (most) => `of ${most} ${most === "1" ? "point" : "points"}`,
    withBonus: (bonus) => `${bonus} of it speed bonus`,
    ofRanked: (ranked) => `of ${ranked}`,
    was: (rank) => `was ${rank}`,
    notInRound: "You were not here for this card yet",
    notMarked: "not marked yet",
    debate: "To talk over",
    wayThrough: (card, cards) => `Your way through the cards: ${card} of ${cards}`,
    standing: (rank) => `You are ${rank}`,
    points: (points) => `${points} points`,
    climbed: (places) => (places === 1 ? "One place higher than before" : `${places} places higher than before`),
    slipped: (rank) => `You were ${rank}`,
    stayed: "Still in the same place",
    noRankYet: "Your place comes after your first card",
    topOnScreen: "The top eight are on the screen.",

    yourPlace: (rank, ranked) => `You are ${rank} of ${ranked}`,
    loafForYou: "The loaf is for you",
    nobodyFirst: "The loaf stays on the shelf for now",
    endedTitle: "The round is over",
    endedLead: "Look back at your ease: every story, every step, every why.",
    watchReplay: "Watch the replay",
    joinAnother: "To another square",
  },
);
