import { expect, it } from "vitest";
import { isSpoken } from "./timer_words";

it("speaks at half the time, at ten and at five seconds, and at no other second", () => {
  const spoken: number[] = [];
  for (let seconds = 60; seconds >= 0; seconds--) if (isSpoken(seconds, seconds + 1, 60)) spoken.push(seconds);
  expect(spoken).toEqual([30, 10, 5]);
});

it("speaks once when a page wakes up past several moments", () => {
  expect(isSpoken(4, 31, 60)).toBe(true);
});

it("is silent at the first look and when time is added", () => {
  expect(isSpoken(9, null, 60)).toBe(false);
  expect(isSpoken(20, 8, 75)).toBe(false);
});
