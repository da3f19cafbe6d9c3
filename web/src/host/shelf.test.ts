import { describe, expect, it } from "vitest";
import { manyDecks, sampleDecks, sampleRooms } from "./samples";
import { byLastPlayed, foundDecks, ON_PLANKS } from "./shelf";

describe("a long shelf", () => {
  it("begins with what was played last; the others keep their order", () => {
    const decks = manyDecks(10);
    const rooms = [{ ...sampleRooms(1e9)[0]!, deck: "deck-5", opened_at: 5 }, { ...sampleRooms(1e9)[0]!, deck: "deck-2", opened_at: 9 }];
    const ids = byLastPlayed(decks, rooms).map((deck) => deck.id);
    expect(ids.slice(0, 3)).toEqual(["deck-2", "deck-5", "village-square"]);
    expect(ids).toHaveLength(10);
  });

  it("that fits on its planks is left as it is", () => {
    const few = manyDecks(ON_PLANKS);
    expect(byLastPlayed(few, [{ ...sampleRooms(1e9)[0]!, deck: few[3]!.id }])).toEqual(few);
  });

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
