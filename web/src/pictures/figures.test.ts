import { describe, expect, it } from "vitest";
import {
  FIGURE_HEIGHT,
  FIGURE_PITCH,
  figureTally,
  fittingScale,
  type Ground,
  peoplePerFigure,
  rowsOf,
  standOn,
  sum,
} from "./figures";

const classes = [
  [1, 4, 9, 16, 8, 3],
  [0, 0, 5, 0, 0, 0],
  [0, 0, 0],
  [60, 31, 2, 0, 1, 56],
  [151, 0, 0],
  [900, 1, 1, 1, 1, 1],
  [3, 3, 3, 3, 3, 985],
  [150, 150, 150, 150, 150, 150],
];
const grounds: Ground[] = [1100, 960, 820, 680, 540, 400].map((width, step) => ({
  x: 600,
  foot: 900 - step * 132,
  width,
  height: 64,
}));

describe("how many figures", () => {
  it("is one for one up to a hundred and fifty people", () => {
    expect(peoplePerFigure([100, 50])).toBe(1);
    expect(figureTally([100, 50], 1)).toEqual([100, 50]);
  });

  it("is one for ten above that, and adds up", () => {
    expect(peoplePerFigure([100, 51])).toBe(10);
    expect(figureTally([432, 261, 219], 10)).toEqual([44, 26, 22]);
    expect(sum(figureTally([432, 261, 219], 10))).toBe(92);
  });

  it.each(classes)("never empties a step where somebody stands (%#)", (...counts) => {
    const perFigure = peoplePerFigure(counts);
    const tally = figureTally(counts, perFigure);
    counts.forEach((count, step) => expect((tally[step] ?? 0) > 0).toBe(count > 0));
    const wanted = Math.ceil(sum(counts) / perFigure);
    const standing = counts.filter((count) => count > 0).length;
    expect(sum(tally)).toBeGreaterThanOrEqual(wanted);
    expect(sum(tally)).toBeLessThanOrEqual(wanted + standing);
  });
});

describe("rows", () => {
  it("hold everybody and are never wider than they may be", () => {
    for (let count = 1; count <= 200; count += 1) {
      for (const across of [1, 3, 9, 16, 40]) {
        const rows = rowsOf(count, across);
        expect(sum(rows)).toBe(count);
        expect(Math.max(...rows)).toBeLessThanOrEqual(across);
      }
    }
  });
});

describe("where people stand", () => {
  it.each(classes)("is inside their own step (%#)", (...counts) => {
    const tally = figureTally(counts, peoplePerFigure(counts));
    const scale = fittingScale(tally, grounds, 0.98);
    tally.forEach((count, step) => {
      const ground = grounds[step];
      if (!ground) return;
      const crowd = standOn(ground, count, scale, `step ${step}`);
      expect(crowd).toHaveLength(count);
      for (const figure of crowd) {
        const half = (FIGURE_PITCH * scale) / 2;
        expect(figure.x - half).toBeGreaterThanOrEqual(ground.x - ground.width / 2 - 0.01);
        expect(figure.x + half).toBeLessThanOrEqual(ground.x + ground.width / 2 + 0.01);
        expect(figure.y).toBeLessThanOrEqual(ground.foot);
        expect(figure.y - FIGURE_HEIGHT * scale).toBeGreaterThanOrEqual(ground.foot - ground.height - 0.01);
      }
    });
  });

  it("has nobody in another's place", () => {
    const crowd = standOn(grounds[5] as Ground, 60, 0.5, "seed");
    const places = new Set(crowd.map((figure) => `${figure.x.toFixed(1)} ${figure.y.toFixed(1)}`));
    expect(places.size).toBe(60);
  });

  it("is the same for the same seed and another for another", () => {
    const ground = grounds[0] as Ground;
    expect(standOn(ground, 20, 0.9, "a")).toEqual(standOn(ground, 20, 0.9, "a"));
    expect(standOn(ground, 20, 0.9, "a")).not.toEqual(standOn(ground, 20, 0.9, "b"));
  });
});
