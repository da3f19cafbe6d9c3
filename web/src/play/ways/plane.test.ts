import { describe, expect, it } from "vitest";
import { gradeOf, MIDDLE, pointAt, shifted, STEP } from "./plane";

describe("a place on the plane", () => {
  it("is counted from the left and from the bottom", () => {
    expect(pointAt(30, 30, 300, 300)).toEqual({ x: 0.1, y: 0.9 });
  });

  it("never leaves the plane", () => {
    expect(pointAt(-4, 310, 300, 300)).toEqual({ x: 0, y: 0 });
    expect(shifted({ x: 0.98, y: 0.02 }, STEP, -STEP)).toEqual({ x: 1, y: 0 });
  });

  it("takes steps without a crumb of rounding", () => {
    let point = MIDDLE;
    for (let step = 0; step < 7; step++) point = shifted(point, STEP, 0);
    expect(point.x).toBe(0.85);
  });

  it("has five grades a side", () => {
    expect([0, 0.19, 0.2, 0.5, 0.6, 0.8, 1].map(gradeOf)).toEqual([0, 0, 1, 2, 3, 4, 4]);
  });
});
