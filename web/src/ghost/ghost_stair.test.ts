import { describe, expect, it } from "vitest";
import { ghostStair } from "./ghost_stair";

const stair = (counts: readonly (readonly [number, number])[], own: number, most = 12_000) =>
  ghostStair(counts.map(([points, count]) => ({ points, count })), own, most, 358, 330);

const figures = (of: ReturnType<typeof stair>): number => of.treads.reduce((sum, tread) => sum + tread.figures.length, 0);

describe("the ghosts on their treads", () => {
  it("are one figure each up to sixty, every one of them drawn", () => {
    const forty = stair([[12_000, 1], [9_000, 14], [6_000, 20], [0, 5]], 10_250);
    expect(forty.areTen).toBe(false);
    expect(figures(forty)).toBe(40);
    expect(forty.treads.filter((tread) => tread.isYours)).toHaveLength(1);
  });

  it("are ten each above sixty, and treads carry numbers above three hundred", () => {
    const class61 = stair([[3000, 30], [2000, 31]], 3000, 3000);
    expect([class61.areTen, class61.hasNumbers]).toEqual([true, false]);
    const hall = stair([[3000, 500], [2000, 499], [0, 1]], 3000, 3000);
    expect([hall.areTen, hall.hasNumbers]).toEqual([true, true]);
    expect(hall.treads.reduce((sum, tread) => sum + tread.ghosts, 0)).toBe(1000);
    expect(hall.treads[0]?.figures).toHaveLength(1); // a single one is not lost
  });

  it("stand within the drawing, also all on one tread, and beside you they stand above your head", () => {
    for (const counts of [[[6000, 60]], [[6000, 1000]], [[0, 30], [12_000, 30]]] as const) {
      const drawn = stair(counts, 6000);
      for (const tread of drawn.treads) {
        for (const figure of tread.figures) {
          expect(figure.up + 58 * drawn.scale).toBeLessThanOrEqual(332);
          if (tread.isYours) expect(figure.up).toBeGreaterThan(tread.top + 40);
        }
      }
    }
  });

  it("reach below zero, and a class that all has nothing still stands somewhere", () => {
    const fallen = stair([[-3000, 4], [1000, 3]], -1000, 3000);
    expect(fallen.low).toBe(-3000);
    expect(fallen.treads[0]?.ghosts).toBe(4);
    const nothing = stair([[0, 6]], 0, 0);
    expect(nothing.treads[0]?.ghosts).toBe(6);
    expect(nothing.treads[0]?.isYours).toBe(true);
  });
});
