import { describe, expect, it } from "vitest";
import { sampleReplay } from "../gallery/replay_samples";
import type { RefusalCode } from "../wire/generated";
import { Parts } from "./parts";

const frames = sampleReplay.parts[0]?.frames ?? [];

/** A server that has parts, but for the failures that it is told; it notes all that goes on. */
function around(failures: (RefusalCode | "OFFLINE")[] = []) {
  const asked: number[] = [];
  const came: number[] = [];
  const rests: number[] = [];
  const problems: (string | null)[] = [];
  let outdated = 0;
  let onask = (_number: number): void => undefined;
  return {
    asked, came, rests, problems,
    outdated: () => outdated,
    whenAsked: (act: (number: number) => void) => (onask = act),
    things: {
      ask: (number: number) => {
        asked.push(number);
        onask(number);
        const problem = failures.shift();
        return Promise.resolve(problem ? { part: null, problem } : { part: { number, frames }, problem: null });
      },
      rest: (millis: number) => (rests.push(millis), Promise.resolve()),
      oncame: (part: { number: number }) => came.push(part.number),
      onproblem: (problem: string | null) => problems.push(problem),
      onoutdated: () => (outdated += 1),
    },
  };
}

describe("the parts of a replay", () => {
  it("come in order from the one that is looked at, each once", async () => {
    const world = around();
    await new Parts(5, 2, world.things).run();
    expect(world.came).toEqual([2, 3, 4, 0, 1]);
    expect(world.asked).toEqual(world.came);
  });

  it("come as they are jumped to", async () => {
    const world = around();
    const parts = new Parts(6, 0, world.things);
    world.whenAsked((number) => {
      if (number === 1) parts.want(4);
    });
    await parts.run();
    expect(world.came).toEqual([0, 1, 4, 5, 2, 3]);
  });

  it("are asked for again when they do not arrive, with longer and longer rests, and that is said", async () => {
    const world = around(["OFFLINE", "SERVER_BUSY", "OFFLINE", "OFFLINE", "OFFLINE"]);
    await new Parts(2, 0, world.things).run();
    expect(world.asked).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(world.rests).toEqual([1000, 2000, 4000, 8000, 8000]);
    expect(world.problems).toEqual(["OFFLINE", "SERVER_BUSY", "OFFLINE", "OFFLINE", "OFFLINE", null]);
    expect(world.came).toEqual([0, 1]);
  });

  it("are left for a new head when the server has another version", async () => {
    const world = around(["NOT_NOW"]);
    await new Parts(3, 0, world.things).run();
    expect(world.outdated()).toBe(1);
    expect(world.came).toEqual([]);
  });

  it("are asked for no more once another replay has taken their place", async () => {
    const world = around();
    const parts = new Parts(3, 0, world.things);
    world.whenAsked(() => parts.stop());
    await parts.run();
    expect(world.came).toEqual([]);
    expect(world.asked).toEqual([0]);
  });
});
