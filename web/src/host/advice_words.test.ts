import { describe, expect, it } from "vitest";
import { plainSettings } from "../wire/blank";
import type { HostView, Phase } from "../wire/generated";
import { adviceTold, axesTold, certainTold } from "./advice_words";
import { kindHost } from "./kind_samples";
import { sampleHost, sampleKeys } from "./samples";

const told = (phase: Phase, change: Partial<HostView> = {}) => adviceTold(sampleHost(phase, 0, change), "en");

describe("the advice in words", () => {
  it("names the axis, its share and the room's own thresholds", () => {
    const settings = { ...plainSettings, talk_from: 0.3, talk_to: 0.8 };
    expect(told("closed", { settings })).toMatchObject({
      title: "Let them talk it over",
      why: "On Stage 38% is right. Between 30% and 80% talking teaches more than explaining.",
    });
  });

  it("names the twin that it would ask", () => {
    const keys = sampleKeys().map((key) => ({ ...key, advice: { ...key.advice, suggestion: "ask_twin" as const } }));
    expect(told("reveal", { keys, twin: "card-11" }).why).toContain("“The cheesemonger” asks the same");
  });

  it("is to listen while they talk, and to wait while they answer", () => {
    expect(told("talk").title).toBe("Listen in");
    const keys = sampleKeys().map((key) => ({ ...key, advice: { ...key.advice, suggestion: "wait" as const } }));
    expect(told("answering", { keys })).toMatchObject({ title: "Let them answer", why: expect.stringContaining("38%") });
  });

  it("says of every question what to do there and how much they agree", () => {
    expect(axesTold(sampleHost("closed", 0), "en").map(({ name, share, doing, agreement }) => [name, share, doing, agreement])).toEqual([
      ["Stage", "38%", "talk", "all over the place"],
      ["Commitment", "49%", "talk", "divided"],
      ["Trust", "73%", "move on", "one answer prevails"],
    ]);
    expect(axesTold(sampleHost("answering", 0, { keys: sampleKeys(0) }), "en")).toEqual([]);
    expect(axesTold(kindHost("rank", "closed", 0), "en")[0]?.agreement).toBe("");
  });

  it("says where people were certain and wrong, most first, and nothing where nobody was", () => {
    expect(certainTold(sampleHost("closed", 0), "en")).toEqual(["6 of 37 on Commitment", "2 of 37 on Stage"]);
    expect(certainTold(sampleHost("closed", 0, { keys: sampleKeys(0) }), "en")).toEqual([]);
  });
});
