/** Views of an imagined hour for looking at the console without a server: one per phase, and the awkward cases. */

import type {
  AxisView,
  CardOutline,
  DeckOutline,
  HostAxis,
  HostView,
  Phase,
  CourseLine,
  RoomLine,
  RosterRow,
  RosterView,
  RoundView,
  ShelfCard,
  StandingRow,
  StepAction,
  Text,
} from "../wire/generated";
import { noAdvice, noDetail, plainCard, plainHost, plainRow } from "../wire/blank";
import { commitmentAxis, stageAxis, trustAxis } from "../gallery/sample_axes";
import { bakerRound } from "../gallery/samples";
import { sampleAdvice } from "./hour_samples";

const both = (nl: string, en: string = nl): Text => ({ nl, en });

export const sampleAxes: readonly AxisView[] = [stageAxis, commitmentAxis, trustAxis];

const titles: readonly Text[] = [
  both("De festivalponcho", "The festival poncho"),
  both("Twee tomatenplanten", "Two tomato plants"),
  both("Vier opticiens", "Four opticians"),
  both("De dorpsbakker", "The village baker"),
  both("Vijftien jaar macro’s", "Fifteen years of macros"),
  both("Rij en roddel", "Queue and gossip"),
  both("De camper", "The camper van"),
  both("Fietsenmaker Jo", "Jo’s bicycle shop"),
  both("Het derde pakket", "The third parcel"),
  both("Kamer twaalf", "Room twelve"),
  both("De kaasboer", "The cheesemonger"),
  both("Samen brouwen", "Brewing together"),
];
const cardCount = 24;
const doneShares = [0.83, 0.76, 0.31];

function outlines(current: number, isRevealed: boolean, isOver: boolean): CardOutline[] {
  return Array.from({ length: cardCount }, (_, place) => ({
    id: `card-${place + 1}`,
    title: titles[place] ?? both(`Kaart ${place + 1} van het plein`, `Card ${place + 1} of the square`),
    status: [5, 14, 20].includes(place) ? "contested" : "clear",
    state: place + 1 < current || (isOver && place + 1 === current) ? "done" : place + 1 === current ? "current" : "coming",
    ...plainCard,
    right_share: place + 1 < current ? (doneShares[place] ?? 0.62) : isRevealed && place + 1 === current ? 0.49 : null,
  }));
}

function sampleRound(now: number): RoundView {
  return { ...bakerRound, card: "card-4", opens_at: now - 18_000, closes_at: now + 42_000 };
}

function counted(axis: AxisView, counts: readonly number[]) {
  return axis.options.map((choice, place) => ({ option: choice.id, count: counts[place] ?? 0 }));
}

/** What most kinds of axis have not, for a key. */
const plainTruth = { detail: noDetail, trap_counts: [], words: [], groups: [], flow: null, advice: noAdvice } as const;

/** Keys with counts; `scale` 0 is before anybody answered. */
export function sampleKeys(scale = 1): HostAxis[] {
  const advice = sampleAdvice(scale);
  const times = (counts: readonly number[]) => counts.map((count) => Math.round(count * scale));
  return [
    {
      ...plainTruth, advice: advice[0]!, axis: "stage", is_contested: false, accepted: [{ option: "supporter", share: 1 }],
      cue: both("prijst ze zijn desembrood", "praises his sourdough"),
      why: both("Wie een bedrijf prijst bij anderen, staat een trede boven wie alleen terugkomt.", "Praising a firm to others is one step above merely coming back."),
      traps: [
        { pick: "client", text: both("Elke zaterdag komen maakt haar client. Maar ze praat er ook lovend over, en dat is een trede hoger.", "Coming every Saturday makes her a client. But she also speaks its praise, and that is a step up.") },
        { pick: "ambassador", text: both("Prijzen is nog niet brengen.", "Praising is not yet bringing.") },
      ],
      counts: counted(stageAxis, times([1, 3, 9, 14, 7, 3])), right_share: scale ? 0.38 : null,
    },
    {
      ...plainTruth, advice: advice[1]!, axis: "commitment-form", is_contested: false, accepted: [{ option: "moral", share: 1 }],
      cue: both("niet in de steek mag laten", "must not let him down"),
      why: both("‘Mag niet’ is een plicht die ze zichzelf oplegt.", "‘Must not’ is a duty she lays on herself."),
      traps: [{ pick: "personal", text: both("Trouw komen lijkt op willen. Maar de reden die er staat is dat ze het niet máág laten.", "Coming faithfully looks like wanting. But the reason given is that she must not stop.") }],
      counts: counted(commitmentAxis, times([14, 18, 5])), right_share: scale ? 0.49 : null,
    },
    {
      ...plainTruth, advice: advice[2]!, axis: "trust-level", is_contested: false, accepted: [{ option: "conduct", share: 1 }],
      cue: both("stond hij de hele nacht opnieuw te kneden", "he was up all night kneading again"),
      why: both("Een nacht overdoen toont inzet en vakmanschap.", "Doing a night’s work over shows effort and craft."),
      traps: [{ pick: "integrity", text: both("Hard werken is te zien, een motief niet.", "Hard work can be seen, a motive cannot.") }],
      counts: counted(trustAxis, times([5, 27, 5])), right_share: scale ? 0.73 : null,
    },
  ];
}

