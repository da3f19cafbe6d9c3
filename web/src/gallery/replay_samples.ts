/** A replay of two cards for the gallery and the tests, made the way the server makes one: only what changed. */
import type { Frame, Replay, ScreenChange, ScreenView } from "../wire/generated";
import { bakerReveal, bakerRound, SAMPLE_NOW, screenView } from "./samples";
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
