import { describe, expect, it } from "vitest";
import { emotions, revealOf } from "../gallery/model_samples";
import { carvingsOf } from "./carvings";
import { crowdsOn } from "./crowds";
import { FIGURE_HEIGHT, FIGURE_PITCH } from "./figures";
import { RAISE } from "./places";
import { sceneOf } from "./scenes";
import { talliesOf } from "./tallies";

const dutch = (text: { nl: string }): string => text.nl;
const counts = [2, 0, 24, 1, 3, 11, 0];

describe.each([
  [1180, 784],
  [848, 784],
  [1180, 562],
  [848, 612],
  [1000, 700],
])("carved slabs in %i by %i", (width, height) => {
  it.each([2, 3, 4, 5, 6, 7])("find room for %i options and their people", (options) => {
    const axis = { ...emotions.axis, options: emotions.axis.options.slice(0, options) };
    const tallies = talliesOf(axis, revealOf({ ...emotions, axis }, counts));
    const { slabs, sceneScale, areNamesWhole } = carvingsOf(tallies, width, height, dutch);
    expect(slabs).toHaveLength(options);
    expect(areNamesWhole).toBe(true);
    expect(sceneScale).toBeGreaterThan(0.33);
    const crowds = crowdsOn(slabs.map((slab) => slab.ground), tallies.map((tally) => tally.count), 1, 1.22, "seed");
    slabs.forEach((slab, place) => {
      expect(slab.left + slab.width).toBeLessThanOrEqual(width + 0.01);
      expect(slab.top + slab.height).toBeLessThanOrEqual(height + 0.01);
      expect(crowds[place]).toHaveLength(tallies[place]?.count ?? 0);
      const above = slabs.filter((other) => other.top < slab.top - 1 && Math.abs(other.left - slab.left) < slab.width);
      const ceiling = Math.max(-RAISE, ...above.map((other) => other.top + other.height));
      for (const figure of crowds[place] ?? []) {
        expect(Math.abs(figure.x - slab.ground.x)).toBeLessThanOrEqual(slab.width / 2 - (FIGURE_PITCH * figure.scale) / 2.4);
        expect(figure.y - FIGURE_HEIGHT * figure.scale * 0.95 - RAISE).toBeGreaterThanOrEqual(ceiling - 1);
      }
    });
  });
});

it("every emotion has a scene of its own, and another option has none", () => {
  const scenes = emotions.axis.options.map((option) => sceneOf(option.id));
  expect(scenes.every((scene) => scene !== null)).toBe(true);
  expect(new Set(scenes).size).toBe(7);
  expect(sceneOf("boredom")).toBeNull();
  expect(sceneOf("constructor")).toBeNull();
});
