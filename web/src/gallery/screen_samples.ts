/** Sample views of the projector: the village baker with a small, an ordinary and a large class, and a contested card. */
import type { AxisReveal, OptionCount, RevealView, RoundView, ScreenView, StandingRow } from "../wire/generated";
import { atReveal, noDetail } from "../wire/blank";
import { bakerReveal, bakerRound, screenView } from "./samples";

const NAMES = [
  "Aïcha", "Bram", "Chiara", "Daan V.", "Emre", "Fenna", "Gijs", "Hana", "Kwame", "Lotte", "Mees", "Noor", "Olivier",
  "Priya", "Quinten", "Rosa", "Ümit", "Vera", "Wouter", "Xin", "Yara", "Zeynep", "Bartholomeus van Rij", "Annemarijn",
];

/** A lobby with this many people. */
export function lobbyView(players: number, changes: Partial<ScreenView> = {}): ScreenView {
  const newest = players === 0 ? [] : NAMES.slice(-Math.min(players, NAMES.length));
  return screenView({ phase: "lobby", players, newest_names: newest, round: null, card_number: 0, ...changes });
}

/** The same reveal with other counts per axis. */
export function withCounts(reveal: RevealView, counts: readonly (readonly number[])[]): RevealView {
  return {
    ...reveal,
    axes: reveal.axes.map((axis, place): AxisReveal => ({
      ...axis,
      counts: axis.counts.map((counted, option): OptionCount => ({ ...counted, count: counts[place]?.[option] ?? 0 })),
    })),
  };
}

export const fewReveal = withCounts(bakerReveal, [[0, 0, 1, 3, 1, 0], [1, 4, 0], [0, 2, 3]]);
export const manyReveal = withCounts(bakerReveal, [[12, 61, 204, 388, 190, 45], [310, 492, 98], [61, 470, 369]]);

/** A reveal of the baker on one axis. */
export function revealView(axis: string, reveal: RevealView = bakerReveal, players = 41): ScreenView {
  return screenView({ phase: "reveal", players, reveal: { ...reveal, shown_axis: axis } });
}

const text = (nl: string, en: string) => ({ nl, en });

export const queueRound: RoundView = {
  ...bakerRound,
  card: "queue-and-gossip",
  title: text("De rij en de roddel", "The queue and the gossip"),
  person: "Sem",
  story: text(
    "Iedereen in het dorp koopt bij bakker Ten Have. Sem haalt liever goedkoop brood in de stad, maar dan praat de hele kerk erover. Dus staat hij zaterdag weer in de rij.",
    "Everyone in the village buys from baker Ten Have. Sem would rather get cheap bread in town, but then the whole church would talk. So on Saturday he is back in the queue.",
  ),
};

const queueCommitment: AxisReveal = {
  axis: "commitment-form",
  detail: noDetail,
  flow: null,
  is_contested: true,
  accepted: [
    { option: "moral", share: 1 },
    { option: "structural", share: 1 },
  ],
  cue: text("dan praat de hele kerk erover", "the whole church would talk"),
  why: text(
    "College: dorpsverplichting leeft in het hoofd, dus moreel. Maar de druk komt van anderen, en dat pleit voor structureel.",
    "Lecture: village duty lives in the head, so moral. Yet the pressure comes from others, which argues for structural.",
  ),
  traps: [
    {
      pick: "personal",
      text: text("'Liever' wijst juist de stad aan: vrij was hij weg.", "'Would rather' points to town: if free, he would be gone."),
    },
  ],
  counts: [
    { option: "personal", count: 5 },
    { option: "moral", count: 21 },
    { option: "structural", count: 15 },
  ],
  trap_counts: [5],
};

export const contestedView: ScreenView = screenView({
  phase: "reveal",
  card_number: 6,
  round: queueRound,
  reveal: {
    ...atReveal,
    shown_axis: "commitment-form",
    axes: [queueCommitment],
    debate: text(
      "Zit de rem in Sem of om hem heen? Wat als niemand het zou merken?",
      "Is the brake inside Sem or around him? What if nobody would notice?",
    ),
  },
});

/** A pyramid on which two steps can be defended. */
export const contestedPyramid: ScreenView = screenView({
  phase: "reveal",
  reveal: {
    ...bakerReveal,
    axes: bakerReveal.axes.map((axis) =>
      axis.axis === "stage"
        ? { ...axis, is_contested: true, accepted: [{ option: "client", share: 1 }, { option: "supporter", share: 1 }] }
        : axis,
    ),
    debate: text("Maakt herhaling iemand tot client, of is gewoonte nog geen oriëntatie?", "Does repetition make a client, or is habit no orientation yet?"),
  },
});

const standing = (rank: number, previous_rank: number | null, name: string, points: number): StandingRow => ({
  rank,
  previous_rank,
  name,
  points,
});

export const boardBefore: readonly StandingRow[] = [
  standing(1, 1, "Kwame", 16_000),
  standing(2, 2, "Emre", 15_000),
  standing(2, 4, "Noor", 15_000),
  standing(4, 3, "Fenna", 14_750),
  standing(5, 5, "Bartholomeus van Rij", 14_500),
  standing(6, 6, "Priya", 14_000),
  standing(7, 8, "Hana", 13_500),
  standing(8, 7, "Daan V.", 13_250),
];

export const boardView: ScreenView = screenView({
  phase: "leaderboard",
  card_number: 7,
  round: null,
  leaderboard: [
    standing(1, 3, "Noor", 18_500),
    standing(2, 2, "Emre", 18_000),
    standing(2, 3, "Fenna", 18_000),
    standing(4, 1, "Kwame", 17_250),
    standing(5, 9, "Annemarijn", 17_000),
    standing(6, 5, "Bartholomeus van Rij", 16_500),
    standing(7, 6, "Priya", 16_250),
    standing(8, 14, "Zeynep", 16_000),
  ],
});

export const podiumRows: readonly StandingRow[] = [
  standing(1, 2, "Noor", 31_500),
  standing(2, 1, "Emre", 30_500),
  standing(3, 4, "Fenna", 28_750),
  standing(3, 3, "Annemarijn", 28_750),
];

/** The longest story that a card may tell. */
export const longRound: RoundView = {
  ...bakerRound,
  title: text("De koffiehoek van het zorgcentrum", "The coffee corner of the care centre"),
  story: text(
    "Op de meimarkt staan drie kramen met tomatenplanten. Kofi neemt er twee bij de scouting: zijn oude meester staat erachter, en doorlopen vindt hij niet netjes. Contant betaald, aan een volgende keer denkt hij niet. 'Dood voor juni? Geld terug', zegt het kaartje. Daar houdt hij zich aan vast; hoe er gekweekt is, weet hij niet.",
    "Three stalls at the May market have tomato plants. Kofi takes two from the scouts: his old teacher is behind the table, and walking on would not be decent, he thinks. Paid in cash, with no thought of a next time. 'Dead before June? Money back,' says the tag. He goes by that; of the growing he knows nothing.",
  ),
};
