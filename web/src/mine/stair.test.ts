import { describe, expect, it } from "vitest";
import { sampleOwn, sampleSession } from "./samples";
import { stairOf } from "./stair";

describe("the own stair", () => {
  const stair = stairOf(sampleSession, sampleOwn, 360, 200);

  it("has a tread per card that rises by what the card gave, and stays level where it gave nothing", () => {
    expect(stair.treads.map((tread) => tread.number)).toEqual(sampleOwn.cards.map((card) => card.number));
    stair.treads.forEach((tread, place) => {
      const before = stair.treads[place - 1];
      if (before) expect(tread.top > before.top).toBe(!tread.isFlat);
    });
    expect(stair.treads.filter((tread) => tread.isFlat).map((tread) => tread.number)).toEqual([7, 9]);
  });

  it("stays within its drawing, and so does the mean", () => {
    for (const tread of stair.treads) expect(tread.top).toBeLessThanOrEqual(200);
    expect(stair.mean.startsWith("M0 ")).toBe(true);
    expect(stair.mean.match(/h/g)).toHaveLength(sampleOwn.cards.length);
  });

  it("goes below zero without leaving the floor", () => {
    const cards = sampleOwn.cards.map((card, place) => ({ ...card, earned: -1000, total: -1000 * (place + 1) }));
    const falling = stairOf(sampleSession, { ...sampleOwn, cards }, 360, 200);
    for (const tread of falling.treads) expect(tread.top).toBeGreaterThan(0);
    expect(falling.zero).toBeGreaterThan(falling.treads.at(-1)?.top ?? 0);
    expect(falling.treads.every((tread) => tread.isFlat)).toBe(true);
  });

  it("draws no mean where the class was a handful, and numbers every fifth of forty", () => {
    const few = { ...sampleSession, cards: sampleSession.cards.map((card) => ({ ...card, mean: null })) };
    expect(stairOf(few, sampleOwn, 360, 200).mean).toBe("");
    const one = sampleOwn.cards[0];
    if (!one) throw new Error("no card");
    const cards = Array.from({ length: 40 }, (_, place) => ({ ...one, number: place + 1 }));
    const numbered = stairOf(sampleSession, { ...sampleOwn, cards }, 360, 200).treads.filter((tread) => tread.isNumbered);
    expect(numbered.map((tread) => tread.number)).toEqual([5, 10, 15, 20, 25, 30, 35, 40]);
  });
});
