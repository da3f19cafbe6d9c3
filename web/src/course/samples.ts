/** Courses for the gallery and the tests. */
import type { CourseView, CourseWeek, SeasonRow, Sticking, WarmUpCard } from "../wire/generated";

const DAY = 86_400_000;
const BEGAN = Date.UTC(2027, 0, 7, 9, 15);
const both = (nl: string, en: string) => ({ nl, en });

export function sampleWeek(number: number, right_share: number | null, people: number): CourseWeek {
  const decks = [both("Vijf kanten", "Five sides"), both("Klantgroei", "Customer growth"), both("Wat er over de toonbank gaat", "What goes over the counter")];
  const title = decks[(number - 1) % decks.length]!;
  const opened_at = BEGAN + (number - 1) * 7 * DAY;
  return {
    number,
    title,
    opened_at,
    is_over: true,
    people,
    came_back: number === 1 ? 0 : Math.max(0, people - 6),
    right_share,
    rooms: [{ room: `room-${number}`, title, opened_at, is_over: true, is_warm_up: false }],
  };
}

const sticking: Sticking[] = [
  { axis: "stage", label: both("Trede", "Step"), week: 2, right_share: 0.78, before_week: 1, before_share: 0.64, trend: "up" },
  { axis: "commitment-form", label: both("Commitment", "Commitment"), week: 2, right_share: 0.49, before_week: 1, before_share: 0.55, trend: "down" },
  { axis: "trust-level", label: both("Vertrouwen", "Trust"), week: 2, right_share: 0.61, before_week: 1, before_share: 0.52, trend: "up" },
  { axis: "resource", label: both("Resource", "Resource"), week: 2, right_share: 0.6, before_week: 1, before_share: 0.61, trend: "same" },
  { axis: "focus", label: both("Taak/gevoel", "Task/feeling"), week: 2, right_share: 0.4, before_week: 1, before_share: 0.5, trend: "too_few" },
  { axis: "power", label: both("Macht", "Power"), week: 2, right_share: 0.71, before_week: null, before_share: null, trend: "too_few" },
];

const season: SeasonRow[] = [
  [1, "Noor", 58_000], [2, "Emre", 56_500], [3, "Fenna", 55_000], [3, "Kwame", 55_000],
  [5, "Zeynep", 53_250], [6, "Sem", 52_000], [7, "Annemarijn", 51_500], [8, "Priya", 50_000],
].map(([rank, name, points]) => ({ rank, name, points }) as SeasonRow);

export const sampleCourse: CourseView = {
  course: "0123456789abcdef01234567",
  title: "Klas 2B",
  weeks: [sampleWeek(1, 0.58, 38), sampleWeek(2, 0.63, 41)],
  sticking,
  season,
  members: 44,
  climb: { name: "Zeynep", from_rank: 21, to_rank: 5 },
  warm_up_from: "room-2",
  warm_up_from_week: 2,
};

const going: CourseWeek = { ...sampleWeek(3, 0.7, 26), is_over: false };

/** The course while its third week is played, with a warm-up before it. */
export const goingCourse: CourseView = {
  ...sampleCourse,
  weeks: [...sampleCourse.weeks, { ...going, rooms: [{ ...going.rooms[0]!, room: "warm", is_warm_up: true }, { ...going.rooms[0]!, is_over: false }] }],
};

export const newCourse: CourseView = {
  ...sampleCourse, weeks: [], sticking: [], season: [], members: 0, climb: null, warm_up_from: null, warm_up_from_week: null,
};

export const firstWeek: CourseView = {
  ...sampleCourse,
  weeks: [sampleWeek(1, 0.58, 38)],
  sticking: sticking.slice(0, 3).map((one) => ({ ...one, week: 1, before_week: null, before_share: null, trend: "too_few" })),
  members: 6,
  season: season.slice(0, 6),
  climb: null,
  warm_up_from: "room-1",
  warm_up_from_week: 1,
};

/** A whole season of a lecture hall. */
export const longCourse: CourseView = {
  ...sampleCourse,
  title: "Relatiemarketing, maandagochtend, groep 2B en 2C",
  weeks: Array.from({ length: 15 }, (_, place) => sampleWeek(place + 1, place === 4 ? 0.04 : 0.35 + place * 0.035, 240 + ((place * 37) % 90))),
  members: 342,
  warm_up_from: "room-15",
  warm_up_from_week: 15,
};

export const sampleWarmUp: WarmUpCard[] = [
  ["third-parcel", "Het derde pakket", "The third parcel", "De bakker", "The baker", 0.31, 0.18, "twin"],
  ["bicycle-jo", "Fietsenmaker Jo", "Jo mends bicycles", "Slager Piet", "Piet the butcher", 0.38, 0, "same_key"],
  ["cheese", "De kaasboer", "The cheese farmer", "De kaasboer", "The cheese farmer", 0.44, 0.09, "itself"],
  ["village-baker", "De dorpsbakker", "The village baker", "De molen", "The mill", 0.5, 0.02, "twin"],
].map(([card, nl, en, slippedNl, slippedEn, right_share, certain_wrong, stand_in], place) => ({
  slipped: `slipped-${place}`,
  slipped_title: both(String(slippedNl), String(slippedEn)),
  axis: "stage",
  axis_label: both("Trede", "Step"),
  right_share,
  certain_wrong,
  card,
  title: both(String(nl), String(en)),
  stand_in,
}) as WarmUpCard);
