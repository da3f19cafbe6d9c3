/** Sample reports for the gallery: the hour of the drawing, a long one, a short one, and what may lack. */
import { commitmentAxis, stageAxis } from "../gallery/sample_axes";
import type { AxisReport, AxisView, CardReport, ConfusionView, Discrimination, Fit, Gain, Report, StudentReport } from "../wire/generated";

const OPENED = Date.UTC(2027, 0, 14, 9, 0);

const TITLES: readonly (readonly [string, string])[] = [
  ["De poncho", "Poncho"],
  ["Opticiens", "Opticians"],
  ["Koffie", "Coffee"],
  ["De dorpsbakker", "Village baker"],
  ["Macro's", "Macros"],
  ["Roddel in de rij", "Queue, gossip"],
  ["De camper", "The camper"],
  ["Fietsenzaak", "Bike shop"],
  ["Derde pakje", "Third parcel"],
  ["Kamer twaalf", "Room twelve"],
  ["Kaasmaker", "Cheese maker"],
  ["Brouwen", "Brewing"],
];
/** First vote, after talking, r, best and lowest third. */
const FIGURES: readonly (readonly [number, number | null, number, number, number])[] = [
  [0.83, null, 0.31, 0.95, 0.62],
  [0.76, null, 0.35, 0.93, 0.5],
  [0.61, null, 0.44, 0.91, 0.28],
  [0.49, 0.71, 0.42, 0.79, 0.18],
  [0.72, null, 0.28, 0.88, 0.53],
  [0.88, null, 0, 0, 0],
  [0.54, 0.79, 0.47, 0.88, 0.16],
  [0.45, null, 0.22, 0.6, 0.33],
  [0.34, null, -0.06, 0.3, 0.38],
  [0.67, null, 0.39, 0.92, 0.4],
  [0.48, 0.73, 0.51, 0.85, 0.12],
  [0.8, null, 0.18, 0.9, 0.7],
];

function discrimination(r: number, best: number, lowest: number, isContested: boolean, people: number): Discrimination {
  if (isContested) return { fit: "contested", people: 0, r: null, best: null, lowest: null };
  if (people < 30) return { fit: "too_few", people, r: null, best: null, lowest: null };
  const fit: Fit = r < 0 ? "check_key" : r < 0.2 ? "weak" : "tells";
  return { fit, people, r, best, lowest };
}

function gainOf(before: number, after: number | null, people: number): Gain | null {
  if (after === null) return null;
  const moved = Math.round((after - before) * people);
  return { before, after, came: Math.max(0, moved) + 2, left: Math.max(0, -moved) + 2 };
}

function axisReport(view: AxisView, right: number, people: number, key: number, look: Discrimination, gain: Gain | null): AxisReport {
  const wrong = people - Math.round(people * right);
  const shares = view.options.map((_, place) => (place === key ? right * people : place === (key + 1) % view.options.length ? wrong * 0.8 : place === (key + 2) % view.options.length ? wrong * 0.2 : 0));
  return {
    axis: view.id,
    label: view.label,
    question: view.question,
    kind: view.kind,
    is_contested: look.fit === "contested",
    answers: people,
    right_share: right,
    mean_share: right,
    discrimination: look,
    options: view.options.map((option, place) => ({
      option: option.id,
      label: option.short,
      is_key: place === key,
      count: Math.round(shares[place] ?? 0),
      share: (shares[place] ?? 0) / people,
      choosing_r: place === key ? look.r : look.fit === "check_key" ? 0.14 : -0.2,
      is_idle: place !== key && (shares[place] ?? 0) / people < 0.05,
      trap: null,
    })),
    confused: null,
    fallen_for: {
      pick: view.options[(key + 1) % view.options.length]?.id ?? "",
      text: { nl: "Wie graag komt hoort nog nergens bij.", en: "Who likes to come does not belong anywhere yet." },
      count: Math.round(wrong * 0.8),
    },
    gain,
    agreement: right * right + (1 - right) * (1 - right) * 0.6,
  };
}

function cardReport(place: number, people: number): CardReport {
  const [right, after, r, best, lowest] = FIGURES[place % FIGURES.length]!;
  const [nl, en] = TITLES[place % TITLES.length]!;
  const isContested = place % FIGURES.length === 5;
  const look = discrimination(r, best, lowest, isContested, people);
  const gain = gainOf(right, after, people);
  const shown = OPENED + (4 + place * 3) * 60_000;
  return {
    number: place + 1,
    id: `card-${place + 1}`,
    title: { nl, en },
    is_contested: isContested,
    shown_at: shown,
    revealed_at: shown + 100_000,
    people,
    right_share: right,
    mean_share: right,
    discrimination: look,
    gain,
    times: { lower: 9_400, median: 16_200, upper: 27_800 },
    certain_wrong: Math.round((1 - right) * 12),
    axes: [axisReport(commitmentAxis, right, people, 1, look, gain), axisReport(stageAxis, Math.min(1, right + 0.04), people, 2, look, null)],
  };
}

