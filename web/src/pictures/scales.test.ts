import { describe, expect, it } from "vitest";
import { dependence, focus, power, revealOf, together } from "../gallery/model_samples";
import { crowdsOn } from "./crowds";
import { FIGURE_HEIGHT, FIGURE_PITCH, peoplePerFigure } from "./figures";
import { RAISE } from "./places";
import { scaleAxes, scalesOf } from "./scales";

const dutch = (text: { nl: string }): string => text.nl;
const four = [
  { axis: together.axis, reveal: revealOf(together, [38, 3]) },
  { axis: power.axis, reveal: revealOf(power, [17, 24]) },
  { axis: dependence.axis, reveal: revealOf(dependence, [12, 20, 9]) },
  { axis: focus.axis, reveal: revealOf(focus, [0, 41]) },
];

describe.each([
  [1180, 784],
  [848, 784],
  [1000, 700],
])("scales in %i by %i", (width, height) => {
  describe.each([1, 2, 3, 4])("%i together", (count) => {
    const asked = four.slice(4 - count);
    const scales = scalesOf(asked, "focus", width, height, dutch);

    it("stand under one another, inside the picture", () => {
      const bottoms = scales.map((scale) => Math.max(...scale.stops.map((stop) => stop.top + stop.height)));
      scales.forEach((scale, row) => {
        expect(bottoms[row]).toBeLessThanOrEqual(height + 0.01);
        for (const stop of scale.stops) {
          expect(stop.top).toBeGreaterThan(bottoms[row - 1] ?? 0);
          expect(stop.left).toBeGreaterThanOrEqual(0);
          expect(stop.left + stop.width).toBeLessThanOrEqual(width);
        }
      });
    });

    it("have everybody on their own stop, under the scale above", () => {
      scales.forEach((scale, row) => {
        const counts = scale.tallies.map((tally) => tally.count);
        const crowds = crowdsOn(scale.stops.map((stop) => stop.ground), counts, peoplePerFigure(counts), 1.22, "seed");
        const ceiling = Math.max(0, ...(scales[row - 1]?.stops.map((stop) => stop.top + stop.height) ?? []));
        scale.stops.forEach((stop, place) => {
          expect(crowds[place]).toHaveLength(counts[place] ?? 0);
          for (const figure of crowds[place] ?? []) {
            expect(Math.abs(figure.x - stop.ground.x)).toBeLessThanOrEqual(stop.width / 2 - (FIGURE_PITCH * figure.scale) / 2.4);
            expect(figure.y - FIGURE_HEIGHT * figure.scale * 0.95 - RAISE).toBeGreaterThanOrEqual(ceiling - 1);
          }
        });
      });
    });
  });
});

describe("scales of one card", () => {
  it("are told one after the other: gold waits for its turn", () => {
    const told = (shown: string) => scalesOf(four, shown, 1180, 784, dutch).map((scale) => scale.isTold);
    expect(told("cooperation-competition")).toEqual([true, false, false, false]);
    expect(told("dependence")).toEqual([true, true, true, false]);
    expect(told("focus")).toEqual([true, true, true, true]);
  });

  it("give the one that is spoken of the most room", () => {
    const heights = scalesOf(four, "power", 1180, 784, dutch).map((scale) => scale.stops[0]?.ground.height ?? 0);
    expect(Math.max(...heights)).toBe(heights[1]);
  });

  it("are only the axes whose picture is a scale", () => {
    const grid = { ...four[0]!, axis: { ...four[0]!.axis, id: "stage", picture: { ...four[0]!.axis.picture, kind: "pyramid" as const } } };
    expect(scaleAxes([grid, ...four])).toHaveLength(4);
  });
});
