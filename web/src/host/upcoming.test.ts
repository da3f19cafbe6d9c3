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
    expect(stepAfterNext(onReveal({ ...next("show_leaderboard"), card_number: 24 }))?.action).toBe("show_podium");
  });

  it("is nothing at the end", () => {
    expect(stepAfterNext(sampleHost("podium", 0))).toBeNull();
    expect(stepAfterNext(sampleHost("ended", 0))).toBeNull();
  });
});
