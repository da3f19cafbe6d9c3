import { describe, expect, it } from "vitest";
import { closeness, revealOf, source } from "../gallery/model_samples";
import { FIGURE_HEIGHT, FIGURE_PITCH, figureTally, peoplePerFigure } from "./figures";
import { RAISE } from "./places";
import { talliesOf } from "./tallies";
import { treadsOf } from "./treads";

const english = (text: { en: string }): string => text.en;
const classes = [
  [0, 0, 0, 0, 0, 0],
  [1, 0, 3, 0, 1, 0],
  [3, 9, 2, 4, 23, 0],
  [41, 0, 0, 0, 0, 0],
  [60, 200, 40, 90, 500, 10],
];

describe.each([
  [1180, 784],
  [848, 784],
  [848, 560],
  [1000, 700],
])("treads in %i by %i", (width, height) => {
  describe.each([closeness, source])("of one axis", (told) => {
    it.each(classes)("carry everybody, and nobody touches the step above (%#)", (...all) => {
      const counts = all.slice(0, told.axis.options.length);
      const figures = figureTally(counts, peoplePerFigure(counts));
      const tallies = talliesOf(told.axis, revealOf(told, counts));
      const { rows, stepHeight } = treadsOf(tallies, figures, width, height, "seed", english);
      expect((rows.at(-1)?.top ?? 0) + stepHeight).toBeLessThanOrEqual(height + 0.01);
      rows.forEach((tread, number) => {
        const above = number === 0 ? 0 : (rows[number - 1]?.top ?? 0) + stepHeight;
        expect(tread.people).toHaveLength(figures[number] ?? 0);
        expect(tread.length).toBeLessThanOrEqual(width + 0.01);
        for (const figure of tread.people) {
          const half = (FIGURE_PITCH * figure.scale) / 2.2;
          expect(figure.x - half).toBeGreaterThanOrEqual(0);
          expect(figure.x + half).toBeLessThanOrEqual(tread.length);
          expect(figure.y - FIGURE_HEIGHT * figure.scale * 0.95 - RAISE).toBeGreaterThanOrEqual(above - 1);
        }
      });
    });
  });

  it("are longer the more people stand there, and gone where nobody does", () => {
    const tallies = talliesOf(source.axis, revealOf(source, [3, 9, 2, 4, 23, 0]));
    const { rows } = treadsOf(tallies, [3, 9, 2, 4, 23, 0], width, height, "seed", english);
    const lengths = rows.map((tread) => tread.length);
    expect(lengths[4]).toBeGreaterThan(lengths[1]!);
    expect(lengths[1]).toBeGreaterThan(lengths[0]!);
    expect(lengths[5]).toBe(0);
  });
});
