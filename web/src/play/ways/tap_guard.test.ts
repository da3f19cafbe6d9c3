import { describe, expect, it } from "vitest";
import { BY_ITSELF_MILLIS, NEW_MEANING_MILLIS, TapGuard } from "./tap_guard";

describe("a tap on a button that has just changed its meaning", () => {
  it("is swallowed for a moment, and only there", () => {
    let now = 1000;
    const guard = new TapGuard(() => now);
    guard.changed(["up-of-love"]);
    expect(guard.swallows("up-of-love")).toBe(true);
    expect(guard.swallows("up-of-money")).toBe(false);
    now += NEW_MEANING_MILLIS - 1;
    expect(guard.swallows("up-of-love")).toBe(true);
    now += 1;
    expect(guard.swallows("up-of-love")).toBe(false);
  });

  it("is meant after something else was tapped", () => {
    const guard = new TapGuard(() => 0);
    guard.changed(["love"]);
    guard.forget();
    expect(guard.swallows("love")).toBe(false);
  });

  it("waits longer where something was placed by itself", () => {
    let now = 0;
    const guard = new TapGuard(() => now);
    guard.changed(["money"], BY_ITSELF_MILLIS);
    now = 700;
    expect(guard.swallows("money")).toBe(true);
  });
});
