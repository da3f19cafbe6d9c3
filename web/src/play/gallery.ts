/** The phone's screens for the gallery: real sessions on a socket that stands still. */
import { bakerReveal, bakerRound, contestedReveal, podiumRows, roomView, SAMPLE_NOW, seatView } from "../gallery/samples";
import { atReveal, oneVote, plainResult, sureOfNothing } from "../wire/blank";
import { shown, type GalleryScreens } from "../gallery/entry";
import { stageAxis } from "../gallery/sample_axes";
import { Connection } from "../wire/connection";
import { FakeSocket } from "../wire/fake_socket";
import type { ResultView, RoomView, SeatView } from "../wire/generated";
import { browserChance } from "../wire/port";
import GalleryPhone from "./GalleryPhone.svelte";
import { kindAxes, kindPicks, revealOf, roundOf, type KindName } from "./gallery_kinds";
import { hourScenes } from "./gallery_hour";
import { forgetfulKeeper, Kept } from "./kept";
import { RoomSession } from "./room_session.svelte";

interface Scene {
  room?: Partial<RoomView>;
  seat?: Partial<SeatView> | null;
  act?: (session: RoomSession, socket: FakeSocket) => void;
}

/** A session in which the sample class plays right now. */
function scene({ room, seat, act }: Scene): { session: RoomSession } {
  const socket = new FakeSocket();
  const seatKept = { room: "sample-room", pin: "482917", token: "ab".repeat(16), name: "Annemarijn", usedAt: 0 };
  const session = new RoomSession(seatKept, new Kept(forgetfulKeeper()), (listeners) => {
    return new Connection(socket, listeners, browserChance);
  });
  const now = Date.now();
  const atNow = (moment: number | null): number | null => (moment === null ? null : moment - SAMPLE_NOW + now);
  const view = roomView(room);
  const round = view.round && {
    ...view.round,
    opens_at: view.round.opens_at - SAMPLE_NOW + now,
    closes_at: atNow(view.round.closes_at),
    talk_ends_at: atNow(view.round.talk_ends_at),
  };
  const own = seat?.own_time && { ...seat.own_time, closes_at: atNow(seat.own_time.closes_at) };
  socket.comeOnline();
  socket.hear("room", { ...view, server_now: now, round });
  socket.hear("seat", seat === null ? null : seatView({ ...seat, ...(own && { own_time: own }), server_now: now }));
  act?.(session, socket);
  return { session };
}

const whole = { stage: "supporter", "commitment-form": "moral", "trust-level": "integrity" };
const answer = { card: bakerRound.card, picks: whole, at: SAMPLE_NOW, ...sureOfNothing };

const result: ResultView = {
  card: bakerRound.card,
  axes: [
    { axis: "stage", ...oneVote, pick: "supporter", verdict: "right", points: 1000 },
    { axis: "commitment-form", ...oneVote, pick: "moral", verdict: "right", points: 1000 },
    { axis: "trust-level", ...oneVote, pick: "integrity", verdict: "almost", points: 250 },
  ],
  points: 2250,
  bonus: 0,
  most: 3000,
  ...plainResult,
};

const nothing: ResultView = {
  ...result,
  axes: [
    { axis: "stage", ...oneVote, pick: "client", verdict: "wrong", points: 0 },
    { axis: "commitment-form", ...oneVote, pick: "personal", verdict: "wrong", points: 0 },
    { axis: "trust-level", ...oneVote, pick: null, verdict: "none", points: 0 },
  ],
  points: 0,
};

function chooseTwo(session: RoomSession): void {
  session.sheet?.choose("stage", "supporter", 44_000);
  session.sheet?.choose("commitment-form", "moral", 40_000);
}

function chooseAll(session: RoomSession): void {
  chooseTwo(session);
  session.sheet?.choose("trust-level", "integrity", 35_000);
}

const revealed = { phase: "reveal", reveal: bakerReveal } as const;

