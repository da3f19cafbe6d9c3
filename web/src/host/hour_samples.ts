/** Samples of what the class hour adds: advice, who moved, confusions, boards, an improvised run, people in teams. */

import { commitmentAxis, stageAxis, trustAxis } from "../gallery/sample_axes";
import { noAdvice } from "../wire/blank";
import type { AxisAdvice, AxisView, BoardKind, BoardView, CardOutline, ConfusionView, FlowView, HostView, RosterView, Text } from "../wire/generated";

const both = (nl: string, en: string = nl): Text => ({ nl, en });

function confusedWith(axis: AxisView, key: string, pick: string, count: number, of: number, question: Text | null): ConfusionView {
  const label = (id: string) => axis.options.find((option) => option.id === id)!.short;
  return { axis: axis.id, axis_label: axis.label, key, key_label: label(key), pick, pick_label: label(pick), count, of, question };
}

const formQuestion = both("Zou ze ook komen als de bakker het niet moeilijk had?", "Would she come too if the baker had no hard time?");

/** What the server says of the three sample axes while the round is closed. */
export function sampleAdvice(scale: number): AxisAdvice[] {
  if (scale === 0) return [noAdvice, noAdvice, noAdvice];
  const answers = Math.round(37 * scale);
  return [
    { suggestion: "talk", answers, agreement: 0.26, certain_wrong: 2, confused: confusedWith(stageAxis, "supporter", "client", 9, answers, null) },
    { suggestion: "talk", answers, agreement: 0.39, certain_wrong: 6, confused: confusedWith(commitmentAxis, "moral", "personal", 14, answers, formQuestion) },
    { suggestion: "move_on", answers, agreement: 0.57, certain_wrong: 0, confused: confusedWith(trustAxis, "conduct", "integrity", 5, answers, null) },
  ];
}

/** Who moved on the commitment axis. */
export const sampleFlow: FlowView = {
  by_option: true,
  places: [
    { id: "personal", is_key: false, before: 14, after: 6 },
    { id: "moral", is_key: true, before: 18, after: 27 },
    { id: "structural", is_key: false, before: 5, after: 4 },
  ],
  moves: [
    { origin: "personal", destination: "personal", count: 5 },
    { origin: "personal", destination: "moral", count: 9 },
    { origin: "moral", destination: "moral", count: 16 },
    { origin: "moral", destination: "personal", count: 1 },
    { origin: "moral", destination: "structural", count: 1 },
    { origin: "structural", destination: "moral", count: 2 },
    { origin: "structural", destination: "structural", count: 3 },
  ],
  voters: 37, right_before: 0.486, right_after: 0.73, came_to_key: 11, left_key: 2,
};

export const sampleConfusions: readonly ConfusionView[] = [
  confusedWith(commitmentAxis, "moral", "personal", 31, 118, formQuestion),
  confusedWith(stageAxis, "supporter", "client", 22, 120, both("Vertelt iemand het verder, of komt hij alleen terug?", "Does somebody pass it on, or only come back?")),
];

export function sampleBoard(kind: BoardKind): BoardView {
  const matrix = { axis: "commitment-form", axis_label: commitmentAxis.label, options: [], counts: [] };
  return { kind, confusions: [], matrix: kind === "matrix" ? matrix : null, calibration: null, teams: [], debate: null };
}

/** A run that was improvised with: a trial before it, one skipped, a twin to come, two set aside. */
export function improvised(cards: readonly CardOutline[]): CardOutline[] {
  const trial: CardOutline = {
    id: "trial", title: both("Zo antwoord je", "How to answer"), status: "clear", state: "done", right_share: 0.9, is_trial: true, twin_of: null,
  };
  const changed = cards.map((card, place): CardOutline => {
    if (place === 1) return { ...card, state: "skipped", right_share: null };
    if (place === 7 || place === 9) return { ...card, state: "aside" };
    return place === 10 ? { ...card, twin_of: "card-4" } : card;
  });
  return [trial, ...changed.filter((card) => card.state !== "aside"), ...changed.filter((card) => card.state === "aside")];
}

export const sampleTeams: readonly string[] = ["De bakkers", "De smeden", "De molenaars", "De imkers van het lange pad"];

/** People in teams, some with a bad line or time of their own, and a flood of strangers at the end. */
export function crowdedRoster(roster: RosterView, now: number): RosterView {
  const isLate = (place: number) => place > roster.rows.length - 12;
  return {
    ...roster,
    rows: roster.rows.map((row, place) => ({
      ...row,
      team: place % sampleTeams.length,
      joined_at: now - (isLate(place) ? 240_000 : 900_000) + place * 500,
      line: place === 2 || place === 5 ? "shaky" : place === 3 ? "away" : "here",
      allowance: place === 1 ? "double" : place === 4 ? "unlimited" : "usual",
    })),
  };
}

/** So many wait at the door. */
export const doorOf = (waiting: number, approves_entry = true): Pick<HostView, "door"> => ({ door: { approves_entry, waiting, removal: null } });

export const removedAtOnce: Pick<HostView, "door"> = { door: { approves_entry: false, waiting: 0, removal: { id: "r", players: 212 } } };

/** Students who asked first, and from some minutes later on strangers; two were turned away. */
export function withCallers(roster: RosterView, waiting: number, now: number): RosterView {
  const students = ["Yara", "Jan-Willem van der Berg", "Ümit"];
  const callers = Array.from({ length: waiting + 2 }, (_, place) => ({
    player: `caller-${place}`,
    name: students[place] ?? `Gast ${place}`,
    asked_at: now - (place < students.length ? 900_000 : 240_000) + place,
    line: place === 1 ? ("away" as const) : ("here" as const),
    state: place >= waiting ? ("turned_away" as const) : ("waiting" as const),
  }));
  return { ...roster, callers };
}
