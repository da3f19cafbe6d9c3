import { describe, expect, it } from "vitest";
import { itemTapped, optionTapped, paired, type Pairing } from "./pairing";

const items = ["hug", "herring", "payment"];
const nothing: Pairing = { pairs: {}, item: null, option: null };

describe("pairing by taps", () => {
  it("goes from a moment to a resource, and the next open moment waits by itself", () => {
    const state = optionTapped(itemTapped(nothing, "hug", items), "love", items);
    expect(state).toEqual({ pairs: { hug: "love" }, item: "herring", option: null });
  });

  it("goes the other way round too", () => {
    const state = itemTapped(optionTapped(nothing, "goods", items), "herring", items);
    expect(state).toEqual({ pairs: { herring: "goods" }, item: "payment", option: null });
  });

  it("lets one resource be used twice", () => {
    const state = optionTapped({ pairs: { hug: "love" }, item: "payment", option: null }, "love", items);
    expect(state.pairs).toEqual({ hug: "love", payment: "love" });
  });

  it("comes round to a moment that was skipped, and rests when all are filled", () => {
    const skipped = optionTapped({ pairs: { herring: "goods" }, item: "payment", option: null }, "money", items);
    expect(skipped.item).toBe("hug");
    expect(optionTapped(skipped, "love", items).item).toBeNull();
  });

  it("lets go at a second tap", () => {
    expect(itemTapped(itemTapped(nothing, "hug", items), "hug", items)).toEqual(nothing);
    expect(optionTapped(optionTapped(nothing, "love", items), "love", items)).toEqual(nothing);
  });

  it("is emptied by its cross", () => {
    expect(paired({ pairs: { hug: "love" }, item: "herring", option: null }, "hug", null)).toEqual(nothing);
  });
});
