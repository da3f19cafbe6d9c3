import { describe, expect, it } from "vitest";
import { breakable, longestPart, nameLinesOf } from "./hyphens";

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

describe("a long name without soft hyphens", () => {
  const pieces = (name: string): string[] => breakable(name).split("\u00ad");

  it("may break between its syllables", () => {
    expect(pieces("Verantwoordelijkheid")).toEqual(["Verant", "woor", "de", "lijk", "heid"]);
    expect(pieces("Hulpvaardigheid")).toEqual(["Hulp", "vaar", "dig", "heid"]);
    expect(pieces("Betrokkenheid")).toEqual(["Betrok", "ken", "heid"]);
    expect(pieces("Helpfulness")).toEqual(["Help", "ful", "ness"]);
  });

  it("keeps short words, hyphens and its author's own breaks", () => {
    expect(breakable("Eerlijk")).toBe("Eerlijk");
    expect(breakable("Sociaal-emotioneel")).toBe("Sociaal-emotioneel");
    expect(breakable("Ver\u00adantwoordelijkheid")).toBe("Ver\u00adantwoordelijkheid");
  });
});
