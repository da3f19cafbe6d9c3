import { describe, expect, it } from "vitest";
import type { CardOutline, CardState } from "../wire/generated";
import { plainCard } from "../wire/blank";
import { asNext, cardNumbers, moved, nextCard, onlyLast, setAside, takenUp } from "./run";

const card = (id: string, state: CardState, is_trial = false): CardOutline => ({
  id, state, title: { nl: id, en: id }, status: "clear", ...plainCard, is_trial, right_share: null,
});
const run = [
  card("trial", "done", true), card("one", "done"), card("left", "skipped"), card("two", "current"),
  card("three", "coming"), card("four", "coming"), card("five", "coming"), card("away", "aside"),
];

describe("the run of cards", () => {
  it("moves a card by one place, and not past either end", () => {
    expect(moved(run, "four", -1)).toEqual(["four", "three", "five"]);
    expect(moved(run, "four", 1)).toEqual(["three", "five", "four"]);
    expect([moved(run, "three", -1), moved(run, "five", 1), moved(run, "one", 1)]).toEqual([null, null, null]);
  });

  it("puts a card first, whether it was to come or set aside", () => {
    expect(asNext(run, "five")).toEqual(["five", "three", "four"]);
    expect(asNext(run, "away")).toEqual(["away", "three", "four", "five"]);
  });

  it("sets a card aside and takes it up again at the end", () => {
    expect(setAside(run, "three")).toEqual(["four", "five"]);
    expect(takenUp(run, "away")).toEqual(["three", "four", "five", "away"]);
  });

  it("keeps only the last two when time runs out", () => {
    expect(onlyLast(run, 2)).toEqual(["four", "five"]);
  });

  it("numbers cards as the class counts them: no trial, nothing skipped, nothing aside", () => {
    expect([...cardNumbers(run)]).toEqual([["one", 1], ["two", 2], ["three", 3], ["four", 4], ["five", 5]]);
    expect(nextCard(run)?.id).toBe("three");
    expect(nextCard([card("one", "done")])).toBeNull();
  });
});
