import { describe, expect, it } from "vitest";
import { meaningOf, type Press } from "./keys";

const press = (key: string, change: Partial<Press> = {}): Press => ({
  key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, ...change,
});

describe("the keys of practice", () => {
  it("pick, flag, go on and back, and send", () => {
    expect(["1", "9", "f", "F", "n", "P", "Enter"].map((key) => meaningOf(press(key), "page", true))).toEqual([
      1, 9, "flag", "flag", "on", "back", "send",
    ]);
  });

  it("are dead inside fields, when held down, and with another key", () => {
    for (const key of ["1", "f", "Enter"]) {
      expect(meaningOf(press(key), "field", true)).toBeNull();
      expect(meaningOf(press(key, { repeat: true }), "page", true)).toBeNull();
      expect(meaningOf(press(key, { ctrlKey: true }), "page", true)).toBeNull();
    }
  });

  it("leave Enter to the button that has the focus, and letters still go", () => {
    expect(meaningOf(press("Enter"), "button", true)).toBeNull();
    expect(meaningOf(press("n"), "button", true)).toBe("on");
  });

  it("can be switched off, but for Enter", () => {
    expect(["1", "f", "n"].map((key) => meaningOf(press(key), "page", false))).toEqual([null, null, null]);
    expect(meaningOf(press("Enter"), "page", false)).toBe("send");
  });

  it("have no nought", () => expect(meaningOf(press("0"), "page", true)).toBeNull());
});