const scenes: Record<string, () => { session: RoomSession }> = {
  lobby: () => scene({ room: { phase: "lobby", round: null, card_number: 0 } }),
  reading: () => scene({ room: { phase: "reading", round: { ...bakerRound, opens_at: SAMPLE_NOW + 8_000, closes_at: null } } }),
  answering: () => scene({ act: chooseTwo }),
  "answering-fresh": () => scene({ seat: { came_in_at_card: 4 } }),
  "answering-one-axis": () => scene({ room: { round: { ...bakerRound, axes: [stageAxis] } } }),
  "answering-no-limit": () => scene({ room: { round: { ...bakerRound, closes_at: null, limit_millis: null } } }),
  ready: () => scene({ act: chooseAll }),
  sending: () =>
    scene({
      act: (session) => {
        chooseAll(session);
        session.sheet?.send();
      },
    }),
  sent: () => scene({ seat: { answer } }),
  changed: () =>
    scene({
      seat: { answer },
      act: (session) => {
        session.sheet?.change();
        session.sheet?.choose("trust-level", "conduct", 20_000);
      },
    }),
  reconnecting: () =>
    scene({
      act: (session, socket) => {
        chooseAll(session);
        socket.lose();
        session.sheet?.send();
      },
    }),
  "reconnecting-card": () =>
    scene({
      act: (session, socket) => {
        chooseTwo(session);
        socket.lose();
      },
    }),
  refused: () =>
    scene({
      act: (session) => {
        chooseAll(session);
        if (session.sheet) session.sheet.refusal = "TOO_LATE";
        session.sheet?.change();
        if (session.sheet) session.sheet.isChoosing = false;
      },
    }),
  closed: () => scene({ room: { phase: "closed" }, seat: { answer } }),
  "closed-nothing": () => scene({ room: { phase: "closed" } }),
  reveal: () => scene({ room: revealed, seat: { result, rank: 5, previous_rank: 9 } }),
  "reveal-nothing": () => scene({ room: revealed, seat: { result: nothing, rank: 22, previous_rank: 9 } }),
  "reveal-contested": () => scene({ room: { ...revealed, reveal: contestedReveal }, seat: { result, rank: 5, previous_rank: 5 } }),
  "reveal-newcomer": () => scene({ room: revealed, seat: { came_in_at_card: 5, rank: null } }),
  standing: () => scene({ room: { phase: "leaderboard", round: null }, seat: { result, rank: 5, previous_rank: 9 } }),
  "standing-first": () => scene({ room: { phase: "leaderboard", round: null }, seat: { rank: 1, previous_rank: 1 } }),
  "standing-last": () => scene({ room: { phase: "leaderboard", round: null }, seat: { rank: 41, previous_rank: 40 } }),
  podium: () => scene({ room: { phase: "podium", round: null, card_number: 12, podium: podiumRows }, seat: { rank: 5 } }),
  "podium-you": () => scene({ room: { phase: "podium", round: null, podium: podiumRows }, seat: { name: "Noor", rank: 1 } }),
  ended: () => scene({ room: { phase: "ended", round: null, podium: podiumRows }, seat: { rank: 5 } }),
  removed: () => scene({ seat: { is_removed: true } }),
  "at-the-door": () => scene({ seat: { door: "waiting" } }),
  "at-the-door-away": () => scene({ seat: { door: "waiting" }, act: (_session, socket) => socket.lose() }),
  "turned-away": () => scene({ seat: { door: "turned_away" } }),
};

const KINDS = Object.keys(kindAxes) as KindName[];

/** What is chosen first and not yet whole, to see a sheet that is being filled. */
function begin(session: RoomSession, kind: KindName): void {
  const { id } = kindAxes[kind];
  if (kind === "rank" || kind === "sequence") {
    const begun = kind === "rank" ? ["love", "status", "information"] : ["interest", "push"];
    session.sheet?.act(id, { pick: undefined, draft: begun }, 40_000);
  } else if (kind === "pair") session.sheet?.act(id, { pick: { pairs: { hug: "love" } } }, 40_000);
  else session.sheet?.choose(id, kindPicks[kind], 40_000);
}

/** The screens of a card that is answered in one of the rarer ways. */
function kindScenes(kind: KindName): Record<string, () => { session: RoomSession }> {
  const round = kind === "open" ? { ...roundOf(kind), closes_at: null, limit_millis: null } : roundOf(kind);
  const asked = { deck_kinds: [kindAxes[kind].kind], round };
  const picks = { [kindAxes[kind].id]: kindPicks[kind] };
  const verdict = kind === "open" ? "waiting" : "almost";
  const own = { axis: kindAxes[kind].id, pick: kindPicks[kind], ...oneVote, verdict, points: kind === "open" ? 0 : 500 } as const;
  const kindResult = { card: round.card, axes: [own], points: own.points, bonus: 0, most: 1000, ...plainResult };
  const reveal = { ...atReveal, shown_axis: kindAxes[kind].id, axes: [revealOf(kind)], debate: null };
  return {
    [`way-${kind}-fresh`]: () => scene({ room: asked }),
    [`way-${kind}`]: () => scene({ room: asked, act: (session) => begin(session, kind) }),
    [`way-${kind}-whole`]: () => scene({ room: asked, act: (session) => session.sheet?.choose(own.axis, own.pick, 40_000) }),
    [`way-${kind}-sent`]: () => scene({ room: asked, seat: { answer: { card: round.card, picks, at: SAMPLE_NOW, ...sureOfNothing } } }),
    [`way-${kind}-reveal`]: () => scene({ room: { ...asked, phase: "reveal", reveal }, seat: { result: kindResult, rank: 5 } }),
  };
}

for (const [name, hour] of Object.entries(hourScenes)) scenes[name] = () => scene(hour);
for (const kind of KINDS) Object.assign(scenes, kindScenes(kind));

export const screens: GalleryScreens = {
  join: shown(GalleryPhone, { make: null, pin: "" }),
  "join-filled": shown(GalleryPhone, { make: null, pin: "482917" }),
  "join-offered": shown(GalleryPhone, { make: null, pin: "222222" }),
  "join-wrong": shown(GalleryPhone, { make: null, pin: "111111" }),
  ...Object.fromEntries(Object.entries(scenes).map(([name, make]) => [name, shown(GalleryPhone, { make, pin: "" })])),
};
