/** Sample views of one room at its fourth card, for the gallery and the tests. Override what a screen needs. */
import type { AxisReveal, OptionCount, RevealView, RoomView, RoundView, ScreenView, SeatView } from "../wire/generated";
import { atReveal, firstVote, noDetail, plainSeat, soloRoom, soloScreen } from "../wire/blank";
import { commitmentAxis, stageAxis, trustAxis } from "./sample_axes";

/** The moment at which the samples stand still for those who pass it on as the server's time. */
export const SAMPLE_NOW = 1_750_000_000_000;

export const bakerRound: RoundView = {
  card: "baker-broken-oven",
  title: { nl: "De dorpsbakker", en: "The village baker" },
  person: "Marieke",
  story: {
    nl: "De dorpsbakker heeft een zwaar jaar: zijn oven brak en om de hoek opende een supermarkt. Zijn brood is een euro duurder. Toch fietst Marieke er elke zaterdag heen. Ze vindt dat ze hem nu niet in de steek mag laten. Op haar werk prijst ze zijn desembrood. Toen een deeg mislukte, stond hij de hele nacht opnieuw te kneden.",
    en: "The village baker is having a hard year: his oven broke and a supermarket opened round the corner. His loaf costs a euro more. Still, Marieke cycles over every Saturday. She feels she must not let him down now. At work she praises his sourdough. When a batch failed, he was up all night kneading again.",
  },
  axes: [stageAxis, commitmentAxis, trustAxis],
  opens_at: SAMPLE_NOW - 18_000,
  closes_at: SAMPLE_NOW + 42_000,
  limit_millis: 60_000,
  ...firstVote,
  open_axes: [stageAxis.id, commitmentAxis.id, trustAxis.id],
};

const counts = (numbers: Record<string, number>): OptionCount[] =>
  Object.entries(numbers).map(([option, count]) => ({ option, count }));

const stageReveal: AxisReveal = {
  axis: "stage",
  detail: noDetail,
  flow: null,
  is_contested: false,
  accepted: [{ option: "supporter", share: 1 }],
  cue: { nl: "prijst ze zijn desembrood", en: "praises his sourdough" },
  why: {
    nl: "Wie een bedrijf prijst bij anderen, staat een trede boven wie alleen terugkomt. Dat er kopers door haar komen, staat er niet: supporter.",
    en: "Praising a firm to others is one step above merely coming back. Nothing says that buyers come through her: supporter.",
  },
  traps: [
    {
      pick: "client",
      text: {
        nl: "Elke zaterdag komen maakt haar client. Maar ze praat er ook lovend over, en dat is een trede hoger.",
        en: "Coming every Saturday makes her a client. But she also speaks its praise, and that is a step up.",
      },
    },
    {
      pick: "ambassador",
      text: {
        nl: "Prijzen is nog niet brengen: er koopt niemand dankzij haar en het bedrijf rekent haar niet tot de zijnen.",
        en: "Praising is not yet bringing: nobody buys because of her and the firm does not count her as its own.",
      },
    },
  ],
  counts: counts({ prospect: 0, customer: 2, client: 9, supporter: 18, ambassador: 10, partner: 2 }),
  trap_counts: [9, 10],
};

const commitmentReveal: AxisReveal = {
  axis: "commitment-form",
  detail: noDetail,
  flow: null,
  is_contested: false,
  accepted: [{ option: "moral", share: 1 }],
  cue: { nl: "niet in de steek mag laten", en: "must not let him down" },
  why: {
    nl: "'Mag niet' is een plicht die ze zichzelf oplegt: de rem zit van binnen en beperkt haar, dus moreel.",
    en: "'Must not' is a duty she lays on herself: the brake is inside and it limits her, so moral.",
  },
  traps: [
    {
      pick: "personal",
      text: {
        nl: "Trouw komen lijkt op willen. Maar de reden die er staat is dat ze het niet máág laten.",
        en: "Coming faithfully looks like wanting. But the reason given is that she must not stop.",
      },
    },
  ],
  counts: counts({ personal: 14, moral: 23, structural: 4 }),
  trap_counts: [14],
};

const trustReveal: AxisReveal = {
  axis: "trust-level",
  detail: noDetail,
  flow: null,
  is_contested: false,
  accepted: [{ option: "conduct", share: 1 }],
  cue: { nl: "stond hij de hele nacht opnieuw te kneden", en: "he was up all night kneading again" },
  why: {
    nl: "Een nacht overdoen toont inzet en vakmanschap, verder dan wat beloofd is. Wat hem drijft, lees je nergens: het middelste niveau.",
    en: "Doing a night's work over shows effort and craft, beyond what was promised. What drives him we never read: the middle level.",
  },
  traps: [
    {
      pick: "integrity",
      text: {
        nl: "Hard werken is te zien, een motief niet. Misschien wil hij vooral geen omzet missen.",
        en: "Hard work can be seen, a motive cannot. Perhaps he mainly hates to lose a sale.",
      },
    },
  ],
  counts: counts({ contract: 3, conduct: 21, integrity: 17 }),
  trap_counts: [17],
};

export const bakerReveal: RevealView = {
  ...atReveal,
  shown_axis: "stage",
  axes: [stageReveal, commitmentReveal, trustReveal],
  debate: null,
};

/** The same card with two defensible forms of commitment. */
export const contestedReveal: RevealView = {
  ...bakerReveal,
  axes: [
    stageReveal,
    { ...commitmentReveal, is_contested: true, accepted: [{ option: "moral", share: 1 }, { option: "personal", share: 0.75 }], traps: [] },
    trustReveal,
  ],
  debate: {
    nl: "Wat zou Marieke doen als de bakker haar morgen zei dat ze gerust naar de supermarkt mag?",
    en: "What would Marieke do if the baker told her tomorrow that the supermarket is fine by him?",
  },
};

export const podiumRows = [
  { rank: 1, previous_rank: 2, name: "Noor", points: 31_250 },
  { rank: 2, previous_rank: 1, name: "Sem de Wit", points: 30_500 },
  { rank: 3, previous_rank: 3, name: "Blije Bakker", points: 28_750 },
];

const shared = {
  version: 812,
  server_now: SAMPLE_NOW,
  room: "sample-room",
  deck_title: { nl: "Het dorpsplein", en: "The village square" },
  card_number: 4,
  card_count: 12,
  players: 41,
};

/** What all phones share; answering by default. */
export function roomView(changes: Partial<RoomView> = {}): RoomView {
  const answering = { phase: "answering", round: bakerRound, reveal: null, podium: [] } as const;
  return { ...shared, ...soloRoom, deck_kinds: ["ordinal", "single"], ...answering, ...changes };
}

/** What one phone alone knows; nothing answered by default. */
export function seatView(changes: Partial<SeatView> = {}): SeatView {
  return {
    version: shared.version,
    server_now: SAMPLE_NOW,
    player: "a1b2c3",
    name: "Annemarijn",
    is_removed: false,
    came_in_at_card: 1,
    answer: null,
    result: null,
    points: 6_500,
    rank: 9,
    previous_rank: 11,
    ranked: 41,
    ...plainSeat,
    ...changes,
  };
}

/** What the projector shows; answering by default. */
export function screenView(changes: Partial<ScreenView> = {}): ScreenView {
  return {
    ...shared,
    pin: "482917",
    phase: "answering",
    is_locked: false,
    answered: 37,
    newest_names: ["Noor", "Sem de Wit", "Blije Bakker", "Yara", "Stille Mus", "Annemarijn"],
    round: bakerRound,
    reveal: null,
    leaderboard: [],
    podium: [],
    ...soloScreen,
    ...changes,
  };
}
