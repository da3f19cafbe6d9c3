import { describe, expect, it } from "vitest";
import { sampleHost, sampleKeys } from "./samples";
import type { HostAxis } from "../wire/generated";
import { axisOfConcern, bandOf, slippedCards, trapMostFellInto } from "./advice";

const [stage] = sampleKeys();
const shared = (right_share: number | null, is_contested = false): HostAxis => ({ ...stage!, right_share, is_contested });

describe("the band of a right share", () => {
  it("explains under 35 %, lets them talk up to and with 70 %, moves on above", () => {
    expect([0, 0.349, 0.35, 0.7, 0.701, 1].map((share) => bandOf(shared(share)))).toEqual([
      "explain", "explain", "talk", "talk", "move_on", "move_on",
    ]);
  });

  it("debates a contested axis, whatever its share", () => {
    expect(bandOf(shared(0.1, true))).toBe("debate");
    expect(bandOf(shared(0.95, true))).toBe("debate");
  });

  it("says nothing while nobody answered", () => {
    expect(bandOf(shared(null))).toBeNull();
    expect(bandOf(shared(null, true))).toBeNull();
  });
});

describe("the axis of concern", () => {
  it("is the one with the lowest right share", () => {
    expect(axisOfConcern(sampleKeys())?.axis).toBe("stage");
  });

  it("is a contested one before any other", () => {
    const keys = sampleKeys().map((key) => (key.axis === "trust-level" ? { ...key, is_contested: true } : key));
    expect(axisOfConcern(keys)?.axis).toBe("trust-level");
  });

  it("is none before the first answer", () => {
    expect(axisOfConcern(sampleKeys(0))).toBeNull();
  });
});

describe("the trap most people fell into", () => {
  it("is the wrong option that most chose over all axes, with the author's sentence", () => {
    const fallen = trapMostFellInto(sampleKeys());
    expect(fallen).toMatchObject({ axis: "commitment-form", pick: "personal", count: 14 });
    expect(fallen?.trap?.text.en).toContain("Coming faithfully");
  });

  it("is never an accepted option of a contested axis", () => {
    const keys = sampleKeys().map((key) => ({ ...key, accepted: [...key.accepted, { option: "personal", share: 1 }] }));
    expect(trapMostFellInto(keys)).toMatchObject({ pick: "client", count: 9 });
  });

  it("is named without a sentence when the author wrote none", () => {
    const keys = sampleKeys().map((key) => ({ ...key, traps: [] }));
    expect(trapMostFellInto(keys)).toMatchObject({ pick: "personal", trap: null });
  });

  it("is none when nobody stood wrong", () => {
    expect(trapMostFellInto(sampleKeys(0))).toBeNull();
  });
});

describe("what slipped", () => {
  it("is at most four played cards up to 70 %, the lowest first", () => {
    const { cards } = sampleHost("ended", 0);
    expect(slippedCards(cards).map((card) => card.right_share)).toEqual([0.31, 0.49, 0.62, 0.62]);
  });

  it("is nothing before a card was shown, or when all went well", () => {
    expect(slippedCards(sampleHost("lobby", 0).cards)).toEqual([]);
    const well = sampleHost("ended", 0).cards.map((card) => ({ ...card, right_share: 0.9 }));
    expect(slippedCards(well)).toEqual([]);
  });
});