const confusion = (pick: number, key: number, count: number, of: number, axis: AxisView): ConfusionView => ({
  axis: axis.id,
  axis_label: axis.short_label,
  key: axis.options[key]!.id,
  key_label: axis.options[key]!.short,
  pick: axis.options[pick]!.id,
  pick_label: axis.options[pick]!.short,
  count,
  of,
  question: { nl: "Wil ze, of hoort ze?", en: "Want to, or ought to?" },
});

const CONFUSIONS: readonly ConfusionView[] = [
  confusion(0, 1, 38, 120, commitmentAxis),
  confusion(2, 3, 29, 110, stageAxis),
  confusion(3, 4, 21, 90, stageAxis),
];

const NAMES = ["Bram", "Gijs", "Lotte", "Xin", "Noor", "Sem", "Eva", "Dilan"];

function student(place: number, withNames: boolean, cards: number): StudentReport {
  const right = [3, 2, 9, 5, 8, 10, 7, 11][place % 8]!;
  const judged = place === 1 ? 8 : 12;
  return {
    name: withNames ? (NAMES[place] ?? `Student ${place + 1}`) : `P${place + 1}`,
    rank: place + 1,
    points: right * 1250,
    came_in_at: place === 1 ? 5 : 1,
    cards: place === 3 ? 12 : cards,
    answered: place === 3 ? 4 : cards,
    judged,
    right,
    rated: judged,
    certain: place === 2 ? 0 : 6,
    certain_wrong: place === 0 ? 5 : 1,
    misses: Array.from({ length: Math.max(0, judged - right) }, (_, miss) => ({ number: miss + 1, axis: "stage", confidence: "certain" as const })),
  };
}

/** A report of so many cards and people; what is given besides lies over it. */
export function sampleReport(cards = 12, people = 41, over: Partial<Report> = {}): Report {
  const withNames = over.with_names ?? false;
  return {
    room: "0123456789abcdef0123456789abcdef",
    deck_title: { nl: "Het dorpsplein", en: "The village square" },
    opened_at: OPENED,
    ended_at: OPENED + 45 * 60_000,
    with_names: withNames,
    people,
    talk_from: 0.35,
    talk_to: 0.7,
    has_points: true,
    asked_confidence: true,
    right_share: cards > 0 ? 0.63 : null,
    finding:
      cards > 0
        ? { kind: "know_and_blur", known: { nl: "De klantpiramide", en: "The customer pyramid" }, blurred: CONFUSIONS[0]! }
        : { kind: "nothing_yet", known: null, blurred: null },
    confusions: cards > 0 ? CONFUSIONS : [],
    calibration: {
      steps: [
        { confidence: "guess", answers: 122, right_share: 0.38 },
        { confidence: "fairly_sure", answers: 210, right_share: 0.62 },
        { confidence: "certain", answers: 160, right_share: 0.74 },
      ],
      pays_from: [0, 0.5, 0.667],
      certain_wrong: 61,
      pair: { ...CONFUSIONS[0]!, count: 22 },
    },
    cards: Array.from({ length: cards }, (_, place) => cardReport(place, people)),
    students: Array.from({ length: people }, (_, place) => student(place, withNames, cards)),
    words:
      cards > 0
        ? [
            { student: 0, reason: "certain_and_wrong" },
            { student: 1, reason: "came_late" },
            { student: 2, reason: "never_sure" },
            { student: 3, reason: "silent" },
          ]
        : [],
    ...over,
  };
}

const withoutTalk = (report: Report): Report => ({
  ...report,
  cards: report.cards.map((card) => ({ ...card, gain: null, axes: card.axes.map((axis) => ({ ...axis, gain: null })) })),
});

/** An hour in which nobody voted twice, nobody was asked how sure, nobody got points, and too few came. */
export const bareReport: Report = withoutTalk(
  sampleReport(6, 14, {
    asked_confidence: false,
    has_points: false,
    confusions: [],
    words: [],
    finding: { kind: "mixed", known: null, blurred: null },
    calibration: { steps: [], pays_from: [], certain_wrong: 0, pair: null },
  }),
);

/** One in which talking took away. */
export const worseReport: Report = (() => {
  const report = sampleReport();
  const cards = report.cards.map((card) =>
    card.number === 7 ? { ...card, gain: { before: 0.54, after: 0.38, came: 3, left: 10 } } : card,
  );
  return { ...report, cards };
})();
