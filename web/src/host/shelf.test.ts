import { describe, expect, it } from "vitest";
import { sampleDecks } from "./samples";
import { foundDecks } from "./shelf";

describe("a long shelf", () => {
  it("is searched in both languages, in titles, descriptions and questions", () => {
    const ids = (sought: string) => foundDecks(sampleDecks, sought).map((deck) => deck.id);
    expect(ids("village")).toEqual(["village-square"]);
    expect(ids("dorps")).toEqual(["village-square"]);
    expect(ids("MACHT")).toEqual(["five-sides"]);
    expect(ids("johnson")).toEqual(["village-square", "five-sides"]);
    expect(ids(" ")).toHaveLength(3);
    expect(ids("nothing of the kind")).toEqual([]);
  });
});
