import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sampleHost } from "../host/samples";
import { ServerClock } from "../wire/clock";
import type { ConnectionListeners } from "../wire/connection";
import type { Ack, HostView } from "../wire/generated";
import { LiveRemote, REST_MILLIS, SAID_MILLIS, SETTLE_MILLIS } from "./live_remote.svelte";
import { pickOrder, stepOrder } from "./orders";

/** A line whose server is the test: it holds every command until the test answers, or loses it. */
class Line {
  readonly clock = new ServerClock();
  readonly sent: { event: string; body: unknown; answer: (ack: Ack | null) => Promise<void> }[] = [];
  listeners: ConnectionListeners = {};

  sendOnce(event: string, body: unknown): Promise<Ack | null> {
    return new Promise((resolve) => {
      const answer = async (ack: Ack | null): Promise<void> => {
        resolve(ack);
        await vi.advanceTimersByTimeAsync(0);
      };
      this.sent.push({ event, body, answer });
    });
  }

  close(): void {}
}

let line: Line;
let room: LiveRemote;
const show = (view: HostView) => line.listeners.host?.(view);
const press = () => room.press(stepOrder(room.view!, "en"));
const pickLast = () => room.choose(pickOrder(room.view!, room.view!.cards.at(-1)!, "en"));
const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);

beforeEach(() => {
  vi.useFakeTimers();
  line = new Line();
  room = new LiveRemote(["remote"], (listeners) => {
    line.listeners = listeners;
    return line as never;
  });
  line.listeners.state?.("online", null);
  show(sampleHost("answering", 0));
});

afterEach(() => {
  room.close();
  vi.useRealTimers();
});

describe("a press", () => {
  it("sends the step once, however often the thumb comes down within 600 ms", async () => {
    for (let times = 0; times < 4; times += 1) press();
    await line.sent[0]!.answer({ ok: true, version: 9 });
    press();
    expect(line.sent).toHaveLength(1);
    await pass(REST_MILLIS - 1);
    press();
    expect(line.sent).toHaveLength(1);
    await pass(1);
    press();
    expect(line.sent).toHaveLength(2);
  });

  it("says what it did, for a while", async () => {
    press();
    await line.sent[0]!.answer({ ok: true, version: 9 });
    expect(room.said).toEqual({ kind: "done", text: "Done: Close the round." });
    await pass(SAID_MILLIS);
    expect(room.said).toBeNull();
  });

  it("says why not when it is refused", async () => {
    press();
    await line.sent[0]!.answer({ ok: false, code: "STALE_STEP", retry: false });
    expect(room.said).toEqual({ kind: "refused", code: "STALE_STEP" });
  });

  it("is dead for a moment after the step has become another by itself", async () => {
    show(sampleHost("closed", 0));
    press();
    expect(line.sent).toHaveLength(0);
    await pass(SETTLE_MILLIS);
    press();
    expect(line.sent).toMatchObject([{ event: "step", body: { step: "closed-next" } }]);
  });
});

describe("what is chosen from a list", () => {
  it("is sent, though the step has only just become another by itself", async () => {
    show(sampleHost("closed", 0));
    pickLast();
    expect(line.sent).toMatchObject([{ event: "arrange" }]);
    await line.sent[0]!.answer({ ok: true, version: 9 });
    expect(room.said).toMatchObject({ kind: "done" });
  });

  it("is sent beside a press that is still under way, and the thumb rests until both are answered", async () => {
    press();
    pickLast();
    expect(line.sent.map((command) => command.event)).toEqual(["step", "arrange"]);
    await pass(REST_MILLIS);
    await line.sent[1]!.answer({ ok: true, version: 9 });
    expect(room.isResting).toBe(true);
    await line.sent[0]!.answer({ ok: true, version: 10 });
    expect(room.isResting).toBe(false);
  });

  it("is said not to have arrived without a line, and is not sent later", async () => {
    line.listeners.state?.("away", null);
    pickLast();
    expect(room.said).toEqual({ kind: "lost" });
    line.listeners.state?.("online", null);
    await pass(10_000);
    expect(line.sent).toHaveLength(0);
  });
});

describe("a lost line", () => {
  it("sends nothing, now or later", async () => {
    line.listeners.state?.("away", null);
    expect(room.isLive).toBe(false);
    press();
    line.listeners.state?.("online", null);
    await pass(10_000);
    expect(line.sent).toHaveLength(0);
  });

  it("says of a press whose answer was lost that it may not have arrived", async () => {
    press();
    await line.sent[0]!.answer(null);
    expect(room.said).toEqual({ kind: "lost" });
  });
});

describe("the cover", () => {
  it("stays until the next card, through every moment of this one", () => {
    room.cover(true);
    for (const phase of ["closed", "talk", "reveal"] as const) {
      show(sampleHost(phase, 0));
      expect(room.covered).not.toBeNull();
    }
    const next = sampleHost("reading", 0);
    const cards = next.cards.map((card, place) => ({ ...card, state: place === 4 ? ("current" as const) : card.state === "current" ? ("done" as const) : card.state }));
    show({ ...next, card_number: 5, cards });
    expect(room.covered).toBeNull();
  });

  it("can be taken away by hand", () => {
    room.cover(true);
    room.cover(false);
    expect(room.covered).toBeNull();
  });
});
