import { describe, expect, it } from "vitest";
import { sampleCourse, sampleWeek } from "./samples";
import { crowdsOf, CROWD, streetOf } from "./street";

const weeks = (count: number) => Array.from({ length: count }, (_, place) => sampleWeek(place + 1, 0.5, 40));

describe("the street of a course", () => {
  it("is dashed before the first week", () => {
    expect(streetOf([]).map((step) => step.kind)).toEqual(["coming", "coming", "coming", "coming", "coming"]);
  });

  it("is one step, the week of now and a dashed rest after the first", () => {
    const steps = streetOf(weeks(1));
    expect(steps.map((step) => step.kind)).toEqual(["done", "next", "coming", "coming", "coming"]);
    expect(steps.map((step) => step.number)).toEqual([1, 2, 3, 4, 5]);
  });

  it("has the room that goes on as the week of now, and no other", () => {
    const going = { ...sampleWeek(2, 0.5, 12), is_over: false };
    expect(streetOf([...weeks(1), going]).map((step) => step.kind)).toEqual(["done", "going", "coming", "coming", "coming"]);
  });

  it("has steps as high as their share, from nothing on", () => {
    const steps = streetOf([sampleWeek(1, 0, 40), sampleWeek(2, 0.5, 40), sampleWeek(3, 1, 40), sampleWeek(4, null, 3)]);
    expect(steps.slice(0, 4).map((step) => step.height)).toEqual([0, 50, 100, 0]);
  });

  it("of fifteen weeks ends with the week of now", () => {
    expect(streetOf(weeks(15))).toHaveLength(16);
    expect(streetOf(weeks(15)).at(-1)?.kind).toBe("next");
  });
});

describe("the people on the steps", () => {
  const course = (...people: number[]) => ({ ...sampleCourse, weeks: people.map((count, place) => sampleWeek(place + 1, 0.5, count)) });

  it("stand one for one, all of one size, inside their picture", () => {
    const { perFigure, crowds } = crowdsOf(course(38, 41));
    expect(perFigure).toBe(1);
    expect(crowds.map((crowd) => crowd.length)).toEqual([38, 41]);
    for (const figure of crowds.flat()) {
      expect(figure.x).toBeGreaterThan(0);
      expect(figure.x).toBeLessThan(CROWD.width);
      expect(figure.y).toBeGreaterThan(0);
      expect(figure.y).toBeLessThanOrEqual(CROWD.height);
    }
  });

  it("are ten each in a lecture hall, and nobody where nobody came", () => {
    const { perFigure, crowds } = crowdsOf(course(300, 0, 12));
    expect(perFigure).toBe(10);
    expect(crowds[1]).toEqual([]);
    expect(crowds[0]!.length).toBeGreaterThan(20);
    expect(crowds[2]!.length).toBeGreaterThan(0);
    expect(crowdsOf(course()).crowds).toEqual([]);
  });
});
