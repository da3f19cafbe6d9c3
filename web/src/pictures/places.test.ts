import { describe, expect, it } from "vitest";
import { plainAxis } from "../wire/blank";
import type { AxisView, Text } from "../wire/generated";
import { gridPlaces, hasGrid, pyramidPlaces, RAISE, risingHeights, stairPlaces } from "./places";

const same = (text: string): Text => ({ nl: text, en: text });
const option = (id: string) => ({ id, label: same(id), short: same(id), hint: same("") });
const johnson: AxisView = {
  ...plainAxis,
  id: "commitment-form",
  kind: "single",
  label: same("Form of commitment"),
  short_label: same("Commitment"),
  question: same("Want to, ought to, have to?"),
  options: [option("personal"), option("moral"), option("structural")],
  picture: {
    kind: "grid",
    columns: [same("Free"), same("Limited")],
    rows: [same("Internal"), same("External")],
    cells: {
      personal: { row: 0, column: 0 },
      moral: { row: 0, column: 1 },
      structural: { row: 1, column: 1 },
    },
    empty_at: { row: 1, column: 0 },
    empty_why: same("Empty on purpose"),
  },
};

describe("the pyramid", () => {
  it.each([1, 2, 3, 5, 6, 9])("of %i steps narrows upward and stays in its box", (count) => {
    const places = pyramidPlaces(count, 1180, 792);
    expect(places).toHaveLength(count);
    places.forEach((place, step) => {
      const below = places[step - 1];
      if (below) {
        expect(place.width).toBeLessThan(below.width);
        expect(place.top + place.height).toBeLessThan(below.top);
      }
      expect(place.ground.foot - place.ground.height - RAISE).toBeGreaterThanOrEqual(-0.01);
      expect(place.top + place.height).toBeLessThanOrEqual(792 + 0.01);
    });
  });

  it("lets nobody stand in the slab above, not even on a raised step", () => {
    const places = pyramidPlaces(6, 1180, 792);
    places.forEach((place, step) => {
      const above = places[step + 1];
      if (above) {
        expect(place.ground.foot - place.ground.height - RAISE).toBeGreaterThanOrEqual(above.top + above.height);
      }
    });
  });
});

describe("the stair", () => {
  it("rises from left to right without steps that touch", () => {
    const places = stairPlaces(risingHeights(3), 1776, 780, 140);
    expect(places.map((place) => place.top)).toEqual([...places.map((place) => place.top)].sort((a, b) => b - a));
    expect(places.at(-1)?.left).toBeCloseTo(1776 - (places[0]?.width ?? 0));
    places.forEach((place) => expect(place.ground.foot - place.ground.height).toBeGreaterThanOrEqual(0));
  });
});

describe("the grid", () => {
  it("gives every option its cell and leaves the empty one empty", () => {
    const { cells, empty, rows, columns } = gridPlaces(johnson, 1200, 760, 190, 120);
    expect(cells.every((cell) => cell !== null)).toBe(true);
    expect(cells[0]?.left).toBe(empty?.left);
    expect(cells[2]?.top).toBe(empty?.top);
    expect(rows).toHaveLength(2);
    expect((columns[1]?.x ?? 0) + (columns[1]?.width ?? 0)).toBeCloseTo(1200);
    expect((rows[1]?.y ?? 0) + (rows[1]?.height ?? 0)).toBeCloseTo(760);
  });

  it("is no grid when an option has no cell", () => {
    expect(hasGrid(johnson)).toBe(true);
    expect(hasGrid({ ...johnson, options: [...johnson.options, option("calculative")] })).toBe(false);
    expect(hasGrid({ ...johnson, picture: { ...johnson.picture, kind: "stair" } })).toBe(false);
  });
});
