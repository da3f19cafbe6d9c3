/** Views of an imagined hour for looking at the console without a server: one per phase, and the awkward cases. */

import type {
  AxisView,
  CardOutline,
  DeckOutline,
  HostAxis,
  HostView,
  Phase,
  RoomLine,
  RosterRow,
  RosterView,
  RoundView,
  StandingRow,
  StepAction,
  Text,
} from "../wire/generated";

const both = (nl: string, en: string = nl): Text => ({ nl, en });
const option = (id: string, label: Text, hint: Text, short: Text = label) => ({ id, label, short, hint });
const noGrid = { columns: [], rows: [], cells: null, empty_at: null, empty_why: null } as const;

export const sampleAxes: readonly AxisView[] = [
  {
    id: "stage",
    kind: "ordinal",
    label: both("Trede in de piramide", "Pyramid stage"),
    short_label: both("Trede", "Stage"),
    question: both("Wie stond op welke trede?", "Who stood on which step?"),
    picture: { kind: "pyramid", ...noGrid },
    options: [
      option("prospect", both("Prospect"), both("Interesse, nog niets gekocht", "Interested, nothing bought yet")),
      option("customer", both("Customer (koper)", "Customer (buyer)"), both("Eén transactie afgerond", "One transaction completed"), both("Customer")),
      option("client", both("Client (vaste klant)", "Client (regular)"), both("Kijkt verder dan die ene koop", "Looks past that one purchase"), both("Client")),
      option("supporter", both("Supporter"), both("Enthousiast, spreekt er goed over", "Enthusiastic, speaks well of it")),
      option("ambassador", both("Ambassadeur", "Ambassador"), both("Brengt klanten, staat voor het bedrijf", "Brings customers, stands for the firm")),
      option("partner", both("Partner"), both("Beide partijen bouwen actief mee", "Both parties actively build")),
    ],
  },
  {
    id: "commitment-form",
    kind: "single",
    label: both("Vorm van commitment (Johnson)", "Form of commitment (Johnson)"),
    short_label: both("Commitment"),
    question: both("Willen, horen of moeten?", "Want to, ought to or have to?"),
    picture: {
      kind: "grid",
      columns: [both("Vrij", "Free"), both("Beperkt", "Limited")],
      rows: [both("Intern", "Internal"), both("Extern", "External")],
      cells: { personal: { row: 0, column: 0 }, moral: { row: 0, column: 1 }, structural: { row: 1, column: 1 } },
      empty_at: { row: 1, column: 0 },
      empty_why: both("Met opzet leeg: niemand is vrij en toch van buiten vastgehouden", "Empty on purpose: nobody is both free and held from outside"),
    },
    options: [
      option("personal", both("Persoonlijk", "Personal"), both("Ik wil blijven", "I want to stay")),
      option("moral", both("Moreel", "Moral"), both("Ik hoor te blijven", "I ought to stay")),
      option("structural", both("Structureel", "Structural"), both("Ik kan niet weg", "I cannot leave")),
    ],
  },
  {
    id: "trust-level",
    kind: "ordinal",
    label: both("Niveau van vertrouwen", "Level of trust"),
    short_label: both("Vertrouwen", "Trust"),
    question: both("Waarop rust het vertrouwen?", "What does the trust rest on?"),
    picture: { kind: "stair", ...noGrid },
    options: [
      option("contract", both("Laag: afspraak nagekomen", "Low: obligations kept"), both("Wat op papier staat", "What is on paper"), both("Laag: afspraak", "Low: obligation")),
      option("conduct", both("Midden: gedrag van de partner", "Middle: partner's conduct"), both("Wil en kan de ander?", "Is the other willing and able?"), both("Midden: gedrag", "Middle: conduct")),
      option("integrity", both("Hoog: integriteit", "High: integrity"), both("Geen verborgen agenda", "No hidden agenda")),
    ],
  },
];

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

function outlines(current: number, done: boolean): CardOutline[] {
  return Array.from({ length: cardCount }, (_, place) => ({
    id: `card-${place + 1}`,
    title: titles[place] ?? both(`Kaart ${place + 1} van het plein`, `Card ${place + 1} of the square`),
    status: [5, 14, 20].includes(place) ? "contested" : "clear",
    state: place + 1 < current || (done && place + 1 === current) ? "done" : place + 1 === current ? "current" : "coming",
    right_share: place + 1 < current ? (doneShares[place] ?? 0.62) : done && place + 1 === current ? 0.49 : null,
  }));
}

const bakerStory = both(
  "De dorpsbakker heeft een zwaar jaar: zijn oven brak en om de hoek opende een supermarkt. Zijn brood is een euro duurder. Toch fietst Marieke er elke zaterdag heen. Ze vindt dat ze hem nu niet in de steek mag laten. Op haar werk prijst ze zijn desembrood. Toen een deeg mislukte, stond hij de hele nacht opnieuw te kneden.",
  "The village baker is having a hard year: his oven broke and a supermarket opened round the corner. His loaf costs a euro more. Still, Marieke cycles over every Saturday. She feels she must not let him down now. At work she praises his sourdough. When a batch failed, he was up all night kneading again.",
);

function sampleRound(now: number, axes: readonly AxisView[] = sampleAxes): RoundView {
  return {
    card: "card-4",
    title: both("De dorpsbakker", "The village baker"),
    person: "Marieke",
    story: bakerStory,
    axes,
    opens_at: now - 18_000,
    closes_at: now + 42_000,
    limit_millis: 60_000,
  };
}

