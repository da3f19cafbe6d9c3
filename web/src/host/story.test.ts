import { describe, expect, it } from "vitest";
import { storyPieces } from "./story";

const shown = (story: string, ...cues: string[]) =>
  storyPieces(story, cues).map(({ text, isCue }) => (isCue ? `[${text}]` : text)).join("");

describe("the cues in a story", () => {
  it("are lit where they stand, in the story's order", () => {
    expect(shown("she comes, she praises", "praises", "comes")).toBe("she [comes], she [praises]");
  });

  it("become one where they overlap, touch or stand inside each other", () => {
    expect(shown("abcdef", "bcd", "cde")).toBe("a[bcde]f");
    expect(shown("abcdef", "ab", "cd")).toBe("[abcd]ef");
    expect(shown("abcdef", "bcde", "cd")).toBe("a[bcde]f");
    expect(shown("abcdef", "bc", "bc")).toBe("a[bc]def");
  });

  it("leave the story whole when they are not in it", () => {
    expect(shown("abc", "x", "")).toBe("abc");
    expect(shown("", "x")).toBe("");
  });
});
