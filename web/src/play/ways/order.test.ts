import { describe, expect, it } from "vitest";
import { moved, placed, rightFromStart, takenBack } from "./order";

const all = ["love", "status", "goods", "money"];

describe("an order that is built by taps", () => {
  it("takes each tap on the next free step", () => {
    expect(placed(placed([], "goods", all), "love", all)).toEqual(["goods", "love"]);
  });

  it("is whole with the last but one: the last places itself", () => {
    expect(placed(["goods", "love"], "money", all)).toEqual(["goods", "love", "money", "status"]);
  });

  it("never holds an option twice", () => {
    expect(placed(["goods"], "goods", all)).toEqual(["goods"]);
  });

  it("closes up when one is taken back, and asks for it again", () => {
    const whole = ["goods", "love", "money", "status"];
    expect(takenBack(whole, "love")).toEqual(["goods", "money", "status"]);
    expect(placed(takenBack(whole, "love"), "love", all)).toEqual(["goods", "money", "status", "love"]);
  });

  it("swaps neighbours and stays as it is at its ends", () => {
    expect(moved(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
    const order = ["a", "b", "c"];
    expect(moved(order, "a", -1)).toBe(order);
    expect(moved(order, "c", 1)).toBe(order);
  });
});

describe("an order beside its key", () => {
  const key = [["love"], ["goods", "money"]];

  it("counts up to the first mistake", () => {
    expect(rightFromStart(["goods", "love", "money"], key)).toBe(0);
    expect(rightFromStart(["love", "money", "goods"], key)).toBe(3);
    expect(rightFromStart(["a", "c", "b"], [["a"], ["b"], ["c"]])).toBe(1);
  });
});
