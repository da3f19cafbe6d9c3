import { describe, expect, it } from "vitest";
import { longestPart, nameLinesOf } from "./hyphens";

describe("a name with soft hyphens", () => {
  it("breaks there and nowhere else", () => {
    expect(nameLinesOf("Verantwoor\u00addelijkheid", 36, 260)).toBe(2);
    expect(nameLinesOf("Verantwoor\u00addelijkheid", 36, 900)).toBe(1);
    expect(nameLinesOf("Verantwoordelijkheid", 36, 260)).toBe(1);
  });

  it("is as wide as its widest part, with the hyphen of the break", () => {
    expect(longestPart("hand\u00adschoen", 40)).toBeLessThan(longestPart("handschoen", 40));
    expect(longestPart("hand\u00adschoen", 40)).toBeGreaterThanOrEqual(longestPart("schoen", 40));
  });
});
