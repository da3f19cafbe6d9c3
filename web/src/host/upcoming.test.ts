import { describe, expect, it } from "vitest";
import { plainSettings } from "../wire/blank";
import { sampleHost } from "./samples";
import type { HostView, StepAction } from "../wire/generated";
import { axisOfStep, stepAfterNext } from "./upcoming";

const next = (action: StepAction) => ({ next_step: { id: "s", action } });
const onReveal = (change: Partial<HostView>) => sampleHost("reveal", 0, change);

describe("what comes after the next step", () => {
  it("is the reading and then the round when a card is shown", () => {
    expect(stepAfterNext(sampleHost("lobby", 0))?.action).toBe("open_round");
    expect(stepAfterNext(sampleHost("lobby", 0, { settings: { ...plainSettings, reading_seconds: 0 } }))?.action).toBe("close_round");
  });

  it("is showing, on the first asked axis, when the round closes", () => {
    expect(stepAfterNext(sampleHost("answering", 0))).toEqual({ action: "reveal", axis: "stage" });
  });

  it("walks the asked axes and then the leaderboard", () => {
    expect(stepAfterNext(sampleHost("closed", 0))).toEqual({ action: "show_axis", axis: "commitment-form" });
    const first = onReveal({ ...next("show_axis"), shown_axis: "stage" });
    expect(axisOfStep(first, "show_axis")).toBe("commitment-form");
    expect(stepAfterNext(first)).toEqual({ action: "show_axis", axis: "trust-level" });
    const second = onReveal({ ...next("show_axis"), shown_axis: "commitment-form" });
    expect(stepAfterNext(second)?.action).toBe("show_leaderboard");
  });

  it("is the next card after the leaderboard, and the podium after the last", () => {
    expect(stepAfterNext(onReveal(next("show_leaderboard")))?.action).toBe("show_card");
    const cards = onReveal({}).cards.filter((card) => card.state !== "coming");
    expect(stepAfterNext(onReveal({ ...next("show_leaderboard"), cards }))?.action).toBe("show_podium");
  });

  it("leaves the leaderboard out where nobody sees it or nobody has points", () => {
    const last = { ...next("show_axis"), shown_axis: "commitment-form" };
    expect(stepAfterNext(onReveal({ ...last, settings: { ...plainSettings, leaderboard: "hidden" } }))?.action).toBe("show_card");
    expect(stepAfterNext(onReveal({ ...last, settings: { ...plainSettings, scoring: "none" } }))?.action).toBe("show_card");
  });

  it("is the second vote's closing after a talk, and who moved after a picture that was voted on twice", () => {
    expect(stepAfterNext(sampleHost("talk", 0))?.action).toBe("close_round");
    const round = { ...sampleHost("closed", 0).round!, vote: 2, open_axes: ["stage"] };
    expect(stepAfterNext(sampleHost("closed", 0, { round }))).toEqual({ action: "show_flow", axis: "stage" });
  });

  it("is nothing at the end", () => {
    expect(stepAfterNext(sampleHost("podium", 0))).toBeNull();
    expect(stepAfterNext(sampleHost("ended", 0))).toBeNull();
  });
});
