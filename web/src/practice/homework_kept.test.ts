import { describe, expect, it } from "vitest";
import { forgetfulKeeper } from "../play/kept";
import { homeworkKept, noteHandedIn, stateOf } from "./homework_kept";

const ID = "ab".repeat(16);

describe("what a device keeps of a homework", () => {
  it("is one id, the same after a reload, and another for another homework", () => {
    const keeper = forgetfulKeeper();
    expect(homeworkKept(keeper, "one", () => ID).device).toBe(ID);
    expect(homeworkKept(keeper, "one", () => "cd".repeat(16)).device).toBe(ID);
    expect(homeworkKept(keeper, "two", () => "cd".repeat(16)).device).toBe("cd".repeat(16));
  });

  it("is the first try of each card", () => {
    const keeper = forgetfulKeeper();
    const kept = noteHandedIn(keeper, "one", homeworkKept(keeper, "one", () => ID), "baker", false);
    noteHandedIn(keeper, "one", kept, "baker", true);
    expect(homeworkKept(keeper, "one", () => ID).done).toEqual({ baker: false });
  });

  it("begins anew where something else stands in its place", () => {
    const keeper = forgetfulKeeper();
    keeper.setItem("trede.practice.homework.one", '{"device":"<script>"}');
    expect(homeworkKept(keeper, "one", () => ID)).toEqual({ device: ID, done: {} });
  });
});

describe("a homework", () => {
  it("is open, over its last day, or closed by the lecturer", () => {
    expect(stateOf({ is_open: true, closed_at: null })).toBe("open");
    expect(stateOf({ is_open: false, closed_at: null })).toBe("late");
    expect(stateOf({ is_open: false, closed_at: 7 })).toBe("closed");
  });
});
