import { beforeEach, describe, expect, it } from "vitest";
import type { AnswerGroup, PlayerWords } from "../../wire/generated";
import { Desk } from "./desk.svelte";
import type { Groups } from "./groups";

const words: readonly PlayerWords[] = [
  { player: "noor", text: "The role" },
  { player: "sem", text: "the role." },
  { player: "eva", text: "The herring" },
  { player: "bo", text: "n".repeat(91) },
];

let groups: Groups;
let desk: Desk;
const titles = () => groups.map((group) => `${group.title}: ${group.players.join(" ")}`);
const first = (): AnswerGroup => groups[0]!;

beforeEach(() => {
  groups = [];
  desk = new Desk({
    words,
    get groups() {
      return groups;
    },
    change: (changed) => (groups = changed),
  });
});

describe("a group", () => {
  it("is made of what is chosen; a row takes everybody who said it", () => {
    desk.choose(desk.loose.slice(0, 1), true);
    expect(desk.make("Role")).toBe(true);
    expect(titles()).toEqual(["Role: noor sem"]);
    expect([desk.chosen.size, desk.openTitle]).toEqual([0, "Role"]);
  });

  it("is not made of nothing, nor without a name, and says so", () => {
    expect(desk.make("Role")).toBe(false);
    expect(desk.said).not.toBe("");
    desk.choose(desk.loose, true);
    expect(desk.make(" ")).toBe(false);
    expect(groups).toEqual([]);
    expect(desk.chosen.size).toBe(4);
  });

  it("is undone step by step", () => {
    desk.choose(desk.loose, true);
    desk.make("All");
    desk.mark("All", 1);
    expect(first().share).toBe(1);
    desk.undo();
    expect(first().share).toBeNull();
    desk.undo();
    expect([groups, desk.canUndo]).toEqual([[], false]);
    desk.undo();
    expect(groups).toEqual([]);
  });

  it("is given back whole when it is dissolved", () => {
    desk.choose(desk.loose, true);
    desk.make("All");
    desk.dissolve(first());
    expect(groups).toEqual([]);
  });

  it("that only stayed the same is nothing to undo", () => {
    desk.choose(desk.loose, true);
    desk.make("All");
    desk.mark("All", null);
    desk.undo();
    expect(groups).toEqual([]);
  });
});

it("a quotation that is too long is refused with a sentence, and nothing is cut", () => {
  desk.choose(desk.loose, true);
  desk.make("All");
  expect(desk.quote(first(), words[3]!.text, true)).toContain("91");
  expect(first().quotes).toEqual([]);
  expect(desk.quote(first(), "The herring", true)).toBeNull();
  expect(desk.quote(first(), "The role", true)).toBeNull();
  expect(desk.quote(first(), "The role", false)).toBeNull();
  expect(first().quotes).toEqual(["The herring"]);
});
