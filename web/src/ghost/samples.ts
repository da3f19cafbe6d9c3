/** A race for the gallery and the tests: forty ghosts on twelve cards. */
import { bakerReveal, bakerRound, SAMPLE_NOW } from "../gallery/samples";
import { oneVote, plainResult } from "../wire/blank";
import type { GhostCard, GhostRace, RacedCard, TreadCount } from "../wire/generated";

const arrivals = (ghosts: number): number[] =>
  Array.from({ length: ghosts }, (_, at) => 2_000 + Math.round((at / ghosts) ** 0.8 * 50_000)).sort((a, b) => a - b);

function ghostCard(number: number, ghosts: number): GhostCard {
  const round = { ...bakerRound, card: `card-${number}`, opens_at: 0, closes_at: 60_000 };
  return { number, round, reading_millis: 10_000, arrivals: arrivals(ghosts), votes: number === 3 ? 2 : 1, most: 3000 };
}

export function sampleRace(cards = 12, ghosts = 40, changes: Partial<GhostRace> = {}): GhostRace {
  return {
    room: "sample-room",
    deck_title: { nl: "Het dorpsplein", en: "The village square" },
    opened_at: SAMPLE_NOW,
    ghosts,
    why_not: null,
    cards: Array.from({ length: cards }, (_, place) => ghostCard(place + 1, ghosts)),
    ...changes,
  };
}

/** As many ghosts as there are, most of them in the middle. */
function treadsOf(ghosts: number, most: number): TreadCount[] {
  const parts = [0.02, 0.05, 0.15, 0.2, 0.22, 0.16, 0.1, 0.06, 0.04];
  return parts.map((part, place) => ({ points: Math.round(most * (1 - place / 9)), count: Math.round(part * ghosts) }));
}

/** Where somebody stands after a card. */
export function placedAt(number: number, rank: number, ghosts = 40): RacedCard {
  const most = 3000 * number;
  return {
    number,
    result: {
      card: `card-${number}`,
      axes: [
        { axis: "stage", ...oneVote, pick: "supporter", verdict: "right", points: 1000 },
        { axis: "commitment-form", ...oneVote, pick: "moral", verdict: "right", points: 1000 },
        { axis: "trust-level", ...oneVote, pick: "integrity", verdict: "almost", points: 250 },
      ],
      points: 2250,
      bonus: 0,
      most: 3000,
      ...plainResult,
    },
    axes: bakerReveal.axes.map((axis) => ({ ...axis, counts: axis.counts.map((one) => ({ ...one, count: 0 })), trap_counts: axis.traps.map(() => 0), flow: null })),
    debate: null,
    total: 2562 * number,
    most,
    rank,
    ranked: ghosts + 1,
    beside: 4,
    treads: treadsOf(ghosts, most),
    marks: Array.from({ length: number }, (_, place) => ({
      number: place + 1,
      card: `card-${place + 1}`,
      points: place % 3 === 1 ? 2000 : 3000,
      missed: place % 3 === 1 ? ["trust-level"] : [],
    })),
  };
}
