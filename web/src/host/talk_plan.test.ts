import { describe, expect, it } from "vitest";
import type { HostView } from "../wire/generated";
import type { ConsoleModel } from "./console_model";
import { sampleHost } from "./samples";
import { TalkPlan } from "./talk_plan.svelte";

const canTalk = (change: Partial<HostView> = {}) => sampleHost("closed", 0, { talk_axes: ["stage", "trust-level"], ...change });

/** What pressing T sends. */
function pressed(plan: TalkPlan, view: HostView): unknown[] {
  const sent: unknown[] = [];
  plan.press({
    view, isSettling: false, extend: () => sent.push("extend"), order: (event: string, body: object) => sent.push([event, body]),
  } as unknown as ConsoleModel);
  return sent;
}

describe("the plan of a talk", () => {
  it("is about the whole card, for as long as the room's settings say", () => {
    expect(pressed(new TalkPlan(), canTalk())).toEqual([["talk", { card: "card-4", axes: [], seconds: 180 }]]);
  });

  it("is about what stays ticked, of this card only, and never about nothing", () => {
    const plan = new TalkPlan();
    plan.choose(canTalk(), "stage", false);
    expect(pressed(plan, canTalk())).toEqual([["talk", { card: "card-4", axes: ["trust-level"], seconds: 180 }]]);
    plan.choose(canTalk(), "trust-level", false);
    expect(plan.about(canTalk())).toEqual(["trust-level"]);
    const next = canTalk({ round: { ...canTalk().round!, card: "card-5" } });
    expect(plan.about(next)).toEqual(["stage", "trust-level"]);
    plan.choose(canTalk(), "stage", true);
    expect(plan.about(canTalk())).toEqual(["stage", "trust-level"]);
  });

  it("gives more time once nothing can be talked about", () => {
    expect(pressed(new TalkPlan(), sampleHost("answering", 0))).toEqual(["extend"]);
  });
});
