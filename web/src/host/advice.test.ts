import { describe, expect, it } from "vitest";
import { sampleHost, sampleKeys } from "./samples";
import { openHost, sampleGroups } from "./kind_samples";
import type { HostAxis } from "../wire/generated";
import { axisOfConcern, bandOf, openTask, slippedCards } from "./advice";

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

describe("what to do with open answers", () => {
  const keysOf = (...shares: (number | null)[]) => openHost("closed", 0, sampleGroups(shares).slice(0, shares.length)).keys;

  it("is to read, put together, choose quotations, show, mark", () => {
    expect(openTask("answering", keysOf())).toBe("read");
    expect(openTask("closed", keysOf())).toBe("group");
    expect(openTask("closed", keysOf(null, null, null))).toBe("quote");
    expect(openTask("closed", keysOf(null, null))).toBe("show");
    expect(openTask("reveal", keysOf(1, null))).toBe("mark");
    expect(openTask("reveal", keysOf(1, 0))).toBeNull();
  });

  it("is nothing where no question is open", () => {
    expect(openTask("closed", sampleKeys())).toBeNull();
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
