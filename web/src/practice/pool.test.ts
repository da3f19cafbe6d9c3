import { beforeEach, describe, expect, it } from "vitest";
import { forgetfulKeeper, type Keeper } from "../play/kept";
import { addMissed, dropCard, dueOn, noteAnswer, poolOf, wasAdded, type Miss } from "./pool";

const SATURDAY = new Date(2026, 10, 28, 20);
const MONDAY = new Date(2026, 10, 30, 8);

const miss = (card: string, change: Partial<Miss> = {}): Miss => ({
  deck: "village-square",
  card,
  title: { nl: `Kaart ${card}`, en: `Card ${card}` },
  axes: ["stage"],
  confidence: null,
  said: null,
  isAlmost: false,
  ...change,
});

let keeper: Keeper;
beforeEach(() => (keeper = forgetfulKeeper()));

const due = (day: string): string[] => dueOn(poolOf(keeper), day).map(({ card }) => card);

describe("the pool", () => {
  it("has what a session handed over due at once, the sure-but-wrong first", () => {
    expect(addMissed(keeper, "room-1", [miss("a"), miss("b", { confidence: "certain" }), miss("c")], SATURDAY)).toBe(3);
    expect(due("2026-11-28")).toEqual(["b", "a", "c"]);
    expect(due("2026-11-27")).toEqual([]);
  });

  it("takes a session once: opening its page again brings back nothing that was practised", () => {
    addMissed(keeper, "room-1", [miss("a")], SATURDAY);
    noteAnswer(keeper, miss("a"), true, SATURDAY);
    expect(addMissed(keeper, "room-1", [miss("a")], SATURDAY)).toBe(1);
    expect(wasAdded(keeper, "room-1")).toBe(true);
    expect(due("2026-11-28")).toEqual([]);
    expect(due("2026-11-30")).toEqual(["a"]);
  });

  it("brings a card back to today that another session missed too, with the axes of both", () => {
    addMissed(keeper, "room-1", [miss("a")], SATURDAY);
    noteAnswer(keeper, miss("a"), true, SATURDAY);
    addMissed(keeper, "room-2", [miss("a", { axes: ["trust-level"] })], MONDAY);
    expect(poolOf(keeper)).toHaveLength(1);
    expect(poolOf(keeper)[0]).toMatchObject({ step: 0, due: "2026-11-30", axes: ["stage", "trust-level"] });
  });

  it("moves a card by answers in practice, and takes in another only where it was missed", () => {
    expect(noteAnswer(keeper, miss("a"), true, SATURDAY)).toBeNull();
    expect(noteAnswer(keeper, miss("a"), false, SATURDAY)).toMatchObject({ step: 0 });
    expect(noteAnswer(keeper, miss("a"), true, SATURDAY)).toMatchObject({ step: 1, due: "2026-11-30" });
    expect(noteAnswer(keeper, miss("a", { confidence: "certain" }), false, MONDAY)).toMatchObject({ step: 0, confidence: "certain" });
  });

  it("drops a card whose deck is gone", () => {
    addMissed(keeper, "room-1", [miss("a"), miss("b")], SATURDAY);
    dropCard(keeper, "village-square", "a");
    expect(due("2026-11-28")).toEqual(["b"]);
  });

  it("begins anew where the storage was cleared, or holds something else", () => {
    keeper.setItem("trede.practice.pool", "{");
    expect(poolOf(keeper)).toEqual([]);
    keeper.setItem("trede.practice.pool", JSON.stringify({ cards: [{ card: 7 }, null], rooms: [] }));
    expect(poolOf(keeper)).toEqual([]);
    expect(addMissed(keeper, "room-1", [miss("a")], SATURDAY)).toBe(1);
  });

  it("says where this device keeps nothing", () => {
    const full: Keeper = { ...forgetfulKeeper(), setItem: () => { throw new Error("full"); } };
    expect(addMissed(full, "room-1", [miss("a")], SATURDAY)).toBe(-1);
  });

  it("is bounded: what is known goes first, then the oldest", () => {
    addMissed(keeper, "room-0", [miss("old")], new Date(2026, 0, 1));
    const many = Array.from({ length: 400 }, (_, number) => miss(`card-${number}`));
    addMissed(keeper, "room-1", many, SATURDAY);
    expect(poolOf(keeper)).toHaveLength(400);
    expect(poolOf(keeper).some(({ card }) => card === "old")).toBe(false);
  });
});
