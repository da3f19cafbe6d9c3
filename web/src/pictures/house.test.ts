import { describe, expect, it } from "vitest";
import { bases, revealOf } from "../gallery/model_samples";
import { crowdsOn } from "./crowds";
import { FIGURE_HEIGHT, FIGURE_PITCH } from "./figures";
import { housePlaces } from "./house";
import { talliesOf } from "./tallies";

const dutch = (text: { nl: string }): string => text.nl;
const option = (id: string) => ({ ...bases.axis.options[1]!, id });
const axisOf = (count: number) => ({ ...bases.axis, options: "abcdef".slice(0, count).split("").map(option) });

describe.each([
  [1180, 784],
  [848, 784],
  [1000, 700],
])("a house in %i by %i", (width, height) => {
  it.each([2, 3, 4, 5, 6])("stands on %i pillars between its beam and its feet", (count) => {
    const axis = axisOf(count);
    const told = { ...bases, axis, keys: ["a"] };
    const counts = axis.options.map((_, place) => [0, 5, 41, 120, 31, 9][place] ?? 0);
    const tallies = talliesOf(axis, revealOf(told, counts));
    const house = housePlaces(tallies, width, height, dutch);
    expect(house.pillars).toHaveLength(count);
    house.pillars.forEach((pillar, place) => {
      expect(pillar.top).toBeCloseTo(house.beam.top + house.beam.height);
      expect(pillar.top + pillar.height).toBeCloseTo(house.feet[place]?.top ?? 0);
      expect(pillar.left).toBeGreaterThanOrEqual(0);
      expect(pillar.left + pillar.width).toBeLessThanOrEqual(width);
      expect(pillar.ground.height).toBeGreaterThan(80);
    });
    expect((house.feet[0]?.top ?? 0) + (house.feet[0]?.height ?? 0)).toBeLessThanOrEqual(height);
    const crowds = crowdsOn(house.pillars.map((pillar) => pillar.ground), counts, 1, 1.22, "seed");
    crowds.forEach((crowd, place) => {
      const pillar = house.pillars[place]!;
      expect(crowd).toHaveLength(counts[place] ?? 0);
      for (const figure of crowd) {
        expect(Math.abs(figure.x - pillar.ground.x)).toBeLessThanOrEqual(pillar.width / 2 - (FIGURE_PITCH * figure.scale) / 2.4);
        expect(figure.y - FIGURE_HEIGHT * figure.scale * 0.95).toBeGreaterThanOrEqual(pillar.top + house.face.height);
      }
    });
  });
});
