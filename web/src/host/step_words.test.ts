import { describe, expect, it } from "vitest";
import { PHASES } from "../wire/generated";
import { sampleHost } from "./samples";
import { afterLabel, spokenPhase, standingLabel, stepLabel } from "./step_words";

describe("what the one big button says", () => {
  it("names the step and what comes after it, in every phase", () => {
    const told = PHASES.map((phase) => {
      const view = sampleHost(phase, 0);
      return [phase, stepLabel(view, "en"), afterLabel(view, "en")];
    });
    expect(told).toEqual([
      ["lobby", "Begin with card 1", "reading, then answering"],
      ["reading", "Open the answers", "closing the round"],
      ["answering", "Close the round", "showing: Stage"],
      ["closed", "Show: Stage", "showing: Commitment"],
      ["talk", "Vote again", "closing the round"],
      ["reveal", "Show: Trust", "the leaderboard"],
      ["leaderboard", "On to card 5", "reading, then answering"],
      ["podium", "Close the square", "the link to look back"],
      ["ended", "All is done", ""],
    ]);
  });

  it("says where the card stands", () => {
    expect(standingLabel(sampleHost("closed", 0), "nl")).toBe("Kaart 4, nog niets getoond");
    expect(standingLabel(sampleHost("reveal", 0), "nl")).toBe("Kaart 4, op het scherm: Commitment");
  });

  it("speaks differently in every phase", () => {
    const spoken = PHASES.map((phase) => spokenPhase(sampleHost(phase, 0), "en"));
    expect(new Set(spoken).size).toBe(PHASES.length);
    expect(spoken.slice(1, 6)).toEqual([
      "Card 4: reading", "Card 4: answering", "Card 4: closed", "Card 4: talking", "Card 4: Commitment",
    ]);
  });

  it("says the next card by its name before the leaderboard is over", () => {
    const view = sampleHost("reveal", 0, { shown_axis: "trust-level", next_step: { id: "s", action: "show_leaderboard" } });
    expect([stepLabel(view, "nl"), afterLabel(view, "nl")]).toEqual(["Toon het klassement", "Vijftien jaar macro’s"]);
  });
});
