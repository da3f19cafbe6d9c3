import { describe, expect, it } from "vitest";
import { nextFocus } from "./walk";

describe("walking the weeks", () => {
  it("begins at either end and stops at both", () => {
    expect(nextFocus("ArrowRight", -1, 5)).toBe(0);
    expect(nextFocus("ArrowLeft", -1, 5)).toBe(4);
    expect(nextFocus("ArrowRight", 4, 5)).toBe(4);
    expect(nextFocus("ArrowLeft", 0, 5)).toBe(0);
    expect(nextFocus("ArrowRight", 2, 5)).toBe(3);
    expect(nextFocus("End", 2, 5)).toBe(4);
    expect(nextFocus("Home", 2, 5)).toBe(0);
  });

  it("leaves the page its other keys, and a street without weeks alone", () => {
    expect(nextFocus("ArrowRight", -1, 0)).toBeNull();
    expect(nextFocus("ArrowDown", 2, 5)).toBeNull();
    expect(nextFocus("Home", -1, 5)).toBeNull();
  });
});
