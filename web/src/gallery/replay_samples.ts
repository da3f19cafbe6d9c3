/** A replay of two cards for the gallery and the tests, made the way the server makes one: only what changed, in parts. */
import { momentOf } from "../screen/moments";
import type { AnswersIn, Frame, HostAction, Moment, MomentKind, Replay, ReplayPart, ScreenChange, ScreenView } from "../wire/generated";
import { bakerReveal, bakerRound, SAMPLE_NOW, screenView } from "./samples";
import { earlierView, flows, flowView, honouredView, matrixBoard, trialView } from "./hour_samples";
import { boardBefore, boardView, contestedView, lobbyView, podiumRows, queueRound } from "./screen_samples";

const OPENED = SAMPLE_NOW - 3_600_000;

type Views = readonly (readonly [number, ScreenView])[];

/** A replay with all its parts, as a page has it in the end. */
export interface Recorded {
  readonly replay: Replay;
  readonly parts: readonly ReplayPart[];
}

const KINDS: Readonly<Record<ScreenView["phase"], MomentKind>> = {
  lobby: "square",
  reading: "read",
  answering: "vote",
  closed: "closed",
  talk: "talk",
  reveal: "reveal",
  leaderboard: "ranks",
  podium: "podium",
  ended: "ended",
};

const differs = (before: unknown, after: unknown): boolean =>
  before !== after && JSON.stringify(before) !== JSON.stringify(after);

function kindOf(view: ScreenView): MomentKind {
  if (view.reveal?.is_earlier) return "earlier";
  if (view.reveal?.shows_flow) return "flow";
  return view.phase === "answering" && (view.round?.vote ?? 1) > 1 ? "second_vote" : KINDS[view.phase];
}

function momentsOf(views: Views): Moment[] {
  return views.flatMap(([seconds, view], place): Moment[] => {
    const before = views[place - 1]?.[1];
    if (before && momentOf(before) === momentOf(view)) return [];
    const axis = view.round?.axes.find((asked) => asked.id === view.reveal?.shown_axis);
    return [
      {
        at: OPENED + seconds * 1000,
        version: place + 1,
        kind: kindOf(view),
        number: view.card_number,
        card: view.round?.card ?? null,
        title: view.round?.title ?? null,
        is_trial: view.round?.is_trial ?? false,
        axis_label: axis?.short_label ?? null,
        board: view.board?.kind ?? null,
      },
    ];
  });
}

function answersOf(views: Views): AnswersIn[] {
  const votes: { card: string; vote: number; at: number; counts: number[] }[] = [];
  let answered = 0;
  for (const [seconds, view] of views) {
    if (view.phase !== "answering" || !view.round) continue;
    const { card, vote } = view.round;
    const at = OPENED + seconds * 1000;
    let last = votes.at(-1);
    if (last?.card !== card || last.vote !== vote) {
      votes.push((last = { card, vote, at, counts: [] }));
      answered = 0;
    }
    const bin = Math.floor((at - last.at) / 1000);
    while (last.counts.length <= bin) last.counts.push(0);
    last.counts[bin] = (last.counts[bin] ?? 0) + Math.max(0, view.answered - answered);
    ({ answered } = view);
  }
  return votes.map((vote) => ({ ...vote, every_millis: 1000 }));
}

