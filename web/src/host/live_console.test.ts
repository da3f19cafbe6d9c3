import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ServerClock } from "../wire/clock";
import type { ConnectionListeners } from "../wire/connection";
import type { Ack, Phase, RefusalCode } from "../wire/generated";
import { CATCH_UP_MILLIS, LiveConsole, NOTICE_MILLIS, PRESS_REST_MILLIS, SAY_AFTER_MILLIS, SETTLE_MILLIS, VIEW_PATIENCE_MILLIS } from "./live_console.svelte";
import { sampleHost } from "./samples";

/** A line whose server is the test: it holds every command until the test answers. */
class Line {
  readonly clock = new ServerClock();
  readonly sent: { event: string; body: unknown; answer: (ack: Ack) => Promise<void> }[] = [];
  listeners: ConnectionListeners = {};

  send(event: string, body: unknown): Promise<Ack> {
    return new Promise((resolve) => {
      const answer = async (ack: Ack): Promise<void> => {
        resolve(ack);
        await vi.advanceTimersByTimeAsync(0);
      };
      this.sent.push({ event, body, answer });
    });
  }

  close(): void {}

  show(phase: Phase): void {
    this.listeners.host?.(sampleHost(phase, 0));
  }
}

const accepted: Ack = { ok: true, version: 9 };
const refused = (code: RefusalCode): Ack => ({ ok: false, code, retry: false });

let line: Line;
let room: LiveConsole;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no server in this test")));
  line = new Line();
  room = new LiveConsole("r", (listeners) => {
    line.listeners = listeners;
    return line as never;
  });
  line.listeners.state?.("online", null);
  line.show("answering");
});

