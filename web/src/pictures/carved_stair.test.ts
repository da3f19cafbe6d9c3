import { describe, expect, it } from "vitest";
import { bakerReveal } from "../gallery/samples";
import { trustAxis } from "../gallery/sample_axes";
import type { AxisReveal } from "../wire/generated";
import { carvedStair, fitsCorner, freeCorner, plainStair } from "./carved_stair";
import { talliesOf } from "./tallies";

const reveal = bakerReveal.axes[2] as AxisReveal;
const tallies = talliesOf(trustAxis, reveal);
const english = (text: { en: string }): string => text.en;
const countOn = (count: number, label: string): string => `${count} on ${label}.`;
const carved = carvedStair(tallies, reveal, 1776, 820, english, countOn);

describe("the stair with its words", () => {
  it("has why in the gold step and the trap in the step that most wrongly chose", () => {
    expect(carved?.inscriptions.map((inscription) => inscription?.text.slice(0, 12) ?? null)).toEqual([
      null,
      "Doing a nigh",
      "Hard work ca",
    ]);
    expect(carved?.inscriptions[2]?.lead).toBe("17 on High.");
  });

  it("still rises", () => {
    const tops = carved?.places.map((place) => place.top) ?? [];
    expect([...tops].sort((one, other) => other - one)).toEqual(tops);
  });

  it("leaves a corner free that no one stands in", () => {
    const corner = carved ? freeCorner(carved, tallies) : { width: 0, height: 0 };
    expect(corner.width).toBeGreaterThan(500);
    expect(corner.height).toBeGreaterThan(150);
    expect(fitsCorner(corner, "When a batch failed, he was up all night kneading again.")).toBe(true);
    expect(fitsCorner({ width: 380, height: 120 }, "When a batch failed, he was up all night.")).toBe(false);
  });

  it("is given up where a text would not fit", () => {
    const long = { nl: "lang ".repeat(200), en: "long ".repeat(200) };
    expect(carvedStair(tallies, { ...reveal, why: long }, 1776, 820, english, countOn)).toBeNull();
    expect(carvedStair(tallies, reveal, 700, 820, english, countOn)).toBeNull();
  });

  it("is plain then, with steps as high as their names", () => {
    const plain = plainStair(tallies, 800, 780, english);
    expect(plain.inscriptions.every((inscription) => inscription === null)).toBe(true);
    expect(plain.places[0]?.height).toBeGreaterThan(200);
  });
});
