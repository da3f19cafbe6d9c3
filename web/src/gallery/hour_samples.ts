/** Sample views of the class hour: talk, second vote, who moved, boards, teams, honours. */
import type { AxisReveal, BoardView, CalibrationView, ConfusionView, FlowView, RoundView, ScreenView, TeamView } from "../wire/generated";
import { atReveal } from "../wire/blank";
import { bakerReveal, bakerRound, SAMPLE_NOW, screenView } from "./samples";
import { commitmentAxis, stageAxis, trustAxis } from "./sample_axes";
import { longRound, podiumRows } from "./screen_samples";

const text = (nl: string, en: string) => ({ nl, en });

/** The class talks about these axes; `left` in milliseconds, null without a limit. */
export function talkView(left: number | null, round: RoundView = bakerRound, axes: readonly string[] = ["commitment-form"]): ScreenView {
  const talk = { ...round, vote: 1, open_axes: axes, talk_ends_at: left === null ? null : SAMPLE_NOW + left };
  return screenView({ phase: "talk", answered: 39, round: talk });
}

export const longTalk = talkView(124_000, longRound, ["stage", "commitment-form", "trust-level"]);

export const secondVoteView: ScreenView = screenView({
  answered: 12,
  round: { ...bakerRound, vote: 2, open_axes: ["commitment-form"] },
});

export const trialView: ScreenView = screenView({ card_number: 0, round: { ...bakerRound, is_trial: true } });

export const earlierView: ScreenView = screenView({
  phase: "reveal",
  card_number: 9,
  reveal: { ...bakerReveal, is_earlier: true },
});

/** A flow from a table of moves: `moved[from][to]` people. */
export function flowOf(ids: readonly string[], keys: readonly string[], moved: readonly (readonly number[])[], by_option = true): FlowView {
  const rows = ids.map((_, from) => ids.map((_, to) => moved[from]?.[to] ?? 0));
  const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const before = rows.map(total);
  const after = ids.map((_, to) => total(rows.map((row) => row[to] ?? 0)));
  const voters = total(before);
  const isKey = ids.map((id) => keys.includes(id));
  const pairs = rows.flatMap((row, from) => row.map((count, to) => ({ from, to, count })));
  const sumWhere = (holds: (pair: { from: number; to: number }) => boolean): number =>
    total(pairs.filter(holds).map((pair) => pair.count));
  return {
    by_option,
    places: ids.map((id, place) => ({ id, is_key: isKey[place] ?? false, before: before[place] ?? 0, after: after[place] ?? 0 })),
    moves: pairs
      .filter((pair) => pair.count > 0)
      .map((pair) => ({ origin: ids[pair.from] ?? "", destination: ids[pair.to] ?? "", count: pair.count })),
    voters,
    right_before: voters ? sumWhere((pair) => isKey[pair.from] ?? false) / voters : 0,
    right_after: voters ? sumWhere((pair) => isKey[pair.to] ?? false) / voters : 0,
    came_to_key: sumWhere((pair) => !isKey[pair.from] && (isKey[pair.to] ?? false)),
    left_key: sumWhere((pair) => (isKey[pair.from] ?? false) && !isKey[pair.to]),
  };
}

const forms = commitmentAxis.options.map((option) => option.id);
const stages = stageAxis.options.map((option) => option.id);
export const judged = ["right", "almost", "wrong"];

export const flows = {
  gain: flowOf(forms, ["moral"], [[7, 9, 0], [1, 18, 1], [0, 2, 3]]),
  loss: flowOf(forms, ["moral"], [[9, 1, 0], [8, 14, 3], [0, 1, 5]]),
  still: flowOf(forms, ["moral"], [[14, 0, 0], [0, 23, 0], [0, 0, 4]]),
  five: flowOf(forms, ["moral"], [[1, 2, 0], [0, 1, 0], [0, 1, 0]]),
  one: flowOf(forms, ["moral"], [[0, 1, 0], [0, 0, 0], [0, 0, 0]]),
  nobody: flowOf(forms, ["moral"], []),
  contested: flowOf(forms, ["moral", "structural"], [[4, 9, 3], [1, 12, 2], [0, 4, 6]]),
  many: flowOf(forms, ["moral"], [[161, 204, 11], [22, 381, 19], [8, 40, 54]]),
  six: flowOf(stages, ["supporter"], [
    [1, 1, 0, 0, 0, 0],
    [0, 1, 1, 1, 0, 0],
    [0, 0, 4, 5, 1, 0],
    [0, 0, 1, 11, 1, 0],
    [0, 0, 0, 6, 5, 1],
    [0, 0, 0, 1, 0, 1],
  ]),
  sixMany: flowOf(stages, ["supporter"], [
    [9, 6, 4, 11, 2, 1],
    [3, 41, 12, 22, 5, 2],
    [2, 14, 120, 96, 9, 3],
    [1, 4, 21, 240, 18, 2],
    [0, 3, 8, 71, 92, 12],
    [1, 2, 3, 14, 9, 37],
  ]),
  judged: flowOf(judged, ["right"], [[12, 2, 1], [8, 7, 2], [3, 2, 4]], false),
} as const;

