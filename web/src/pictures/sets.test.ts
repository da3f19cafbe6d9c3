import { describe, expect, it } from "vitest";
import { bases, components, setsRevealOf } from "../gallery/model_samples";
import { exactlyRight, keyPositions, setsOf } from "./sets";
import { sum } from "./figures";
import { talliesOf, votersOf } from "./tallies";

const built = setsRevealOf(components, { 0: 8, 1: 1, 2: 3, "01": 3, "02": 19, "012": 7 });

describe("sets of three options", () => {
  const { sets, others } = setsOf(components.axis, built);

  it("are all there, the smallest first, also the one that nobody built", () => {
    expect(sets.map((set) => set.positions.join(""))).toEqual(["0", "1", "2", "01", "02", "12", "012"]);
    expect(sets.map((set) => set.count)).toEqual([8, 1, 3, 3, 19, 0, 7]);
  });

  it("add up to the class", () => {
    expect(sum(sets.map((set) => set.count)) + others).toBe(41);
    expect(votersOf(components.axis, built)).toBe(41);
    expect(sum(talliesOf(components.axis, built).map((tally) => tally.count))).toBeGreaterThan(41);
  });

  it("know the key and how many chose exactly it", () => {
    expect(keyPositions(components.axis, built)).toEqual([0, 2]);
    expect(sets.filter((set) => set.isKey).map((set) => set.positions)).toEqual([[0, 2]]);
    expect(exactlyRight(components.axis, built)).toBe(19);
  });

  it("are all empty when nobody answered", () => {
    const { sets: empty } = setsOf(components.axis, setsRevealOf(components, {}));
    expect(empty).toHaveLength(7);
    expect(sum(empty.map((set) => set.count))).toBe(0);
  });
});

describe("sets of four options", () => {
  const chosen = { 0: 9, 1: 8, 2: 7, 3: 6, "01": 5, "02": 4, "03": 3, "123": 2 };

  it("are the key, also where nobody chose it, and the five that most chose; the rest is one number", () => {
    const { sets, others } = setsOf(bases.axis, setsRevealOf(bases, chosen));
    expect(sets.map((set) => set.positions.join(""))).toEqual(["0", "1", "2", "3", "01", "12"]);
    expect(sets.find((set) => set.isKey)?.count).toBe(0);
    expect(others).toBe(4 + 3 + 2);
    expect(sum(sets.map((set) => set.count)) + others).toBe(44);
  });
});
