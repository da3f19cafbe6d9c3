/** A student's own session for the gallery and the tests: twelve cards of the village square, five misses. */
import { commitmentAxis, stageAxis, trustAxis } from "../gallery/sample_axes";
import { bakerReveal, bakerRound, contestedReveal, SAMPLE_NOW } from "../gallery/samples";
import { oneVote, plainResult } from "../wire/blank";
import type { ClassSession, Confidence, Miss, OwnCard, OwnSession, SessionCard, Text } from "../wire/generated";

const TITLES: readonly (readonly [string, string])[] = [
  ["De dorpsbakker", "The village baker"],
  ["De kaasboer", "The cheese stall"],
  ["Koffie per maand", "Coffee by the month"],
  ["De fietsenmaker", "The bicycle mender"],
  ["De leesclub", "The reading club"],
  ["De moestuin", "The kitchen garden"],
  ["De camper", "The camper van"],
  ["De kapper", "The hairdresser"],
  ["Het derde pakket", "The third parcel"],
  ["De veerman", "The ferryman"],
  ["De dorpswinkel", "The village shop"],
  ["De muziekschool", "The music school"],
];
const EARNED = [3000, 3000, 2500, 2250, 3000, 3000, 0, 3000, 0, 2500, 2250, 3000];
const MEANS = [2600, 4900, 6900, 8500, 10_800, 13_500, 15_200, 16_700, 17_800, 19_900, 21_500, 24_000];

const titleOf = (place: number): Text => {
  const [nl, en] = TITLES[place % TITLES.length] ?? ["Kaart", "Card"];
  return { nl, en };
};

function sessionCard(place: number): SessionCard {
  const reveal = place === 4 ? contestedReveal : bakerReveal;
  const round = { ...bakerRound, card: `card-${place}`, title: titleOf(place), axes: [stageAxis, commitmentAxis, trustAxis] };
  return { number: place + 1, round, axes: reveal.axes, few: [], debate: reveal.debate, mean: MEANS[place] ?? 24_000 + place * 1500 };
}

let together = 0;
function ownCard(place: number): OwnCard {
  const earned = EARNED[place % EARNED.length] ?? 0;
  together = place === 0 ? earned : together + earned;
  const isRight = earned >= 3000;
  const result = {
    card: `card-${place}`,
    axes: [
      { axis: "stage", ...oneVote, pick: isRight ? "supporter" : "client", verdict: isRight ? "right" : "wrong", points: isRight ? 1000 : 0 },
      { axis: "commitment-form", ...oneVote, pick: earned ? "moral" : "personal", verdict: earned ? "right" : "wrong", points: earned ? 1000 : 0 },
      { axis: "trust-level", ...oneVote, pick: isRight ? "benevolence" : "integrity", verdict: isRight ? "right" : "almost", points: isRight ? 1000 : 0 },
    ],
    points: earned,
    bonus: 0,
    most: 3000,
    ...plainResult,
  } as const;
  return { number: place + 1, card: `card-${place}`, result, has_answered: true, earned, most: 3000, total: together };
}

function miss(number: number, axis: string, confidence: Confidence | null, others: number | null): Miss {
  return { number, card: `card-${number - 1}`, axis, share: 0, confidence, others };
}

export function sessionOf(cards: number, changes: Partial<ClassSession> = {}): ClassSession {
  return {
    room: "sample-room",
    deck: "village-square",
    deck_title: { nl: "Het dorpsplein", en: "The village square" },
    opened_at: SAMPLE_NOW,
    is_live: false,
    players: 41,
    scoring: "solo",
    can_race: true,
    cards: Array.from({ length: cards }, (_, place) => sessionCard(place)),
    ...changes,
  };
}

export function ownOf(cards: number, changes: Partial<OwnSession> = {}): OwnSession {
  const own = Array.from({ length: cards }, (_, place) => ownCard(place));
  return {
    name: "Annemarijn",
    is_removed: false,
    came_in_at_card: 1,
    cards: own,
    total: own.at(-1)?.total ?? 0,
    most: 3000 * cards,
    rank: 5,
    ranked: 41,
    misses: [
      miss(9, "commitment-form", "certain", 21),
      miss(9, "stage", "certain", 2),
      miss(7, "stage", "fairly_sure", 12),
      miss(3, "trust-level", "guess", 8),
      miss(4, "stage", null, null),
    ],
    confusions: [
      {
        axis: "stage",
        axis_label: { nl: "Trede", en: "Step" },
        key: "supporter",
        key_label: { nl: "Supporter", en: "Supporter" },
        pick: "client",
        pick_label: { nl: "Cliënt", en: "Client" },
        count: 3,
        of: 5,
        question: { nl: "Komt iemand alleen terug, of praat die er ook over met anderen?", en: "Does somebody only come back, or talk about it to others too?" },
      },
    ],
    sureness: [
      { confidence: "guess", answers: 6, right: 3 },
      { confidence: "fairly_sure", answers: 20, right: 14 },
      { confidence: "certain", answers: 10, right: 8 },
    ],
    ...changes,
  };
}

export const sampleSession = sessionOf(12);
export const sampleOwn = ownOf(12);
