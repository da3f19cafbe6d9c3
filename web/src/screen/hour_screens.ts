/** The class hour for the gallery. */
import * as sample from "../gallery/hour_samples";
import { bakerReveal, bakerRound, screenView } from "../gallery/samples";
import { boardView, contestedView, longRound, podiumRows, queueRound } from "../gallery/screen_samples";
import { commitmentAxis } from "../gallery/sample_axes";
import type { ScreenView } from "../wire/generated";

const { boardOf, calibrationOf, confusions, flows, flowView, talkView } = sample;
const calibration = (...of: Parameters<typeof calibrationOf>): ScreenView =>
  boardOf({ kind: "calibration", calibration: calibrationOf(...of) });

export const hourViews: Readonly<Record<string, ScreenView>> = {
  talk: talkView(124_000),
  "talk-last": talkView(8_000, queueRound),
  "talk-no-limit": talkView(null, bakerRound, ["stage", "trust-level"]),
  "talk-long": sample.longTalk,
  "talk-short": talkView(600_000, queueRound, ["stage", "commitment-form", "trust-level"]),
  "second-vote": sample.secondVoteView,
  "second-closed": { ...sample.secondVoteView, phase: "closed" },
  "trial-open": sample.trialView,
  "trial-reading": { ...sample.trialView, phase: "reading" },
  "trial-reveal": screenView({ phase: "reveal", card_number: 0, round: { ...bakerRound, is_trial: true }, reveal: bakerReveal }),
  "reveal-earlier": sample.earlierView,
  flow: flowView(flows.gain),
  "flow-loss": flowView(flows.loss),
  "flow-still": flowView(flows.still),
  "flow-5": flowView(flows.five),
  "flow-1": flowView(flows.one),
  "flow-0": flowView(flows.nobody),
  "flow-900": flowView(flows.many),
  "flow-contested": flowView(flows.contested),
  "flow-six": flowView(flows.six, "stage"),
  "flow-six-900": flowView(flows.sixMany, "stage"),
  "flow-judged": flowView(flows.judged),
  "board-join": boardOf({ kind: "join" }),
  "board-join-open": screenView({ board: { kind: "join", confusions: [], matrix: null, calibration: null, teams: [], debate: null } }),
  "board-confusions": boardOf({ kind: "confusions", confusions }),
  "board-confusions-2": boardOf({ kind: "confusions", confusions: confusions.slice(0, 2).map((one) => ({ ...one, question: one.axis === "stage" ? null : one.question })) }),
  "board-confusions-1": boardOf({ kind: "confusions", confusions: confusions.slice(0, 1) }),
  "board-confusions-0": boardOf({ kind: "confusions" }),
  "board-matrix": sample.matrixBoard,
  "board-matrix-4": sample.matrixOfFour,
  "board-matrix-0": boardOf({
    kind: "matrix",
    matrix: {
      axis: "commitment-form",
      axis_label: commitmentAxis.label,
      options: commitmentAxis.options.map((option) => ({ option: option.id, label: option.short })),
      counts: [[0, 0, 0], [0, 0, 0], [0, 0, 0]],
    },
  }),
  "board-calibration": calibration([98, 156, 238], [0.38, 0.62, 0.74], 61),
  "board-calibration-over": calibration([98, 156, 238], [0.28, 0.66, 0.47], 126),
  "board-calibration-few": calibration([12, 41, 3], [null, 0.71, null], 0, null),
  "board-calibration-0": calibration([0, 0, 0], [null, null, null], 0, null),
  "board-calibration-all": calibration([31, 40, 52], [0.05, 0.9, 0.98], 1),
  "board-teams": boardOf({ kind: "teams", teams: sample.fiveTeams }, { scoring: "teams" }),
  "board-debate": screenView({ ...contestedView, board: { kind: "debate", confusions: [], matrix: null, calibration: null, teams: [], debate: contestedView.reveal?.debate ?? null } }),
  "teams-2": sample.teamsView(sample.twoTeams),
  "teams-8": sample.teamsView(sample.eightTeams),
  "teams-12": sample.teamsView(sample.twelveTeams),
  "teams-start": sample.teamsView(sample.teamsOf([["Bakkers", 0, 0], ["Molenaars", 0, 0], ["Wevers", 0, 0]])),
  "leaderboard-top": { ...boardView, leaderboard: boardView.leaderboard.slice(0, 3) },
  "podium-honours": sample.honouredView,
  "podium-one-honour": { ...sample.honouredView, honours: sample.honouredView.honours.slice(0, 1) },
  "podium-teams": sample.teamsView(sample.fiveTeams, "podium"),
  "podium-teams-tie": sample.teamsView(sample.twelveTeams, "podium"),
  "podium-no-points": screenView({ phase: "podium", round: null, scoring: "none" }),
  "podium-nobody": screenView({ phase: "podium", round: null, players: 0 }),
  "podium-nobody-scored": screenView({ phase: "podium", round: null }),
  "ended-no-points": screenView({ phase: "ended", round: null, scoring: "none" }),
  "ended-teams": { ...sample.teamsView(sample.fiveTeams), phase: "ended" },
  "podium-tie-twelve": screenView({
    phase: "podium",
    round: null,
    podium: Array.from({ length: 12 }, (_, place) => ({ ...podiumRows[place % podiumRows.length]!, rank: 1, name: `${podiumRows[place % 4]!.name} ${place + 1}` })),
  }),
  "second-long": { ...sample.secondVoteView, round: { ...longRound, vote: 2, open_axes: ["stage", "trust-level"] } },
};
