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
