import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bakerRound, roomView, SAMPLE_NOW, seatView } from "../gallery/samples";
import { Connection, SILENCE_MILLIS } from "../wire/connection";
import { FakeSocket } from "../wire/fake_socket";
import type { Phase, RoundView } from "../wire/generated";
import { browserChance } from "../wire/port";
import { forgetfulKeeper, Kept, type KeptSeat } from "./kept";
import { RoomSession } from "./room_session.svelte";

const seatKept: KeptSeat = { room: "sample-room", pin: "482917", token: "ab".repeat(16), name: "Noor", usedAt: 0 };

let socket: FakeSocket;
let session: RoomSession;

/** The phone opens its page: a new session on the storage that it had. */
function openPage(kept: Kept): void {
  socket = new FakeSocket();
  session = new RoomSession(seatKept, kept, (listeners) => new Connection(socket, listeners, browserChance));
}

/** The server tells of the card in this phase, as of now. */
function hearCard(phase: Phase, round: Partial<RoundView> = {}): void {
  socket.hear("room", roomView({ phase, server_now: Date.now(), round: { ...bakerRound, ...round } }));
}

function answersSent(): unknown[] {
  return socket.emitted.filter((sent) => sent.event === "answer").map((sent) => sent.body.picks);
}

beforeEach(() => {
  vi.useFakeTimers({ now: SAMPLE_NOW });
  openPage(new Kept(forgetfulKeeper()));
  socket.comeOnline();
  socket.hear("seat", seatView({ server_now: Date.now() }));
});

afterEach(() => {
  session.close();
  vi.useRealTimers();
});