const names = [
  "Aïcha", "Bram", "Chiara", "Daan V.", "Emre", "Fenna", "Gijs", "Hana", "Kwame", "Lotte", "Mees", "Noor", "Olivier",
  "Priya", "Quinten", "Rosa", "Ümit", "Vera", "Wouter", "Xin", "Yara", "Zeynep", "Annemarijn", "Maximiliaan-Alexander", "Joep",
  "Sanne", "Teun", "Iris", "Bo", "Lars", "Mila", "Sem", "Tess", "Youssef", "Floor", "Jip", "Kees", "Liv", "Nora", "Pim", "Roos",
];

export function standings(rows: number): StandingRow[] {
  const ranks = [1, 2, 2, 4, 5, 6, 7, 8];
  return names.slice(0, rows).map((name, place) => ({
    rank: ranks[place] ?? place + 1,
    previous_rank: place === 4 ? null : ((place * 3) % rows) + 1,
    name,
    points: 11_250 - (ranks[place] ?? place) * 750,
  }));
}

const steps: Readonly<Record<Phase, readonly [StepAction | null, StepAction | null]>> = {
  lobby: ["show_card", null],
  reading: ["open_round", null],
  answering: ["close_round", null],
  closed: ["reveal", null],
  talk: ["open_second_vote", null],
  reveal: ["show_axis", "show_axis"],
  leaderboard: ["show_card", "show_axis"],
  podium: ["end_room", null],
  ended: [null, null],
};

/** The server waits with its advice while a vote or a talk runs, and asks to move on once all is shown. */
function advisedIn(phase: Phase, key: HostAxis): HostAxis {
  if (phase === "closed") return key;
  return { ...key, advice: { ...key.advice, suggestion: phase === "reveal" ? "move_on" : "wait" } };
}

/** A whole view of one phase, as of `now`. `change` lays the awkward case over it. */
export function sampleHost(phase: Phase, now: number, change: Partial<HostView> = {}): HostView {
  const onCard = phase === "reading" || phase === "answering" || phase === "closed" || phase === "talk" || phase === "reveal";
  const [next, back] = steps[phase];
  const number = phase === "lobby" ? 0 : phase === "podium" || phase === "ended" ? cardCount : 4;
  return {
    version: 120,
    server_now: now,
    room: "sample-room",
    pin: "482917",
    phase,
    is_locked: false,
    deck_title: both("Het dorpsplein", "The village square"),
    deck_axes: sampleAxes,
    asked_axes: sampleAxes.map((axis) => axis.id),
    ...plainHost,
    cards: outlines(number, !onCard || phase === "reveal", !onCard),
    card_number: number,
    card_count: cardCount,
    players: 41,
    answered: phase === "answering" ? 37 : phase === "closed" || phase === "talk" || phase === "reveal" ? 40 : 0,
    round: onCard ? { ...sampleRound(now), ...(phase === "reading" ? { opens_at: now + 7_000, closes_at: null } : {}) } : null,
    keys: onCard ? sampleKeys(phase === "reading" ? 0 : 1).map((key) => advisedIn(phase, key)) : [],
    debate: null,
    note: onCard ? both("Opent het deck. Praten alleen geldt hier als supporter; in andere ladders heet dat soms al ambassadeur.", "Opens the deck. Talk alone counts as supporter here; some other ladders already call it advocate.") : null,
    shown_axis: phase === "reveal" ? "commitment-form" : null,
    leaderboard: phase === "leaderboard" ? standings(8) : [],
    podium: phase === "podium" || phase === "ended" ? standings(3) : [],
    next_step: next && { id: `${phase}-next`, action: next },
    back_step: back && { id: `${phase}-back`, action: back },
    ...change,
  };
}

