import { describe, expect, it } from "vitest";
import { kindAxes } from "./gallery_kinds";
import { leftToDo } from "./left_to_do";

describe("what an axis still asks for", () => {
  it("is one choice on an axis of one choice", () => {
    expect(leftToDo(kindAxes.multi, undefined)).toBe(1);
    expect(leftToDo(kindAxes.multi, ["temporal"])).toBe(0);
  });

  it("is every step of an order that is not yet taken", () => {
    expect(leftToDo(kindAxes.rank, undefined)).toBe(6);
    expect(leftToDo(kindAxes.rank, undefined, ["love", "money"])).toBe(4);
  });

  it("is every moment of a pair that has nothing yet", () => {
    expect(leftToDo(kindAxes.pair, undefined)).toBe(3);
    expect(leftToDo(kindAxes.pair, { pairs: { hug: "love" } })).toBe(2);
  });
});
