import { describe, expect, it } from "vitest";
import { chainView, longOrderView, rankView, shortRankView, wordyChainView } from "../gallery/order_samples";
import type { ScreenView } from "../wire/generated";
import { textOf } from "../words/language.svelte";
import { modelWords } from "../words/models";
import { carvedClimb, climbCorner, climbCounts, type ClimbDrawing, plainClimb } from "./climb";
import { FIGURE_HEIGHT, figureTally, peoplePerFigure, sum } from "./figures";

const words = { ...modelWords.nl, textOf };
const SIZES = [
  [1776, 820],
  [1328, 820],
  [1328, 420],
] as const;
const CLASSES: Readonly<Record<string, ScreenView>> = {
  nobody: chainView([0, 0, 0, 0, 0, 0]),
  five: chainView([1, 0, 2, 0, 0, 2]),
  "forty-one": chainView([2, 4, 13, 4, 0, 18]),
  "all on the ground": chainView([41, 0, 0, 0, 0, 0]),
  "nine hundred": chainView([61, 82, 301, 66, 0, 390]),
  "a tie": rankView([6, 7, 5, 12, 0, 11]),
  "two steps": shortRankView([13, 0, 0, 28]),
  "seven steps": longOrderView([3, 2, 9, 4, 2, 1, 0, 20]),
};

function drawn(view: ScreenView, width: number, height: number): ClimbDrawing {
  const axis = view.round?.axes[0];
  const reveal = view.reveal?.axes[0];
  const drawing = axis && reveal && plainClimb(axis, reveal, width, height, "seed", words);
  if (!drawing) throw new Error("a sample without an order");
  return drawing;
}

describe.each(Object.entries(CLASSES))("a climb with %s", (_, view) => {
  it.each(SIZES)("keeps everything inside %i by %i", (width, height) => {
    const { places, crowds, flag } = drawn(view, width, height);
    const all = [places.ground, ...places.steps];
    for (const place of all) {
      expect(place.left).toBeGreaterThanOrEqual(-0.01);
      expect(place.left + place.width).toBeLessThanOrEqual(width + 0.01);
      expect(place.top).toBeGreaterThanOrEqual(0);
      expect(place.top + place.height).toBeCloseTo(height);
    }
    for (const figure of crowds.flat()) {
      expect(figure.x).toBeGreaterThan(-6);
      expect(figure.x).toBeLessThan(width + 6);
      expect(figure.y - FIGURE_HEIGHT * figure.scale).toBeGreaterThan(-8);
    }
    if (flag) {
      expect(flag.left).toBeGreaterThanOrEqual(0);
      expect(flag.left + flag.width).toBeLessThanOrEqual(width);
      expect(flag.top).toBeGreaterThanOrEqual(0);
    }
  });

  it("draws as many figures as the counts ask, each crowd on its own step", () => {
    const axis = view.round?.axes[0];
    const reveal = view.reveal?.axes[0];
    if (!axis || !reveal) throw new Error("no sample");
    const counts = climbCounts(axis, reveal);
    const { crowds, places } = drawn(view, 1776, 820);
    expect(crowds.map((crowd) => crowd.length)).toEqual(figureTally(counts, peoplePerFigure(counts)));
    expect(sum(counts)).toBe(sum(reveal.detail.order?.reached ?? []));
    places.steps.forEach((step, number) => {
      for (const figure of crowds[number + 1] ?? []) {
        expect(figure.x).toBeGreaterThan(step.left);
        expect(figure.x).toBeLessThan(step.left + step.width);
        expect(figure.y).toBeLessThanOrEqual(step.top);
      }
    });
  });

  it("climbs to the right and is whole but for the crack", () => {
    const { places, tally } = drawn(view, 1776, 820);
    places.steps.forEach((step, number) => {
      const before = number > 0 ? places.steps[number - 1] : places.ground;
      const gap = before ? step.left - before.left - before.width : 0;
      expect(gap).toBeCloseTo(tally.brokenAfter === number - 1 ? 44 : 0);
      if (number > 0 && before) expect(step.top).toBeLessThan(before.top);
    });
  });

  it("leaves the corner free of people and sign", () => {
    const drawing = drawn(view, 1776, 820);
    const corner = climbCorner(drawing);
    for (const figure of drawing.crowds.flat()) {
      const isUnder = figure.x < corner.width;
      if (isUnder) expect(figure.y - FIGURE_HEIGHT * figure.scale).toBeGreaterThan(corner.height);
    }
  });
});

describe("the words in a climb", () => {
  it("make a shared step as many steps wide", () => {
    const { places } = drawn(CLASSES["a tie"] as ScreenView, 1776, 820);
    expect(places.steps[1]?.width).toBeCloseTo(2 * (places.steps[0]?.width ?? 0));
  });

  it.each([chainView([2, 4, 13, 4, 0, 18]), wordyChainView([2, 4, 13, 4, 0, 18])])("stand inside their steps", (view) => {
    const axis = view.round?.axes[0];
    const reveal = view.reveal?.axes[0];
    const drawing = axis && reveal && carvedClimb(axis, reveal, 1776, 820, "seed", words);
    if (!drawing?.trap) throw new Error("nothing was carved");
    const { box } = drawing.trap;
    const empty = drawing.places.steps[3];
    expect(box.left + box.width).toBeLessThanOrEqual((empty?.left ?? 0) + (empty?.width ?? 0));
    expect(box.left).toBeGreaterThan((drawing.places.crack?.left ?? 0) + 44);
    expect(drawing.why?.text).toContain("elke trede draagt");
  });

  it("are not cut into a stair that is too narrow for them", () => {
    const view = wordyChainView([2, 4, 13, 4, 0, 18]);
    const axis = view.round?.axes[0];
    const reveal = view.reveal?.axes[0];
    expect(axis && reveal && carvedClimb(axis, reveal, 700, 420, "seed", words)).toBeNull();
  });
});
