import { expect, it } from "vitest";
import { isSpoken, momentsOf, TALK_MOMENTS } from "./timer_words";

/** The seconds at which a clock that runs down from `from` is spoken. */
function spokenFrom(from: number, moments: readonly number[]): number[] {
  const spoken: number[] = [];
  for (let seconds = from; seconds >= 0; seconds--) if (isSpoken(seconds, seconds + 1, moments)) spoken.push(seconds);
  return spoken;
}

it("speaks at half the time, at ten and at five seconds, and at no other second", () => {
  expect(spokenFrom(60, momentsOf(60_000, 1))).toEqual([30, 10, 5]);
});

it("speaks once in a second vote and once in a talk, and never without a limit", () => {
  expect(spokenFrom(60, momentsOf(60_000, 2))).toEqual([10]);
  expect(spokenFrom(180, TALK_MOMENTS)).toEqual([30]);
  expect(spokenFrom(60, momentsOf(null, 1))).toEqual([]);
});

it("speaks once when a page wakes up past several moments", () => {
  expect(isSpoken(4, 31, momentsOf(60_000, 1))).toBe(true);
});

it("is silent at the first look and when time is added", () => {
  expect(isSpoken(9, null, [30, 10, 5])).toBe(false);
  expect(isSpoken(20, 8, [38, 10, 5])).toBe(false);
});
