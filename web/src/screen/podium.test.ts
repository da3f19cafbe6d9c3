import { describe, expect, it } from "vitest";
import type { StandingRow } from "../wire/generated";
import { screenView } from "../gallery/samples";
import { fiveTeams, teamsOf, teamsView } from "../gallery/hour_samples";
import { loafTitle, podiumRowsOf, podiumSteps } from "./podium";

const row = (rank: number, name: string): StandingRow => ({ rank, previous_rank: null, name, points: 1000 });

describe("the podium", () => {
  it("has a step per rank", () => {
    expect(podiumSteps([row(1, "Noor"), row(2, "Emre"), row(3, "Fenna")]).map((step) => step.rank)).toEqual([1, 2, 3]);
  });

  it("shares a step among ties and does not draw the step that a tie skips", () => {
    const steps = podiumSteps([row(1, "Noor"), row(1, "Emre"), row(3, "Fenna"), row(3, "Annemarijn")]);
    expect(steps.map((step) => step.rank)).toEqual([1, 3]);
    expect(steps[1]?.people.map((person) => person.name)).toEqual(["Fenna", "Annemarijn"]);
  });

  it("says who the loaf is for, in both languages", () => {
    expect(loafTitle([row(1, "Noor"), row(2, "Emre")], 41, "nl")).toBe("Het brood is voor Noor");
    expect(loafTitle([row(1, "Noor"), row(1, "Emre")], 41, "en")).toBe("The loaf is for Noor and Emre");
    expect(loafTitle(["A", "B", "C", "D"].map((name) => row(1, name)), 41, "nl")).toBe("Het brood is voor deze 4");
  });

  it("tells a square without points from a square without people", () => {
    expect(loafTitle([], 41, "nl")).toBe("Het brood blijft vandaag in de bakkerij");
    expect(loafTitle([], 41, "en")).toBe("The loaf stays in the bakery today");
    expect(loafTitle([], 0, "en")).toBe("Nobody stood on the square today");
  });

  it("is for teams where teams collect the points, ties together and nobody without points", () => {
    const rows = podiumRowsOf(teamsView(fiveTeams, "podium"));
    expect(rows.map((one) => [one.rank, one.name])).toEqual([[1, "Molenaars"], [2, "Brouwers"], [3, "Bakkers"]]);
    const level = podiumRowsOf(teamsView(teamsOf([["A", 4_000, 3], ["B", 4_000, 2], ["C", 0, 5]]), "podium"));
    expect(level.map((one) => one.rank)).toEqual([1, 1]);
    expect(podiumRowsOf(screenView({ phase: "podium", podium: [row(1, "Noor")] }))).toHaveLength(1);
  });
});