/** The picture of who moved, on the axis that the flow is about. */
export function flowView(flow: FlowView, axisId = "commitment-form", changes: Partial<ScreenView> = {}): ScreenView {
  const axes = bakerReveal.axes.map((axis): AxisReveal => (axis.axis === axisId ? { ...axis, flow } : axis));
  return screenView({
    phase: "reveal",
    round: { ...bakerRound, vote: 2, open_axes: [axisId] },
    reveal: { ...bakerReveal, ...atReveal, shown_axis: axisId, shows_flow: true, axes },
    ...changes,
  });
}

const noBoard: Omit<BoardView, "kind"> = { confusions: [], matrix: null, calibration: null, teams: [], debate: null };

/** A board over the leaderboard of the last card. */
export function boardOf(board: Partial<BoardView> & Pick<BoardView, "kind">, changes: Partial<ScreenView> = {}): ScreenView {
  return screenView({ phase: "leaderboard", round: null, card_number: 12, board: { ...noBoard, ...board }, ...changes });
}

function confusion(axis: typeof stageAxis, pick: string, key: string, count: number, of: number, question: ConfusionView["question"]): ConfusionView {
  const label = (id: string) => axis.options.find((option) => option.id === id)?.short ?? text(id, id);
  return { axis: axis.id, axis_label: axis.short_label, key, key_label: label(key), pick, pick_label: label(pick), count, of, question };
}

export const confusions: readonly ConfusionView[] = [
  confusion(commitmentAxis, "personal", "moral", 38, 149, text("Wil ze blijven, of hoort ze te blijven?", "Does she want to stay, or ought she to stay?")),
  confusion(stageAxis, "client", "supporter", 29, 130, text("Spreekt deze klant erover?", "Does this customer speak of it?")),
  confusion(trustAxis, "integrity", "conduct", 21, 118, text("Zie je het motief, of alleen de inzet?", "Do you see the motive, or only the effort?")),
];

export const matrixBoard = boardOf({
  kind: "matrix",
  matrix: {
    axis: "commitment-form",
    axis_label: commitmentAxis.label,
    options: commitmentAxis.options.map((option) => ({ option: option.id, label: option.short })),
    counts: [[96, 12, 4], [38, 102, 9], [6, 11, 88]],
  },
});
export const matrixOfFour = boardOf({
  kind: "matrix",
  matrix: {
    axis: "stage",
    axis_label: stageAxis.label,
    options: stageAxis.options.slice(1, 5).map((option) => ({ option: option.id, label: option.short })),
    counts: [[41, 12, 4, 0], [8, 202, 29, 1], [0, 31, 188, 22], [0, 4, 17, 96]],
  },
});

/** Certainty with these numbers of answers and shares right. */
export function calibrationOf(
  answers: readonly [number, number, number],
  shares: readonly (number | null)[],
  certain_wrong: number,
  pair: ConfusionView | null = confusions[0] ?? null,
): CalibrationView {
  return {
    steps: (["guess", "fairly_sure", "certain"] as const).map((confidence, place) => ({
      confidence,
      answers: answers[place] ?? 0,
      right_share: shares[place] ?? null,
    })),
    pays_from: [0, 0.5, 0.667],
    certain_wrong,
    pair: pair && { ...pair, count: Math.min(22, certain_wrong) },
  };
}

/** Teams with these means (thousandths) and numbers of members; the highest in front. */
export function teamsOf(named: readonly (readonly [string, number, number])[]): TeamView[] {
  const best = Math.max(...named.filter(([, , members]) => members > 0).map(([, mean]) => mean));
  return named.map(([name, mean, members]) => ({
    name,
    mean,
    members,
    answered: Math.max(0, members - 1),
    is_in_front: members > 0 && mean === best,
  }));
}

export const fiveTeams = teamsOf([["Bakkers", 17_250, 9], ["Molenaars", 18_000, 8], ["Wevers", 15_500, 8], ["Brouwers", 17_500, 9], ["Veerlieden", 15_500, 7]]);
export const twoTeams = teamsOf([["Boven de brug", 12_000, 3], ["Onder de brug", 12_000, 21]]);
export const eightTeams = teamsOf([
  ["Bakkers", 17_250, 112], ["Molenaars", 9_000, 108], ["Wevers", 15_500, 120], ["Brouwers", 17_500, 109],
  ["Veerlieden", 15_500, 117], ["Klokkenluiders", 4_120, 101], ["Nachtwacht aan de vaart", 16_330, 4], ["Orgeltrappers", 0, 0],
]);
export const twelveTeams = teamsOf([
  ...eightTeams.map((team) => [team.name, team.mean, team.members] as const),
  ["Turfstekers", 14_000, 12], ["Vissers van de Oosterkade", 18_500, 9], ["Imkers", 11_250, 10], ["Smeden", 18_500, 11],
]);

/** The leaderboard or podium of a room of teams. */
export function teamsView(teams: readonly TeamView[], phase: "leaderboard" | "podium" = "leaderboard"): ScreenView {
  return screenView({ phase, round: null, card_number: 7, scoring: "teams", teams, players: 41 });
}

export const honouredView: ScreenView = screenView({
  phase: "podium",
  round: null,
  podium: podiumRows,
  honours: [
    { kind: "most_improved", names: ["Zeynep"], figure: 0.333 },
    { kind: "best_calibrated", names: ["Kwame", "Bartholomeus van Rij", "Lotte"], figure: 0.041 },
  ],
});