afterEach(() => {
  room.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("one press", () => {
  it("sends the step that the view named", () => {
    room.step("next");
    expect(line.sent).toMatchObject([{ event: "step", body: { step: "answering-next" } }]);
  });

  it("is dead until the view changes, and a double press is one", async () => {
    room.step("next");
    room.step("next");
    await line.sent[0]!.answer(accepted);
    line.show("closed");
    room.step("next");
    expect(line.sent).toHaveLength(1);
    vi.advanceTimersByTime(PRESS_REST_MILLIS);
    expect(room.underWay).toBeNull();
    room.step("next");
    expect(line.sent[1]).toMatchObject({ body: { step: "closed-next" } });
  });

  it("is dead for a moment after the round closed by itself: it was meant for the step before", () => {
    line.show("closed");
    room.step("next");
    expect(line.sent).toHaveLength(0);
    vi.advanceTimersByTime(SETTLE_MILLIS);
    room.step("next");
    expect(line.sent).toMatchObject([{ body: { step: "closed-next" } }]);
  });

  it("is not held up by views that only count answers", () => {
    line.show("answering");
    room.step("next");
    expect(line.sent).toHaveLength(1);
  });

  it("comes alive again after the ack when no new view comes", async () => {
    room.step("next");
    await line.sent[0]!.answer(accepted);
    expect(room.underWay).toBe("next");
    vi.advanceTimersByTime(VIEW_PATIENCE_MILLIS);
    expect(room.underWay).toBeNull();
  });

  it("is dead for a view with nothing to press", () => {
    room.step("back");
    line.show("ended");
    room.step("next");
    expect(line.sent).toHaveLength(0);
  });

  it("says so when the server takes long", () => {
    room.step("next");
    vi.advanceTimersByTime(SAY_AFTER_MILLIS);
    expect(room.isSlow).toBe(true);
    line.show("closed");
    expect(room.isSlow).toBe(false);
  });
});

describe("a refusal", () => {
  it("of an old step is swallowed", async () => {
    room.step("next");
    await line.sent[0]!.answer(refused("STALE_STEP"));
    vi.advanceTimersByTime(PRESS_REST_MILLIS);
    expect([room.notice, room.underWay]).toEqual([null, null]);
  });

  it("of anything else is said, and the key is alive again", async () => {
    room.extend();
    await line.sent[0]!.answer(refused("NOT_NOW"));
    expect(room.notice).toBe("NOT_NOW");
    expect(room.isWaitingFor("extend")).toBe(false);
  });
});

describe("a lost line", () => {
  it("takes no press at once, and is said within a second and a half", () => {
    line.listeners.state?.("away", null);
    expect([room.isLive, room.saysAway]).toEqual([false, false]);
    room.step("next");
    room.order("lock", { locked: true });
    expect(line.sent).toHaveLength(0);
    vi.advanceTimersByTime(1500);
    expect(room.saysAway).toBe(true);
    line.listeners.state?.("online", null);
    expect([room.isLive, room.saysAway]).toEqual([true, false]);
  });

  it("that is back at once is not spoken of", () => {
    line.listeners.state?.("away", null);
    vi.advanceTimersByTime(500);
    line.listeners.state?.("online", null);
    vi.advanceTimersByTime(5000);
    expect(room.saysAway).toBe(false);
  });
});

describe("groups of open answers", () => {
  const group = { title: "The role", players: ["p1"], quotes: [], share: null };

  it("go out before a step that would leave their card behind", () => {
    line.show("closed");
    vi.advanceTimersByTime(SETTLE_MILLIS);
    room.regroup("open-why", [group]);
    expect(room.groupsOf("open-why")).toEqual([group]);
    room.step("next");
    expect(line.sent).toMatchObject([
      { event: "group", body: { card: "card-4", axis: "open-why", groups: [group] } },
      { event: "step" },
    ]);
  });

  it("may still be sent while the standings of their card are shown", () => {
    line.show("leaderboard");
    room.regroup("open-why", [group]);
    room.flushGroups();
    expect(line.sent).toMatchObject([{ event: "group", body: { card: "card-4" } }]);
  });

  it("that the server refuses are said", async () => {
    line.show("closed");
    room.regroup("open-why", [group]);
    room.flushGroups();
    await line.sent[0]!.answer(refused("WRONG_CARD"));
    expect([room.notice, room.groupsOf("open-why")]).toEqual(["WRONG_CARD", []]);
  });
});

describe("the other orders", () => {
  it("go out once while one waits for its answer", async () => {
    room.extend();
    room.extend();
    room.order("remove", { player: "p1" }, "p1");
    room.order("remove", { player: "p2" }, "p2");
    expect(line.sent.map(({ event }) => event)).toEqual(["extend", "remove", "remove"]);
    await line.sent[0]!.answer(accepted);
    room.extend();
    expect(line.sent).toHaveLength(4);
  });

  it("give time to a talk that has an end", () => {
    const view = sampleHost("talk", 0);
    line.listeners.host?.({ ...view, round: { ...view.round!, talk_ends_at: null } });
    room.extend();
    expect(line.sent).toHaveLength(0);
    line.listeners.host?.({ ...view, round: { ...view.round!, talk_ends_at: 60_000 } });
    room.extend();
    expect(line.sent).toMatchObject([{ event: "extend", body: { card: "card-4" } }]);
  });

  it("take back the step that the view names, and nothing where it names none", () => {
    room.undo();
    expect(line.sent).toHaveLength(0);
    line.listeners.host?.(sampleHost("answering", 0, { undo: { id: "undo.7", action: "open_round" } }));
    room.undo();
    expect(line.sent).toMatchObject([{ event: "undo", body: { step: "undo.7" } }]);
  });

  it("give time only to an open round", () => {
    line.show("closed");
    room.extend();
    expect(line.sent).toHaveLength(0);
  });
});

describe("a room that comes back older", () => {
  const at = (version: number): void => line.listeners.host?.({ ...sampleHost("answering", 0), version });

  beforeEach(() => at(1050));

  it("is told in words that stay until they are put away, whatever is refused meanwhile", async () => {
    at(1041);
    at(1043);
    expect(room.notice).toBeNull();
    vi.advanceTimersByTime(CATCH_UP_MILLIS);
    expect(room.notice).toBe("WENT_BACK");
    room.order("lock", { locked: true });
    await line.sent[0]!.answer(refused("NOT_NOW"));
    vi.advanceTimersByTime(2 * NOTICE_MILLIS);
    expect(room.notice).toBe("WENT_BACK");
    room.dismiss();
    at(1044);
    vi.advanceTimersByTime(CATCH_UP_MILLIS);
    expect(room.notice).toBeNull();
  });

  it("is no news when another process was only a moment behind", () => {
    at(1049);
    at(1050);
    vi.advanceTimersByTime(CATCH_UP_MILLIS);
    expect(room.notice).toBeNull();
  });

  it("may go back twice", () => {
    for (const version of [1041, 1030]) {
      at(version);
      vi.advanceTimersByTime(CATCH_UP_MILLIS);
      expect(room.notice).toBe("WENT_BACK");
      room.dismiss();
    }
  });
});
