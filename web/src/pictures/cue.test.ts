import { describe, expect, it } from "vitest";
import { cueSentence, storyParts } from "./cue";

const story = "His loaf costs a euro more. Still, Marieke cycles over every Saturday. She feels she must not let him down now. 'Dead before June? Money back,' says the tag.";

describe("a cue in its story", () => {
  it("is cut out of the whole story, which stays whole", () => {
    const parts = storyParts(story, "must not let him down");
    expect(parts.map((part) => part.isCue)).toEqual([false, true, false]);
    expect(parts.map((part) => part.text).join("")).toBe(story);
  });

  it("stands in its own sentence", () => {
    const parts = cueSentence(story, "must not let him down", "en");
    expect(parts.map((part) => part.text).join("")).toBe("She feels she must not let him down now.");
  });

  it("may run over two sentences", () => {
    const parts = cueSentence(story, "'Dead before June? Money back,' says the tag", "en");
    expect(parts.map((part) => part.text).join("")).toBe("'Dead before June? Money back,' says the tag.");
  });

  it("is shown bare when the story lacks it", () => {
    expect(cueSentence(story, "something else", "en")).toEqual([{ text: "something else", isCue: true }]);
    expect(storyParts(story, "something else")).toEqual([{ text: story, isCue: false }]);
  });
});
