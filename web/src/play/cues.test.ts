import { expect, it } from "vitest";
import { storyPieces } from "./cues";

it("lights each cue where it stands in the story", () => {
  expect(storyPieces("She must not let him down.", ["must not", "down"])).toEqual([
    { text: "She ", isCue: false },
    { text: "must not", isCue: true },
    { text: " let him ", isCue: false },
    { text: "down", isCue: true },
    { text: ".", isCue: false },
  ]);
});

it("joins cues that overlap", () => {
  const pieces = storyPieces("praises his sourdough", ["praises his", "his sourdough"]);
  expect(pieces).toEqual([{ text: "praises his sourdough", isCue: true }]);
});

it("lights nothing for a cue that is not there", () => {
  expect(storyPieces("Short.", ["long", ""])).toEqual([{ text: "Short.", isCue: false }]);
});