function counted(axis: AxisView, counts: readonly number[]) {
  return axis.options.map((choice, place) => ({ option: choice.id, count: counts[place] ?? 0 }));
}

/** Keys with counts; `scale` 0 is before anybody answered. */
export function sampleKeys(scale = 1): HostAxis[] {
  const [stage, form, trust] = sampleAxes as [AxisView, AxisView, AxisView];
  const times = (counts: readonly number[]) => counts.map((count) => Math.round(count * scale));
  return [
    {
      axis: "stage", is_contested: false, accepted: [{ option: "supporter", share: 1 }],
      cue: both("prijst ze zijn desembrood", "praises his sourdough"),
      why: both("Wie een bedrijf prijst bij anderen, staat een trede boven wie alleen terugkomt.", "Praising a firm to others is one step above merely coming back."),
      traps: [
        { pick: "client", text: both("Elke zaterdag komen maakt haar client. Maar ze praat er ook lovend over, en dat is een trede hoger.", "Coming every Saturday makes her a client. But she also speaks its praise, and that is a step up.") },
        { pick: "ambassador", text: both("Prijzen is nog niet brengen.", "Praising is not yet bringing.") },
      ],
      counts: counted(stage, times([1, 3, 9, 14, 7, 3])), right_share: scale ? 0.38 : null,
    },
    {
      axis: "commitment-form", is_contested: false, accepted: [{ option: "moral", share: 1 }],
      cue: both("niet in de steek mag laten", "must not let him down"),
      why: both("‘Mag niet’ is een plicht die ze zichzelf oplegt.", "‘Must not’ is a duty she lays on herself."),
      traps: [{ pick: "personal", text: both("Trouw komen lijkt op willen. Maar de reden die er staat is dat ze het niet máág laten.", "Coming faithfully looks like wanting. But the reason given is that she must not stop.") }],
      counts: counted(form, times([14, 18, 5])), right_share: scale ? 0.49 : null,
    },
    {
      axis: "trust-level", is_contested: false, accepted: [{ option: "conduct", share: 1 }],
      cue: both("stond hij de hele nacht opnieuw te kneden", "he was up all night kneading again"),
      why: both("Een nacht overdoen toont inzet en vakmanschap.", "Doing a night’s work over shows effort and craft."),
      traps: [{ pick: "integrity", text: both("Hard werken is te zien, een motief niet.", "Hard work can be seen, a motive cannot.") }],
      counts: counted(trust, times([5, 27, 5])), right_share: scale ? 0.73 : null,
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
  reveal: ["show_axis", "show_axis"],
  leaderboard: ["show_card", "show_axis"],
  podium: ["end_room", null],
  ended: [null, null],
};

/** A whole view of one phase, as of `now`. `change` lays the awkward case over it. */
export function sampleHost(phase: Phase, now: number, change: Partial<HostView> = {}): HostView {
  const onCard = phase === "reading" || phase === "answering" || phase === "closed" || phase === "reveal";
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
    reading_seconds: 10,
    answer_seconds: 60,
    speed_bonus: false,
    cards: outlines(number, !onCard || phase === "reveal"),
    card_number: number,
    card_count: cardCount,
    players: 41,
    answered: phase === "answering" ? 37 : phase === "closed" || phase === "reveal" ? 40 : 0,
    round: onCard ? { ...sampleRound(now), ...(phase === "reading" ? { opens_at: now + 7_000, closes_at: null } : {}) } : null,
    keys: onCard ? sampleKeys(phase === "reading" ? 0 : 1) : [],
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
    is_removed: place === 7,
    has_answered: phase === "answering" && place % 10 !== 3,
    points: phase === "lobby" ? 0 : 9_000 - place * 150,
    rank: phase === "lobby" || place === 7 ? null : place + 1,
  }));
  return { version: 120, rows };
}

export const sampleDecks: readonly DeckOutline[] = [
  {
    id: "village-square",
    title: both("Het dorpsplein", "The village square"),
    about: both("Eén plein en wie er komen: op welke trede staat ieder, wat bindt hen en waarop rust hun vertrouwen?", "One square and the people who come there: which step is each of them on, what ties them and what does their trust rest on?"),
    cards: 24, contested: 3, axes: sampleAxes,
  },
  { id: "warm-up", title: both("Opwarmer, week 3", "Warm-up, week 3"), about: both("Vijf korte kaarten om mee te beginnen.", "Five short cards to begin with."), cards: 5, contested: 0, axes: sampleAxes.slice(0, 1) },
  { id: "five-sides", title: both("Vijf kanten van een relatie", "Five sides of a relationship"), about: both("Macht, gerichtheid en contact.", "Power, focus and contact."), cards: 40, contested: 2, axes: sampleAxes.slice(1) },
];

const day = 86_400_000;

export function sampleRooms(now: number): RoomLine[] {
  const title = both("Het dorpsplein", "The village square");
  const line = (room: string, daysAgo: number, ended: boolean, pin: string): RoomLine => ({
    room, pin, deck: "village-square", title, opened_at: now - daysAgo * day, ended_at: ended ? now - daysAgo * day + 2_700_000 : null,
  });
  return [line("open-one", 0, false, "482917"), line("old-one", 7, true, "111222"), line("older-one", 14, true, "333444")];
}