/** The replay that leads through these views, each at its seconds from the start; a part begins at every so many cards. */
export function recorded(views: Views, actions: readonly HostAction[] = [], cardsInPart = 1): Recorded {
  const moments = momentsOf(views);
  const cards = moments.flatMap((moment) =>
    moment.kind === "read" && moment.card && moment.title
      ? [{ number: moment.number, id: moment.card, title: moment.title, is_trial: moment.is_trial, at: moment.at }]
      : [],
  );
  const starts = new Set(moments.filter((moment) => moment.kind === "read").filter((_, place) => place % cardsInPart === 0).map((moment) => moment.version));
  const parts: { number: number; frames: Frame[] }[] = [{ number: 0, frames: [] }];
  let before: ScreenView | null = null;
  views.forEach(([seconds, view], place) => {
    const version = place + 1;
    if (place > 0 && starts.has(version)) {
      parts.push({ number: parts.length, frames: [] });
      before = null;
    }
    const at = OPENED + seconds * 1000;
    const now = { ...view, version, server_now: at };
    const change = Object.fromEntries(
      Object.entries(now).filter(
        ([name, value]) => differs(before?.[name as keyof ScreenView], value),
      ),
    ) as ScreenChange;
    before = now;
    parts.at(-1)?.frames.push({ at, version, change });
  });
  const last = views.at(-1);
  const last_at = OPENED + (last?.[0] ?? 0) * 1000;
  return {
    replay: {
      room: "sample-room",
      version: views.length,
      with_names: false,
      deck_title: { nl: "Het dorpsplein", en: "The village square" },
      opened_at: OPENED,
      ended_at: last?.[1].phase === "ended" ? last_at : null,
      last_at,
      is_live: last?.[1].phase !== "ended",
      players: 41,
      cards_played: Math.max(0, ...cards.map((card) => card.number)),
      cards,
      moments,
      actions,
      answers: answersOf(views),
      parts: parts.map(({ frames }) => ({ frame: (frames[0]?.version ?? 1) - 1, at: frames[0]?.at ?? 0, version: frames[0]?.version ?? 1 })),
    },
    parts,
  };
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

/** Something the host did so many seconds from the start, at the version of that view. */
const did = (seconds: number, version: number, kind: HostAction["kind"], more: Partial<HostAction> = {}): HostAction => ({
  at: OPENED + seconds * 1000,
  version,
  kind,
  seconds: null,
  board: null,
  ...more,
});

/** The square, two cards with their leaderboards, the podium and the end. */
export const sampleReplay: Recorded = recorded(
  [
    [0, lobbyView(0)],
    ...arrivals(),
    ...card(1, 2, 150, bakerRound, bakerReveal),
    [380, board(1, boardBefore)],
    ...card(2, 2, 400, queueRound, contestedView.reveal),
    [620, board(2, boardView.leaderboard)],
    [650, screenView({ phase: "podium", round: null, podium: podiumRows, card_number: 2 })],
    [700, screenView({ phase: "ended", round: null, podium: podiumRows, card_number: 2 })],
  ],
  [did(140, 42, "locked"), did(190, 70, "time_added", { seconds: 30 })],
);

/** A replay with as many cards as a long evening, to see the stair full. */
export function longReplay(cards: number): Recorded {
  return recorded([
    [0, lobbyView(3)],
    ...Array.from({ length: cards }, (_, place) => {
      const round = { ...bakerRound, card: `card-${place + 1}` };
      return card(place + 1, cards, 60 + place * 220, round, bakerReveal);
    }).flat(),
    [80 + cards * 220, screenView({ phase: "ended", round: null, podium: podiumRows, card_number: cards })],
  ]);
}

/** A trial card, a card with two votes, an earlier card shown again, and a podium with honours. */
export const talkedReplay: Recorded = recorded(
  [
    [0, lobbyView(3)],
    [20, { ...trialView, phase: "reading" }],
    [25, trialView],
    [60, { ...trialView, phase: "closed" }],
    ...talkedCard(1, 90),
    [430, { ...earlierView, card_number: 1, card_count: 3 }],
    [470, board(1, boardBefore)],
    [500, honouredView],
    [550, screenView({ phase: "ended", round: null, podium: podiumRows })],
  ],
  [did(130, 6, "time_added", { seconds: 30 }), did(190, 8, "undone"), did(390, 13, "board", { board: "matrix" }), did(430, 15, "earlier")],
);

/** The same while it goes on. */
export const liveReplay: Recorded = { ...sampleReplay, replay: { ...sampleReplay.replay, is_live: true, ended_at: null } };
