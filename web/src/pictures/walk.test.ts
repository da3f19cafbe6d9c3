import { describe, expect, it } from "vitest";
import { standOn } from "./figures";
import { pyramidPlaces } from "./places";
import { HOP, START_SPREAD } from "./timing";
import { walkersOf, walkFrames } from "./walk";

const places = pyramidPlaces(6, 1180, 792);
const crowds = [1, 4, 9, 16, 8, 3].map((count, step) => {
  const place = places[step];
  return place ? standOn(place.ground, count, 0.9, `walk ${step}`) : [];
});
const foot = places[0];
if (!foot) throw new Error("a pyramid has a foot");
const walkers = walkersOf(crowds, foot);

describe("the walk", () => {
  it("starts with everybody at the foot, nobody outside the lowest step", () => {
    expect(walkers).toHaveLength(41);
    for (const walker of walkers) {
      expect(walker.startX).toBeGreaterThan(foot.left);
      expect(walker.startX).toBeLessThan(foot.left + foot.width);
    }
  });

  it("takes one tread at a time and ends where the figure stands", () => {
    walkers.forEach((walker, number) => {
      const frames = walkFrames(walker, number, places, 5);
      expect(frames.at(-1)?.transform).toBe(
        `translate(${walker.figure.x.toFixed(1)}px,${walker.figure.y.toFixed(1)}px)`,
      );
      const heights = frames.map((frame) => Number(/,(-?[\d.]+)px/.exec(String(frame.transform))?.[1]));
      for (let frame = 1; frame < heights.length; frame += 1) {
        const climbed = (heights[frame - 1] ?? 0) - (heights[frame] ?? 0);
        expect(climbed).toBeLessThan(140 + 64);
        expect(climbed).toBeGreaterThanOrEqual(-0.1);
      }
    });
  });

  it("keeps its moments in order and everybody stands in time", () => {
    const whole = START_SPREAD + 5 * HOP;
    walkers.forEach((walker, number) => {
      const offsets = walkFrames(walker, number, places, 5).map((frame) => Number(frame.offset));
      expect([...offsets].sort((one, other) => one - other)).toEqual(offsets);
      expect(offsets.at(-1)).toBe(1);
      expect((offsets.at(-2) ?? 2) * whole).toBeLessThanOrEqual(whole);
    });
  });
});
