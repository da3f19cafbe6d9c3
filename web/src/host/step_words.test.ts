import { describe, expect, it } from "vitest";
import { PHASES } from "../wire/generated";
import { sampleHost } from "./samples";
import { afterLabel, axisNames, spokenPhase, standingLabel, stepLabel, talkSubject, undoneLabel } from "./step_words";

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

  it("says what an undo takes back, and nothing where nothing can be", () => {
    expect(undoneLabel(sampleHost("closed", 0), "nl")).toBeNull();
    expect(undoneLabel(sampleHost("talk", 0, { undo: { id: "u", action: "reveal" } }), "nl")).toBe("het gesprek");
    expect(undoneLabel(sampleHost("closed", 0, { undo: { id: "u", action: "close_round" } }), "en")).toBe("closing the round");
  });
});

describe("a card that is voted on twice", () => {
  const round = { ...sampleHost("closed", 0).round!, open_axes: ["stage", "trust-level"] };

  it("says what they talk about, and which vote is open", () => {
    expect(standingLabel(sampleHost("talk", 0, { round }), "en")).toBe("Card 4, they talk about Stage and Trust");
    expect(standingLabel(sampleHost("answering", 0, { round: { ...round, vote: 2 } }), "nl")).toBe("Kaart 4, de tweede stem is open");
    expect(standingLabel(sampleHost("closed", 0, { round: { ...round, vote: 2 } }), "en")).toBe("Card 4, second vote closed");
  });

  it("calls all that can be asked again the whole card", () => {
    const view = sampleHost("closed", 0);
    const all = ["stage", "commitment-form", "trust-level"];
    expect(talkSubject(view, all, all, "en")).toBe("the whole card");
    expect(talkSubject(view, all.slice(0, 1), all, "en")).toBe("Stage");
    expect(axisNames(view, all, "nl")).toBe("Trede, Commitment en Vertrouwen");
  });
});

describe("numbers of cards", () => {
  it("are those under which the class played them: an earlier card keeps its own, a trial has none", () => {
    const view = sampleHost("reveal", 0);
    const earlier = { ...view.round!, card: "card-2" };
    expect(standingLabel({ ...view, round: earlier }, "en")).toBe("Card 2, on the screen: Commitment");
    expect(standingLabel({ ...view, round: { ...earlier, is_trial: true } }, "en")).toBe("Trial card, on the screen: Commitment");
  });

  it("begin with the trial where one comes first", () => {
    const view = sampleHost("lobby", 0);
    const cards = [{ ...view.cards[0]!, id: "trial", is_trial: true }, ...view.cards];
    expect(stepLabel({ ...view, cards }, "en")).toBe("Begin with the trial card");
  });
});
