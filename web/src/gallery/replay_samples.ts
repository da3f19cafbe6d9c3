/** A replay of two cards for the gallery and the tests, made the way the server makes one: only what changed. */
import type { Frame, Replay, ScreenChange, ScreenView } from "../wire/generated";
import { bakerReveal, bakerRound, SAMPLE_NOW, screenView } from "./samples";
import { earlierView, flows, flowView, honouredView, matrixBoard, trialView } from "./hour_samples";
import { boardBefore, boardView, contestedView, lobbyView, podiumRows, queueRound } from "./screen_samples";

const OPENED = SAMPLE_NOW - 3_600_000;

/** The frames that lead through these views, each at its seconds from the start. */
export function framesOf(views: readonly (readonly [number, ScreenView])[]): Frame[] {
  let before: ScreenView | null = null;
  return views.map(([seconds, view], place) => {
    const at = OPENED + seconds * 1000;
    const now = { ...view, version: place + 1, server_now: at };
    const change = Object.fromEntries(
      Object.entries(now).filter(
        ([name, value]) => JSON.stringify(before?.[name as keyof ScreenView]) !== JSON.stringify(value),
      ),
    ) as ScreenChange;
    before = now;
    return { at, version: place + 1, change };
  });
}

const pseudonym = (person: number): string => `P${person + 1}`;

function arrivals(): [number, ScreenView][] {
  return Array.from({ length: 41 }, (_, person) => {
    const names = Array.from({ length: person + 1 }, (_, other) => pseudonym(other)).slice(-24);
    return [5 + person * 3, lobbyView(person + 1, { newest_names: names })];
  });
}

function answers(from: number, limit: number, view: ScreenView): [number, ScreenView][] {
  return Array.from({ length: 41 }, (_, person) => [
    from + 2 + Math.round((person * (limit - 8)) / 41),
    { ...view, answered: person + 1 },
  ]);
}

function card(
  number: number,
  cards: number,
  start: number,
  round: ScreenView["round"],
  reveal: ScreenView["reveal"],
): [number, ScreenView][] {
  if (!round || !reveal) return [];
  const open = start + 10;
  const timed = { ...round, opens_at: OPENED + open * 1000, closes_at: OPENED + (open + 60) * 1000 };
  const base = screenView({ card_number: number, card_count: cards, round: timed, players: 41, answered: 0 });
  const closed: ScreenView = { ...base, phase: "closed", answered: 41 };
  const reveals = reveal.axes.map((axis, place): [number, ScreenView] => [
    open + 75 + place * 40,
    { ...closed, phase: "reveal", reveal: { ...reveal, shown_axis: axis.axis } },
  ]);
  return [
    [start, { ...base, phase: "reading" }],
    [open, { ...base, phase: "answering" }],
    ...answers(open, 60, { ...base, phase: "answering" }),
    [open + 60, closed],
    ...reveals,
  ];
}

/** A card that is talked about after its first vote and voted on again; `number` 0 is a trial. */
function talkedCard(number: number, start: number): [number, ScreenView][] {
  const at = (seconds: number): number => OPENED + (start + seconds) * 1000;
  const first = { ...bakerRound, opens_at: at(5), closes_at: at(65) };
  const base = screenView({ card_number: number, card_count: 3, round: first, answered: 0 });
  const open_axes = ["commitment-form"];
  const talk = { ...first, open_axes, talk_ends_at: at(200) };
  const second = { ...base, round: { ...first, vote: 2, open_axes, opens_at: at(200), closes_at: at(230) } };
  const moved = flowView(flows.gain, "commitment-form", { card_number: number, card_count: 3 });
  return [
    [start, { ...base, phase: "reading" }],
    [start + 5, base],
    [start + 65, { ...base, phase: "closed", answered: 41 }],
    [start + 80, { ...base, phase: "talk", answered: 41, round: talk }],
    [start + 200, second],
    [start + 230, { ...second, phase: "closed", answered: 39 }],
    [start + 240, { ...moved, reveal: { ...bakerReveal, shown_axis: "commitment-form" } }],
    [start + 270, moved],
    [start + 300, { ...moved, board: matrixBoard.board }],
    [start + 315, moved],
  ];
}

const board = (number: number, rows: ScreenView["leaderboard"]): ScreenView => ({
  ...boardView,
  card_number: number,
  card_count: 2,
  leaderboard: rows.map((row, place) => ({ ...row, name: pseudonym(place * 4 + number) })),
});

/** The square, two cards with their leaderboards, the podium and the end. */
export const sampleReplay: Replay = {
  room: "sample-room",
  deck_title: { nl: "Het dorpsplein", en: "The village square" },
  opened_at: OPENED,
  ended_at: OPENED + 700_000,
  is_live: false,
  players: 41,
  cards: [
    { number: 1, id: bakerRound.card, title: bakerRound.title, at: OPENED + 150_000 },
    { number: 2, id: queueRound.card, title: queueRound.title, at: OPENED + 400_000 },
  ],
  frames: framesOf([
    [0, lobbyView(0)],
    ...arrivals(),
    ...card(1, 2, 150, bakerRound, bakerReveal),
    [380, board(1, boardBefore)],
    ...card(2, 2, 400, queueRound, contestedView.reveal),
    [620, board(2, boardView.leaderboard)],
    [650, screenView({ phase: "podium", round: null, podium: podiumRows, card_number: 2 })],
    [700, screenView({ phase: "ended", round: null, podium: podiumRows, card_number: 2 })],
  ]),
};

/** A replay with as many cards as a long evening, to see the stair full. */
export function longReplay(cards: number): Replay {
  const frames = framesOf([
    [0, lobbyView(3)],
    ...Array.from({ length: cards }, (_, place) => card(place + 1, cards, 60 + place * 220, bakerRound, bakerReveal)).flat(),
    [80 + cards * 220, screenView({ phase: "ended", round: null, podium: podiumRows, card_number: cards })],
  ]);
  return {
    ...sampleReplay,
    ended_at: frames.at(-1)?.at ?? null,
    frames,
    cards: Array.from({ length: cards }, (_, place) => ({
      number: place + 1,
      id: `card-${place + 1}`,
      title: bakerRound.title,
      at: OPENED + (60 + place * 220) * 1000,
    })),
  };
}

/** A trial card, a card with two votes, an earlier card shown again, and a podium with honours. */
export const talkedReplay: Replay = {
  ...sampleReplay,
  ended_at: OPENED + 560_000,
  frames: framesOf([
    [0, lobbyView(3)],
    [20, { ...trialView, phase: "reading" }],
    [25, trialView],
    [60, { ...trialView, phase: "closed" }],
    ...talkedCard(1, 90),
    [430, { ...earlierView, card_number: 1, card_count: 3 }],
    [470, board(1, boardBefore)],
    [500, honouredView],
    [550, screenView({ phase: "ended", round: null, podium: podiumRows })],
  ]),
};
