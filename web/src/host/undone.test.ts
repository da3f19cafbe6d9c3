import { describe, expect, it } from "vitest";
import type { HostView, Phase, StepAction } from "../wire/generated";
import { sampleHost } from "./samples";
import { undone } from "./undone";

const after = (action: StepAction, phase: Phase, change: Partial<HostView> = {}) =>
  undone(sampleHost(phase, 0, { undo: { id: "undo", action }, ...change }));

describe("what an undo takes back", () => {
  it("is nothing where the server offers none", () => {
    expect(undone(sampleHost("answering", 0))).toBeNull();
  });

  it("is the step that led here", () => {
    expect(after("show_card", "reading")).toBe("show_card");
    expect(after("open_round", "answering")).toBe("open_round");
    expect(after("close_round", "closed")).toBe("close_round");
    expect(after("reveal", "reveal")).toBe("reveal");
    expect(after("show_axis", "reveal")).toBe("show_axis");
    expect(after("show_leaderboard", "leaderboard")).toBe("show_leaderboard");
    expect(after("show_podium", "podium")).toBe("show_podium");
  });

  it("is the talk, the second vote, and who moved", () => {
    const second = { round: { ...sampleHost("answering", 0).round!, vote: 2 } };
    expect(after("reveal", "talk")).toBe("talk");
    expect(after("open_second_vote", "answering", second)).toBe("open_second_vote");
    expect(after("show_flow", "reveal", { shows_flow: true })).toBe("show_flow");
  });

  it("is the skip where the next card came up in the middle of a vote", () => {
    expect(after("close_round", "reading")).toBe("skip");
    expect(after("reveal", "answering")).toBe("skip");
    expect(after("open_second_vote", "answering")).toBe("skip");
    expect(after("reveal", "podium")).toBe("skip");
  });

  it("is the earlier card where its first picture came after something else than a vote", () => {
    const first = { shown_axis: "stage" };
    expect(after("show_card", "reveal", first)).toBe("earlier");
    expect(after("show_axis", "reveal", first)).toBe("earlier");
    expect(after("end_room", "reveal", first)).toBe("earlier");
  });

  it("is the podium, from wherever it was reached", () => {
    expect(after("show_card", "podium")).toBe("show_podium");
  });
});
