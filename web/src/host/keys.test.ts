import { describe, expect, it } from "vitest";
import { boardKeys, meaningOf, type Focus, type Press } from "./keys";

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
    expect(meanings(["t", "T", "l", "P", "?"], "page")).toEqual(["talk", "talk", "lock", "projector", "help"]);
  });

  it("brings every board by a letter of its own", () => {
    const boards = Object.entries(boardKeys);
    expect(boards.map(([, key]) => meaningOf(press(key), "page"))).toEqual(boards.map(([board]) => board));
    expect(new Set(Object.values(boardKeys)).size).toBe(boards.length);
  });

  it("takes the last step back by a letter and by the usual pair of keys, the latter not inside a field", () => {
    expect(meaningOf(press("u"), "page")).toBe("undo");
    expect(meaningOf(press("z", { ctrlKey: true }), "control")).toBe("undo");
    expect(meaningOf(press("z", { metaKey: true }), "page")).toBe("undo");
    expect(meaningOf(press("z", { ctrlKey: true }), "field")).toBeNull();
    expect(meaningOf(press("z"), "page")).toBeNull();
  });

  it("hears no single characters once they are switched off, but still the clicker", () => {
    const heard = ["t", "K", "?", " ", "PageDown", "Escape"].map((key) => meaningOf(press(key), "page", false));
    expect(heard).toEqual([null, null, null, "next", "next", "close"]);
    expect(meaningOf(press("z", { ctrlKey: true }), "page", false)).toBe("undo");
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
