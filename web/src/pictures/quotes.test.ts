import { describe, expect, it } from "vitest";
import { groupsOfBep } from "../gallery/order_samples";
import type { GroupView } from "../wire/generated";
import { sum } from "./figures";
import { groupsOf } from "./groups";
import { quoteSteps } from "./quotes";

const noMark = (): string => "";
const ordered = (groups: readonly GroupView[]) => groupsOf({ groups, apart: 0, model_answer: null }).groups;

describe("the groups of open answers", () => {
  it("stand from small to large, and the fifth lies apart with the rest", () => {
    const fifth = { title: "Iets anders", count: 2, quotes: [], share: null };
    const told = groupsOf({ groups: [...groupsOfBep, fifth], apart: 4, model_answer: null });
    expect(told.groups.map((group) => group.count)).toEqual([3, 6, 11, 19]);
    expect(told.apart).toBe(6);
    expect(told.all).toBe(sum(told.groups.map((group) => group.count)) + told.apart);
  });

  it("are no steps while nobody is in them", () => {
    expect(ordered([{ title: "Leeg", count: 0, quotes: [], share: null }])).toEqual([]);
  });
});

describe("their steps", () => {
  const cases = [1, 2, 3, 4].flatMap((count) => [1180, 848].map((width) => [count, width] as const));

  it.each(cases)("%i in a width of %i stay inside and rise with their size", (count, width) => {
    const groups = ordered(groupsOfBep.slice(0, count));
    const steps = quoteSteps(groups, width, 780, noMark);
    expect(steps.places).toHaveLength(count);
    steps.places.forEach((place, number) => {
      const before = steps.places[number - 1];
      expect(place.left + place.width).toBeLessThanOrEqual(width + 0.01);
      expect(place.top + place.height).toBeLessThanOrEqual(780.01);
      expect(place.ground.foot - place.ground.height).toBeGreaterThanOrEqual(0);
      if (!before) return;
      if (steps.isStacked) expect(place.width).toBeGreaterThan(before.width);
      else expect(place.top).toBeLessThan(before.top);
    });
    expect(steps.quote).toBeGreaterThanOrEqual(32);
  });

  it("stand over each other only where there is no width for them", () => {
    expect(quoteSteps(ordered(groupsOfBep), 1180, 780, noMark).isStacked).toBe(false);
    expect(quoteSteps(ordered(groupsOfBep), 848, 780, noMark).isStacked).toBe(true);
  });
});
