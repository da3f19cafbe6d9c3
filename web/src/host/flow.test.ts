import { describe, expect, it } from "vitest";
import { commitmentAxis } from "../gallery/sample_axes";
import type { FlowView } from "../wire/generated";
import { flowTold } from "./flow";
import { lengthText } from "./lengths";

const flow: FlowView = {
  by_option: true,
  places: [
    { id: "personal", is_key: false, before: 14, after: 6 },
    { id: "moral", is_key: true, before: 18, after: 27 },
    { id: "structural", is_key: false, before: 5, after: 4 },
  ],
  moves: [
    { origin: "personal", destination: "personal", count: 4 },
    { origin: "personal", destination: "moral", count: 9 },
    { origin: "moral", destination: "moral", count: 16 },
    { origin: "moral", destination: "personal", count: 1 },
    { origin: "structural", destination: "moral", count: 2 },
    { origin: "structural", destination: "personal", count: 1 },
  ],
  voters: 37, right_before: 0.486, right_after: 0.73, came_to_key: 11, left_key: 1,
};

describe("who moved", () => {
  it("is one figure and the largest moves, who stayed left out", () => {
    const told = flowTold(flow, commitmentAxis, "en");
    expect(told.gain).toBe("+24");
    expect(told.moves.map((move) => [move.sentence, move.isToKey])).toEqual([
      ["9 from Personal to Moral", true],
      ["2 from Structural to Moral", true],
      ["1 from Moral to Personal", false],
    ]);
    expect(told.others).toBe(1);
  });

  it("shows a loss with its sign, and an axis of many answers by how right they were", () => {
    const lost = { ...flow, by_option: false, right_after: 0.4, moves: [{ origin: "right", destination: "almost", count: 3 }], places: [] };
    const told = flowTold(lost, commitmentAxis, "en");
    expect([told.gain, told.moves[0]?.sentence]).toEqual(["−9", "3 from right to almost right"]);
    expect(flowTold({ ...flow, right_after: 0.486 }, commitmentAxis, "en").gain).toBe("0");
  });
});

describe("how long something lasts", () => {
  it("is minutes where they are whole or half, else seconds", () => {
    expect([45, 60, 90, 180, 100].map((seconds) => lengthText(seconds, "nl"))).toEqual(["45 s", "1 min", "1,5 min", "3 min", "100 s"]);
    expect(lengthText(null, "en")).toBe("until you go on");
  });
});
