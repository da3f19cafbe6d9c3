import { describe, expect, it } from "vitest";
import { sampleHost, sampleKeys } from "./samples";
import { openHost, sampleGroups } from "./kind_samples";
import { noAdvice, plainSettings } from "../wire/blank";
import type { ConfusionView, HostAxis, HostView, Phase, Suggestion } from "../wire/generated";
import { agreementOf, axisOfConcern, mostConfused, openTask, reasonFor, slippedCards } from "./advice";

const both = { nl: "", en: "" };

const keysSaying = (suggestion: Suggestion, right_share: number | null): HostAxis[] =>
  sampleKeys().map((key) => ({ ...key, right_share, advice: { ...key.advice, suggestion } }));

function reason(phase: Phase, suggestion: Suggestion, share: number | null, change: Partial<HostView> = {}): string {
  const keys = keysSaying(suggestion, share);
  return reasonFor(sampleHost(phase, 0, { keys, ...change }), keys[0]!);
}
const second = { round: { ...sampleHost("closed", 0).round!, vote: 2 } };

describe("the reason for the server's advice", () => {
  it("is of the moment before anything was said", () => {
    expect(reason("reading", "wait", null)).toBe("read");
    expect(reason("answering", "wait", null)).toBe("none_yet");
    expect(reason("closed", "wait", null)).toBe("nobody");
    expect(reason("answering", "wait", 0.5)).toBe("answering");
    expect(reason("talk", "wait", 0.5)).toBe("talking");
  });

  it("follows the server's word, not a band of its own", () => {
    expect(reason("closed", "talk", 0.9)).toBe("talk");
    expect(reason("closed", "explain", 0.9)).toBe("explain");
    expect(reason("closed", "debate", 0.1)).toBe("debate");
    expect(reason("reveal", "ask_twin", 0.5)).toBe("ask_twin");
  });

  it("says why to move on: they have it, or it was talked over, or it was shown and no twin is left", () => {
    expect(reason("closed", "move_on", 0.8)).toBe("move_on");
    expect(reason("closed", "move_on", 0.6, second)).toBe("move_on_talked");
    expect(reason("reveal", "move_on", 0.6)).toBe("move_on_shown");
    expect(reason("closed", "move_on", 0.8, { settings: { ...plainSettings, talk_to: 0.85 }, ...second })).toBe("move_on_talked");
  });

  it("knows that talking did not help", () => {
    expect(reason("closed", "explain", 0.2, second)).toBe("explain_after_talk");
  });
});

describe("agreement", () => {
  it("is told in four words, and in none below two answers", () => {
    const told = (agreement: number | null) => agreementOf({ ...noAdvice, agreement });
    expect([null, 0.33, 0.34, 0.49, 0.5, 0.75].map(told)).toEqual([null, "scattered", "divided", "divided", "mostly_agreed", "agreed"]);
  });
});

describe("what was mixed up most", () => {
  it("is the largest confusion over all axes, and none where nobody was wrong", () => {
    const confused = (count: number): ConfusionView => ({
      axis: "a", axis_label: both, key: "k", key_label: both, pick: "p", pick_label: both, count, of: 40, question: null,
    });
    const keys = sampleKeys().map((key, place) => ({ ...key, advice: { ...noAdvice, confused: [null, confused(9), confused(4)][place]! } }));
    expect(mostConfused(keys)?.axis).toBe("commitment-form");
    expect(mostConfused(sampleKeys().map((key) => ({ ...key, advice: noAdvice })))).toBeNull();
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
    expect(slippedCards(cards, 0.7).map((card) => card.right_share)).toEqual([0.31, 0.49, 0.62, 0.62]);
  });

  it("is nothing before a card was shown, or when all went well", () => {
    expect(slippedCards(sampleHost("lobby", 0).cards, 0.7)).toEqual([]);
    const well = sampleHost("ended", 0).cards.map((card) => ({ ...card, right_share: 0.9 }));
    expect(slippedCards(well, 0.7)).toEqual([]);
  });
});
