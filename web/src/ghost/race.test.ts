import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetfulKeeper, type Keeper } from "../play/kept";
import type { Asked } from "../mine/api";
import type { RacedCard } from "../wire/generated";
import type { RacedAnswer } from "./kept_race";
import { Race } from "./race.svelte";
import { placedAt, sampleRace } from "./samples";

let keeper: Keeper;
let asked: (readonly RacedAnswer[])[];
let isAway: boolean;

function race(): Race {
  const ask = (answers: readonly RacedAnswer[]): Promise<Asked<RacedCard>> => {
    asked.push(answers);
    if (isAway) return Promise.resolve({ answer: null, problem: "OFFLINE" });
    return Promise.resolve({ answer: placedAt(answers.length, 4), problem: null });
  };
  return new Race(sampleRace(3), keeper, ask, () => Date.now());
}

beforeEach(() => {
  vi.useFakeTimers();
  keeper = forgetfulKeeper();
  asked = [];
  isAway = false;
});
afterEach(() => vi.useRealTimers());

async function answer(on: Race, option = "client"): Promise<void> {
  on.openNow();
  on.sheet?.choose("stage", option, on.left);
  on.sheet?.send();
  await vi.advanceTimersByTimeAsync(0);
}

describe("a race", () => {
  it("reads first, as long as the class did, and then the time of the class runs", async () => {
    const running = race();
    await running.begin();
    expect(running.stage).toBe("reading");
    await vi.advanceTimersByTimeAsync(9_900);
    expect(running.stage).toBe("reading");
    await vi.advanceTimersByTimeAsync(5_100);
    expect(running.stage).toBe("answering");
    expect(running.left).toBe(55_000);
    expect(running.arrived).toBe(running.card.arrivals.filter((moment) => moment <= 5_000).length);
  });

  it("sends every answer so far with the time that it took, reading apart", async () => {
    const running = race();
    await running.begin();
    running.openNow();
    await vi.advanceTimersByTimeAsync(2_000);
    await answer(running);
    expect(running.stage).toBe("placed");
    await running.next();
    await answer(running, "partner");
    expect(asked.map((answers) => answers.length)).toEqual([1, 2]);
    expect(asked[1]?.[0]).toEqual({ picks: { stage: "client" }, thinking_millis: 2_000, confidence: null });
  });

  it("goes on without an answer when the time is up, and takes what was chosen and not sent", async () => {
    const running = race();
    await running.begin();
    await vi.advanceTimersByTimeAsync(70_200);
    expect(asked[0]).toEqual([{ picks: {}, thinking_millis: 60_000, confidence: null }]);
    await running.next();
    running.openNow();
    running.sheet?.choose("stage", "client", running.left);
    await vi.advanceTimersByTimeAsync(60_200);
    expect(asked[1]?.[1]).toEqual({ picks: { stage: "client" }, thinking_millis: 60_000, confidence: null });
  });

  it("stands still in a pause, with the class", async () => {
    const running = race();
    await running.begin();
    running.openNow();
    await vi.advanceTimersByTimeAsync(3_000);
    running.pause();
    await vi.advanceTimersByTimeAsync(500_000);
    expect(running.stage).toBe("answering");
    running.goOn();
    expect(running.left).toBe(57_000);
  });

  it("can be left and gone on with on the same device, at the same second of the same card", async () => {
    const first = race();
    await first.begin();
    await answer(first);
    await first.next();
    first.openNow();
    await vi.advanceTimersByTimeAsync(4_000);
    first.sheet?.choose("stage", "partner", first.left);
    first.leave();
    await vi.advanceTimersByTimeAsync(86_400_000);
    const again = race();
    expect(again.isBegun).toBe(true);
    await again.begin();
    expect(again.card.number).toBe(2);
    expect(again.left).toBe(56_000);
    expect(again.sheet?.picks).toEqual({ stage: "partner" });
    again.afresh();
    expect(again.card.number).toBe(1);
    expect(again.sheet?.picks).toEqual({});
  });

  it("keeps an answer while the line is away, and asks for its place again", async () => {
    const running = race();
    await running.begin();
    isAway = true;
    await answer(running);
    expect([running.stage, running.problem]).toEqual(["asking", "OFFLINE"]);
    isAway = false;
    await running.again();
    expect(running.stage).toBe("placed");
    expect(running.answers).toHaveLength(1);
  });

  it("ends after the last card, and then has its result when it is opened again", async () => {
    const running = race();
    await running.begin();
    for (let card = 0; card < 3; card++) {
      await answer(running);
      await running.next();
    }
    expect(running.stage).toBe("finished");
    const again = race();
    await again.begin();
    expect(again.stage).toBe("finished");
    expect(asked).toHaveLength(4);
  });
});