/** Two keys on one axis and the question to debate. */
export function contestedHost(phase: "answering" | "closed" | "reveal", now: number): HostView {
  const keys = sampleKeys();
  const contested: HostAxis = {
    ...keys[1]!, is_contested: true, right_share: 0.86,
    accepted: [{ option: "moral", share: 1 }, { option: "structural", share: 1 }],
  };
  return sampleHost(phase, now, {
    keys: [keys[0]!, contested, keys[2]!],
    debate: both("Zit de rem in Sem of om hem heen? Wat als niemand het zou merken?", "Is the brake inside Sem or around him? What if nobody would notice?"),
  });
}

export function sampleRoster(count = 41, phase: Phase = "answering"): RosterView {
  const rows: RosterRow[] = Array.from({ length: count }, (_, place) => ({
    player: `player-${place}`,
    name: names[place] ?? `Student ${place + 1}`,
    ...plainRow,
    is_removed: place === 7,
    has_answered: phase === "answering" && place % 10 !== 3,
    points: phase === "lobby" ? 0 : 9_000 - place * 150,
    rank: phase === "lobby" || place === 7 ? null : place + 1,
  }));
  return { version: 120, rows, callers: [] };
}

function shelfCards(count: number, contested: readonly number[]): ShelfCard[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `card-${place + 1}`,
    title: titles[place] ?? both(`Kaart ${place + 1} van het plein`, `Card ${place + 1} of the square`),
    status: contested.includes(place) ? "contested" : "clear",
    difficulty: 1 + (place % 3),
  }));
}

export const sampleDecks: readonly DeckOutline[] = [
  {
    id: "village-square",
    title: both("Het dorpsplein", "The village square"),
    about: both("Eén plein en wie er komen: op welke trede staat ieder, wat bindt hen en waarop rust hun vertrouwen?", "One square and the people who come there: which step is each of them on, what ties them and what does their trust rest on?"),
    cards: 24, contested: 3, axes: sampleAxes, shelf_cards: shelfCards(24, [5, 14, 20]),
  },
  { id: "warm-up", title: both("Opwarmer, week 3", "Warm-up, week 3"), about: both("Vijf korte kaarten om mee te beginnen.", "Five short cards to begin with."), cards: 5, contested: 0, axes: sampleAxes.slice(0, 1), shelf_cards: shelfCards(5, []) },
  { id: "five-sides", title: both("Vijf kanten van een relatie", "Five sides of a relationship"), about: both("Macht, gerichtheid en contact.", "Power, focus and contact."), cards: 40, contested: 2, axes: sampleAxes.slice(1), shelf_cards: shelfCards(40, [7, 30]) },
];

/** A shelf that does not fit on its planks. */
export function manyDecks(count: number): DeckOutline[] {
  const names = ["Vertrouwen", "Toewijding", "Wederkerigheid", "Na de verkoop", "Emoties", "Ruil", "De keten", "Bouwstenen", "Hecht en zwak", "Wie is wie", "Oefenuur"];
  const more = Array.from({ length: Math.max(0, count - sampleDecks.length) }, (_, place): DeckOutline => {
    const name = names[place % names.length]!;
    const cards = 8 + ((place * 5) % 17);
    const title = both(place < names.length ? name : `${name} ${Math.floor(place / names.length) + 1}`);
    return { id: `deck-${place}`, title, about: both("Kaarten over een model.", "Cards about one model."), cards, contested: place % 3, axes: sampleAxes.slice(place % 3), shelf_cards: shelfCards(cards, [2, 5].slice(0, place % 3)) };
  });
  return [...sampleDecks, ...more];
}

const day = 86_400_000;

export function sampleRooms(now: number): RoomLine[] {
  const title = both("Het dorpsplein", "The village square");
  const line = (room: string, daysAgo: number, ended: boolean, pin: string, course: string | null = null): RoomLine => ({
    room, pin, deck: "village-square", title, opened_at: now - daysAgo * day, ended_at: ended ? now - daysAgo * day + 2_700_000 : null, course,
    names_kept: daysAgo < 14,
  });
  const [first] = sampleCourses(now);
  return [
    line("open-one", 0, false, "482917", first?.id),
    line("old-one", 7, true, "111222", first?.id),
    line("older-one", 14, true, "333444"),
  ];
}

export function sampleCourses(now: number): CourseLine[] {
  return [
    { id: "0123456789abcdef01234567", title: "Klas 2B", made_at: now - 14 * day },
    { id: "76543210fedcba9876543210", title: "Relatiemarketing, maandagochtend 2C", made_at: now - 30 * day },
  ];
}
