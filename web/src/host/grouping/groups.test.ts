import { describe, expect, it } from "vitest";
import type { AnswerGroup, PlayerWords } from "../../wire/generated";
import { alike, looseWords, marked, placed, quoted, quoteProblem, released, renamed, rowsOf, searched } from "./groups";

const words: readonly PlayerWords[] = [
  { player: "noor", text: "The role, not the person" },
  { player: "sem", text: "the role  not the person." },
  { player: "eva", text: "The herring" },
  { player: "bo", text: "The role, not the person" },
  { player: "ali", text: "???" },
];
const group = (title: string, players: readonly string[], change: Partial<AnswerGroup> = {}): AnswerGroup => ({
  title, players, quotes: [], share: null, ...change,
});

describe("answers that say the same", () => {
  it("are one row, whatever their capitals, signs and accents", () => {
    expect(alike("Één RÓL,  niet de persoon!")).toBe(alike("een rol niet de persoon"));
    expect(rowsOf(words).map(({ text, players }) => [text, players.length])).toEqual([
      ["The role, not the person", 3],
      ["The herring", 1],
      ["???", 1],
    ]);
  });

  it("of signs alone are still told apart", () => {
    expect(alike("?")).not.toBe(alike("!"));
  });

  it("are found by a part of them", () => {
    expect(searched(rowsOf(words), "ROLE not").map((row) => row.alike)).toEqual(["the role not the person"]);
    expect(searched(rowsOf(words), "  ")).toHaveLength(3);
    expect(searched(rowsOf(words), "baker")).toEqual([]);
  });
});

describe("putting together", () => {
  it("makes a group, moves between groups and lets an empty one go", () => {
    const made = placed([], words, new Set(["noor", "sem"]), " The role ");
    expect(made).toEqual([group("The role", ["noor", "sem"])]);
    const moved = placed(made, words, new Set(["noor", "sem", "eva"]), "All");
    expect(moved).toEqual([group("All", ["noor", "sem", "eva"])]);
    expect(looseWords(words, moved).map(({ player }) => player)).toEqual(["bo", "ali"]);
    expect(released(moved, words, new Set(["noor", "sem", "eva"]))).toEqual([]);
  });

  it("adds to a group that has the name already, once each", () => {
    const both = placed([group("a", ["noor"])], words, new Set(["noor", "eva"]), "a");
    expect(both).toEqual([group("a", ["noor", "eva"])]);
  });

  it("keeps who is not in the room now: let back, they are where they were", () => {
    const kept = placed([group("a", ["gone", "noor"])], words, new Set(["eva"]), "b");
    expect(kept[0]!.players).toEqual(["gone", "noor"]);
  });

  it("takes a quotation away with the last answer that says it", () => {
    const quoting = [group("a", ["noor", "sem", "eva"], { quotes: ["The role, not the person", "The herring"] })];
    expect(released(quoting, words, new Set(["eva"]))[0]!.quotes).toEqual(["The role, not the person"]);
    expect(released(quoting, words, new Set(["noor"]))[0]!.quotes).toHaveLength(2);
  });

  it("gives no two groups one name, and none an empty one", () => {
    const two = [group("a", ["noor"]), group("b", ["eva"])];
    expect([renamed(two, "a", "b"), renamed(two, "a", " ")]).toEqual([null, null]);
    expect(renamed(two, "a", " c ")?.map(({ title }) => title)).toEqual(["c", "b"]);
  });
});

describe("quotations", () => {
  it("are two at most, and short enough for the hall to read", () => {
    const full = group("a", ["noor"], { quotes: ["x", "y"] });
    expect(quoteProblem(full, "z")).toBe("full");
    expect(quoteProblem(group("a", []), "é".repeat(90))).toBeNull();
    expect(quoteProblem(group("a", []), "é".repeat(91))).toBe("long");
  });

  it("come and go", () => {
    const once = quoted([group("a", ["eva"])], "a", "The herring", true);
    expect(quoted(once, "a", "The herring", true)[0]!.quotes).toEqual(["The herring"]);
    expect(quoted(once, "a", "the herring.", false)[0]!.quotes).toEqual([]);
  });
});

describe("marks", () => {
  it("are of one group and can be taken back", () => {
    const half = marked([group("a", ["noor"]), group("b", ["eva"])], "b", 0.5);
    expect(half.map(({ share }) => share)).toEqual([null, 0.5]);
    expect(marked(half, "b", null)[1]!.share).toBeNull();
  });
});

it("a thousand answers become rows within the blink of an eye", () => {
  const many = Array.from({ length: 1000 }, (_, place) => ({ player: `p${place}`, text: `Answer number ${place % 700}, in words` }));
  const began = performance.now();
  expect(rowsOf(many)).toHaveLength(700);
  expect(performance.now() - began).toBeLessThan(200);
});
