import { describe, expect, it } from "vitest";
import { bases, components, setsRevealOf } from "../gallery/model_samples";
import { FIGURE_HEIGHT, FIGURE_PITCH } from "./figures";
import { RAISE } from "./places";
import { cornerOf } from "./stacks";
import { stacksDrawing } from "./stacks_drawing";

const english = (text: { en: string }): string => text.en;
const sizes = [
  [1776, 808],
  [1328, 808],
  [1000, 700],
] as const;
const classes = [
  {},
  { 0: 1, "01": 1, "012": 3 },
  { 0: 8, 1: 1, 2: 3, "01": 3, "02": 19, "012": 7 },
  { 0: 160, 1: 22, 2: 48, "01": 85, "02": 431, "12": 3, "012": 151 },
  { 0: 900 },
];

describe.each(sizes)("stacks in %i by %i", (width, height) => {
  it.each(classes)("hold their people, clear of the model and of the edges (%#)", (sets) => {
    const drawing = stacksDrawing(components.axis, setsRevealOf(components, sets), width, height, "seed", english);
    const { stacks, model, base } = drawing.places;
    stacks.forEach((stack, place) => {
      expect(stack.left).toBeGreaterThanOrEqual(-0.01);
      expect(stack.left + stack.width).toBeLessThanOrEqual(width + 0.01);
      expect(stack.top + stack.height).toBeCloseTo(base);
      for (const figure of drawing.crowds[place] ?? []) {
        expect(Math.abs(figure.x - stack.ground.x)).toBeLessThanOrEqual(stack.width / 2 - (FIGURE_PITCH * figure.scale) / 2.3);
        const head = figure.y - FIGURE_HEIGHT * figure.scale * 0.94 - RAISE;
        expect(head).toBeGreaterThanOrEqual(stack.left + stack.width > model.left ? model.bottom : 0);
      }
    });
  });

  it("are as high as their blocks are many, whoever stands there", () => {
    const { sets, places } = stacksDrawing(components.axis, setsRevealOf(components, { 0: 40, "012": 1 }), width, height, "s", english);
    sets.forEach((set, place) => expect(places.stacks[place]?.height).toBeCloseTo(set.positions.length * places.blockHeight));
  });

  it("leave words a corner above the low ones", () => {
    const drawing = stacksDrawing(components.axis, setsRevealOf(components, { 0: 8, "02": 19 }), width, height, "s", english);
    const corner = cornerOf(drawing.places, drawing.crowds);
    expect(corner.narrow).toBeLessThanOrEqual(corner.width);
    expect(corner.height).toBeGreaterThanOrEqual(corner.wideUntil);
    expect(corner.height).toBeGreaterThan(300);
  });
});

it("gives the others of four options a stone of their own without people", () => {
  const reveal = setsRevealOf(bases, { 0: 9, 1: 8, 2: 7, 3: 6, "01": 5, "02": 4, "03": 3, "123": 2 });
  const drawing = stacksDrawing(bases.axis, reveal, 1776, 808, "seed", english);
  expect(drawing.places.stacks).toHaveLength(drawing.sets.length + 1);
  expect(drawing.crowds).toHaveLength(drawing.sets.length);
});
