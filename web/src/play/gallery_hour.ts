/** The phone's samples of the class hour: how sure, the talk, the second vote, teams, and rooms that show less. */
import { bakerReveal, bakerRound, podiumRows, SAMPLE_NOW } from "../gallery/samples";
import { oneVote, plainResult, sureOfNothing } from "../wire/blank";
import type { ResultView, RoomView, RoundView, SeatView } from "../wire/generated";
import type { RoomSession } from "./room_session.svelte";

/** A scene as gallery.ts makes one: what the views say, and what is then done on the phone. */
export interface HourScene {
  room?: Partial<RoomView>;
  seat?: Partial<SeatView>;
  act?: (session: RoomSession) => void;
}

const said = { stage: "supporter", "commitment-form": "moral", "trust-level": "integrity" };
const answer = { card: bakerRound.card, picks: said, at: SAMPLE_NOW, ...sureOfNothing };
const sureRound: RoundView = { ...bakerRound, asks_confidence: true };
const talkRound: RoundView = {
  ...bakerRound,
  closes_at: SAMPLE_NOW - 5_000,
  open_axes: ["commitment-form", "trust-level"],
  talk_ends_at: SAMPLE_NOW + 131_000,
};
const secondRound: RoundView = { ...bakerRound, vote: 2, open_axes: talkRound.open_axes };
const teams = ["Bakkerij De Vroege Vogel", "Kaasboeren", "Visafslag", "Marktmeesters"];

function choose(session: RoomSession): void {
  for (const [axis, option] of Object.entries(said)) session.sheet?.choose(axis, option, 35_000);
}

function weigh(session: RoomSession): void {
  choose(session);
  session.sheet?.weigh();
}

const moved: ResultView = {
  card: bakerRound.card,
  axes: [
    { axis: "stage", ...oneVote, pick: "supporter", verdict: "right", points: 3000 },
    { axis: "commitment-form", first_pick: "moral", pick: "personal", verdict: "wrong", points: -3000 },
    { axis: "trust-level", first_pick: "integrity", pick: "integrity", verdict: "almost", points: -1500 },
  ],
  points: -1500,
  bonus: 0,
  most: 9000,
  ...plainResult,
  confidence: "certain",
  counted_vote: 2,
};
const won: ResultView = {
  ...moved,
  axes: [
    { axis: "stage", ...oneVote, pick: "supporter", verdict: "right", points: 2000 },
    { axis: "commitment-form", first_pick: "personal", pick: "moral", verdict: "right", points: 2000 },
    { axis: "trust-level", first_pick: "integrity", pick: "conduct", verdict: "right", points: 2000 },
  ],
  points: 6000,
  confidence: "fairly_sure",
};
const firstCounted: ResultView = {
  ...won,
  axes: won.axes.map((one) => (one.axis === "commitment-form" ? { ...one, verdict: "wrong", points: -1000 } : one)),
  points: 3000,
  counted_vote: 1,
};

const revealed = { phase: "reveal", reveal: bakerReveal } as const;
const board = { phase: "leaderboard", round: null } as const;

export const hourScenes: Record<string, HourScene> = {
  "lobby-teams": { room: { phase: "lobby", round: null, card_number: 0, scoring: "teams", team_names: teams }, seat: { team: 2 } },
  trial: { room: { card_number: 0, round: { ...bakerRound, is_trial: true } } },
  "ready-by-itself": { act: choose },
  "ready-how-sure": { room: { round: sureRound }, act: choose },
  confidence: { room: { round: sureRound }, act: weigh },
  "confidence-chosen": {
    room: { round: sureRound },
    act: (session) => {
      weigh(session);
      session.sheet?.beSure("fairly_sure", 31_000);
    },
  },
  "confidence-certain": {
    room: { round: sureRound },
    act: (session) => {
      weigh(session);
      session.sheet?.beSure("certain", 31_000);
    },
  },
  "confidence-no-points": { room: { round: { ...sureRound, closes_at: null, limit_millis: null }, scoring: "none" }, act: weigh },
  "sent-how-sure": { room: { round: sureRound }, seat: { answer: { ...answer, confidence: "fairly_sure" } } },
  talk: { room: { phase: "talk", round: talkRound }, seat: { answer } },
  "talk-late": { room: { phase: "talk", round: { ...talkRound, talk_ends_at: null } }, seat: { came_in_at_card: 4 } },
  "talk-one-axis": { room: { phase: "talk", round: { ...talkRound, open_axes: ["commitment-form"] } }, seat: { answer } },
  second: { room: { round: secondRound }, seat: { answer } },
  "second-how-sure": {
    room: { round: { ...secondRound, asks_confidence: true } },
    seat: { answer: { ...answer, confidence: "guess" } },
  },
  "second-changed": {
    room: { round: secondRound },
    seat: { answer },
    act: (session) => session.sheet?.choose("commitment-form", "personal", 30_000),
  },
  "second-newcomer": { room: { round: secondRound }, seat: { came_in_at_card: 4 } },
  "second-sent": { room: { round: secondRound }, seat: { answer: { ...answer, vote: 2 } } },
  "second-closed": { room: { phase: "closed", round: secondRound }, seat: { answer } },
  "own-time": {
    room: { phase: "closed", round: { ...bakerRound, closes_at: SAMPLE_NOW - 1_000 } },
    seat: { own_time: { closes_at: SAMPLE_NOW + 29_000, limit_millis: 120_000 } },
    act: choose,
  },
  "reveal-sure": { room: revealed, seat: { result: won, rank: 5, previous_rank: 9, streak: 3 } },
  "reveal-lost": { room: revealed, seat: { result: moved, rank: 12, previous_rank: 9 } },
  "reveal-first-counts": { room: revealed, seat: { result: firstCounted, rank: 7, previous_rank: 9 } },
  "reveal-trial": {
    room: { ...revealed, card_number: 0, round: { ...bakerRound, is_trial: true } },
    seat: { result: { ...won, points: 0, most: 0, is_trial: true, confidence: null }, rank: null },
  },
  "reveal-no-points": { room: { ...revealed, scoring: "none" }, seat: { result: moved, rank: null, ranked: 0 } },
  "reveal-hidden": { room: { ...revealed, leaderboard_mode: "hidden" }, seat: { result: won, rank: null, ranked: 0, streak: 4 } },
  "reveal-earlier": {
    room: { ...revealed, card_number: 7, reveal: { ...bakerReveal, is_earlier: true } },
    seat: { result: won, rank: 5 },
  },
  "standing-hidden": { room: { ...board, leaderboard_mode: "hidden" }, seat: { rank: null, ranked: 0 } },
  "standing-top": { room: { ...board, leaderboard_mode: "top" }, seat: { rank: 9, previous_rank: 9 } },
  "standing-no-points": { room: { ...board, scoring: "none" }, seat: { rank: null, ranked: 0 } },
  "standing-team": { room: { ...board, scoring: "teams", team_names: teams }, seat: { rank: 9, team: 0, points: -2_500 } },
  "podium-honours": {
    room: {
      phase: "podium",
      round: null,
      podium: podiumRows,
      honours: [
        { kind: "most_improved", names: ["Annemarijn"], figure: 0.31 },
        { kind: "best_calibrated", names: ["Sem de Wit", "Yara"], figure: 0.04 },
      ],
    },
    seat: { rank: 5 },
  },
  "podium-no-points": { room: { phase: "podium", round: null, scoring: "none" }, seat: { rank: null, ranked: 0 } },
};
