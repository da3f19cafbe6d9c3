import { describe, expect, it } from "vitest";
import { squareDepth, squarePeople } from "./square";

describe("the square", () => {
  it.each([0, 1, 3, 41, 60, 61, 150, 151, 400, 900, 1000])("holds %i people, one figure each", (count) => {
    const people = squarePeople(count, 1920);
    expect(people).toHaveLength(count);
    for (const person of people) {
      expect(person.x).toBeGreaterThan(0);
      expect(person.x).toBeLessThan(1920);
      expect(person.y).toBeLessThanOrEqual(squareDepth(count) + 30);
    }
    const places = new Set(people.map((person) => `${person.x.toFixed(2)} ${person.y.toFixed(2)}`));
    expect(places.size).toBe(count);
  });

  it("lets everybody stand where they stood when somebody comes", () => {
    const placesOf = (count: number) => squarePeople(count, 1920).map((person) => `${person.x} ${person.y}`);
    const after = new Set(placesOf(42));
    expect(placesOf(41).every((place) => after.has(place))).toBe(true);
  });
});