describe("a phone in its room", () => {
  it("sends at the end what was chosen and never sent, as it stands", async () => {
    hearCard("answering");
    session.sheet?.choose("stage", "supporter", 20_000);
    await vi.advanceTimersByTimeAsync(41_000);
    expect(answersSent()).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    expect(answersSent()).toEqual([{ stage: "supporter" }]);
    expect(session.screen).toBe("card"); // picks may still change
  });

  it("takes no more picks once the time is up here, and says so before the server does", async () => {
    hearCard("answering");
    await vi.advanceTimersByTimeAsync(42_010);
    expect(session.screen).toBe("closed");
  });

  it("sends a change of the very last moment too", async () => {
    hearCard("answering");
    session.sheet?.choose("stage", "supporter", 20_000);
    await vi.advanceTimersByTimeAsync(41_600);
    socket.emitted[0]?.answer({ ok: true, version: 9 });
    await vi.advanceTimersByTimeAsync(0);
    session.sheet?.choose("stage", "client", 400);
    await vi.advanceTimersByTimeAsync(500);
    expect(answersSent()).toEqual([{ stage: "supporter" }, { stage: "client" }]);
  });

  it("sends when the host closes early, while that still counts", async () => {
    hearCard("answering");
    session.sheet?.choose("stage", "supporter", 20_000);
    hearCard("closed");
    await vi.advanceTimersByTimeAsync(0);
    expect(answersSent()).toEqual([{ stage: "supporter" }]);
  });

  it("goes on when the host gives more time", async () => {
    hearCard("answering");
    await vi.advanceTimersByTimeAsync(42_010);
    hearCard("answering", { closes_at: SAMPLE_NOW + 57_000 });
    expect(session.screen).toBe("card");
  });

  it("sends nothing by itself for a student who chose nothing", async () => {
    hearCard("answering");
    await vi.advanceTimersByTimeAsync(60_000);
    hearCard("closed");
    expect(answersSent()).toEqual([]);
  });

  it("has a fresh sheet for every card", () => {
    hearCard("answering");
    session.sheet?.choose("stage", "supporter", 20_000);
    hearCard("reading", { card: "florist" });
    expect(session.sheet?.picks).toEqual({});
  });

  it("sends what is chosen whole when the page goes out of sight, and nothing half chosen", async () => {
    hearCard("answering");
    session.sheet?.choose("stage", "supporter", 20_000);
    session.rest();
    expect(answersSent()).toEqual([]);
    session.sheet?.choose("commitment-form", "moral", 20_000);
    session.sheet?.choose("trust-level", "conduct", 20_000);
    session.rest();
    await vi.advanceTimersByTimeAsync(0);
    expect(answersSent()).toEqual([{ stage: "supporter", "commitment-form": "moral", "trust-level": "conduct" }]);
    expect(session.screen).toBe("card");
  });

  it("says in which vote it answers, and has a fresh sheet for the second", async () => {
    hearCard("answering");
    const picks = { stage: "supporter", "commitment-form": "moral", "trust-level": "conduct" };
    socket.hear("seat", seatView({ answer: { card: bakerRound.card, picks, at: 0, vote: 1, confidence: null } }));
    expect(session.screen).toBe("sent");
    hearCard("talk", { open_axes: ["stage"], talk_ends_at: Date.now() + 60_000 });
    expect(session.screen).toBe("talk");
    hearCard("answering", { open_axes: ["stage"], vote: 2 });
    expect(session.screen).toBe("card");
    session.sheet?.choose("stage", "client", 20_000);
    session.sheet?.send();
    await vi.advanceTimersByTimeAsync(0);
    const body = socket.emitted.at(-1)?.body;
    expect([body?.vote, body?.picks]).toEqual([2, { stage: "client" }]);
  });

  it("goes on by its own time after the round closed for the others, until that ends", async () => {
    const own = { closes_at: SAMPLE_NOW + 90_000, limit_millis: 120_000 };
    hearCard("answering");
    socket.hear("seat", seatView({ server_now: Date.now(), own_time: own }));
    await vi.advanceTimersByTimeAsync(50_000);
    expect(session.screen).toBe("card");
    hearCard("closed");
    expect(session.screen).toBe("card");
    expect(session.time).toEqual({ isOpen: true, closesAt: own.closes_at, limit: own.limit_millis });
    session.sheet?.choose("stage", "supporter", 20_000);
    await vi.advanceTimersByTimeAsync(41_000);
    expect(answersSent()).toEqual([{ stage: "supporter" }]);
    expect(session.screen).toBe("closed");
  });

  it("without an end of its own goes on to the reveal", async () => {
    socket.hear("seat", seatView({ server_now: Date.now(), own_time: { closes_at: null, limit_millis: null } }));
    hearCard("answering");
    hearCard("closed");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(session.screen).toBe("card");
    hearCard("reveal");
    expect(session.screen).toBe("reveal");
  });

  it("speaks of an answer that nobody acknowledges, though the line claims to be there", async () => {
    hearCard("answering");
    session.sheet?.choose("stage", "supporter", 20_000);
    session.sheet?.send();
    await vi.advanceTimersByTimeAsync(SILENCE_MILLIS + 100);
    expect(session.isSilent).toBe(true);
    socket.emitted.at(-1)?.answer({ ok: true, version: 9 });
    await vi.advanceTimersByTimeAsync(0);
    expect(session.isSilent).toBe(false);
  });

  it("speaks of a lost line only after a silence, and no longer once it is back", async () => {
    socket.lose();
    await vi.advanceTimersByTimeAsync(SILENCE_MILLIS - 100);
    expect(session.isSilent).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(session.isSilent).toBe(true);
    socket.comeOnline();
    expect(session.isSilent).toBe(false);
  });

  it("sends after a reload what it was asked to send and could not", async () => {
    const kept = new Kept(forgetfulKeeper());
    openPage(kept);
    socket.comeOnline();
    socket.hear("seat", seatView());
    hearCard("answering");
    socket.lose();
    for (const axis of bakerRound.axes) session.sheet?.choose(axis.id, axis.options[0]?.id ?? "", 30_000);
    session.sheet?.send();
    session.close();

    openPage(kept);
    socket.comeOnline();
    hearCard("answering");
    await vi.advanceTimersByTimeAsync(0);
    expect(answersSent()).toEqual([{ stage: "prospect", "commitment-form": "personal", "trust-level": "contract" }]);
  });
});
