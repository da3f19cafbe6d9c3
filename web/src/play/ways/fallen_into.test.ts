import { describe, expect, it } from "vitest";
import { fellInto } from "./fallen_into";

describe("falling into a trap", () => {
  it("is choosing its option, alone or among others", () => {
    expect(fellInto("client", "client")).toBe(true);
    expect(fellInto(["honesty", "helpfulness"], "honesty")).toBe(true);
    expect(fellInto(["helpfulness"], "honesty")).toBe(false);
    expect(fellInto(null, "client")).toBe(false);
  });

  it("is putting an item with its option", () => {
    expect(fellInto({ pairs: { hug: "status", coins: "money" } }, "hug:status")).toBe(true);
    expect(fellInto({ pairs: { hug: "love" } }, "hug:status")).toBe(false);
  });

  it("is putting the one before the other", () => {
    expect(fellInto(["trust", "emotion", "exchange"], "trust>exchange")).toBe(true);
    expect(fellInto(["exchange", "emotion", "trust"], "trust>exchange")).toBe(false);
  });
});
