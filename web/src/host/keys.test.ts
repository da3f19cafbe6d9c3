import { describe, expect, it } from "vitest";
import { meaningOf, type Focus, type Press } from "./keys";

const press = (key: string, change: Partial<Press> = {}): Press => ({
  key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, ...change,
});
const meanings = (keys: string[], focus: Focus) => keys.map((key) => meaningOf(press(key), focus));

describe("the console's keys", () => {
  it("steps on what a clicker sends", () => {
    expect(meanings([" ", "ArrowRight", "PageDown"], "page")).toEqual(["next", "next", "next"]);
    expect(meanings(["ArrowLeft", "PageUp"], "page")).toEqual(["back", "back"]);
  });

  it("takes letters in either case", () => {
    expect(meanings(["t", "T", "l", "P", "?"], "page")).toEqual(["extend", "extend", "lock", "projector", "help"]);
  });

  it("is dead inside fields, but for Escape", () => {
    expect(meanings([" ", "t", "ArrowRight", "PageDown", "?"], "field")).toEqual([null, null, null, null, null]);
    expect(meaningOf(press("Escape"), "field")).toBe("close");
  });

  it("leaves space to a focused button, and still hears the clicker there", () => {
    expect(meaningOf(press(" "), "control")).toBeNull();
    expect(meaningOf(press("PageDown"), "control")).toBe("next");
  });

  it("counts a key held down once, and leaves the browser's own shortcuts alone", () => {
    expect(meaningOf(press("PageDown", { repeat: true }), "page")).toBeNull();
    expect(meaningOf(press("t", { ctrlKey: true }), "page")).toBeNull();
    expect(meaningOf(press("ArrowLeft", { altKey: true }), "page")).toBeNull();
  });

  it("does not take a word of the language for a key", () => {
    expect(meaningOf(press("constructor"), "page")).toBeNull();
  });
});
