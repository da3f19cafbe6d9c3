import { describe, expect, it } from "vitest";
import { calibrationOf, eightTeams, fiveTeams, flows, teamsOf, twelveTeams, twoTeams } from "../gallery/hour_samples";
import { certaintyTale, fullHeight, plinthFor, stepHeight, timesIn } from "./boards/calibration";
import { worstCell } from "./boards/matrix";
import { lead, teamHeights, teamRows } from "./boards/teams";
import { teamsTitle } from "./boards/team_words";
import { gainText, movedCount } from "./flow_words";
import { talkStair } from "./talk_stair";

describe("the gain of a talk", () => {
  it("is two figures, one where nothing changed, and calm when it is a loss", () => {
    expect(gainText(flows.gain, "nl")).toBe("49 → 71 %");
    expect(gainText(flows.loss, "en")).toBe("61 → 39%");
    expect(gainText(flows.still, "nl")).toBe("56 %");
  });

  it("counts who is elsewhere, whichever way they went", () => {
    expect(movedCount(flows.gain)).toBe(13);
    expect(movedCount(flows.still)).toBe(0);
  });
});

describe("certainty", () => {
  it("is told in small numbers", () => {
    expect(timesIn(0.74)).toEqual({ times: 3, of: 4 });
    expect(timesIn(0.5)).toEqual({ times: 1, of: 2 });
    expect(timesIn(0.9)).toEqual({ times: 9, of: 10 });
    expect(timesIn(1)).toEqual({ times: 2, of: 2 });
  });

  it("that was not always right is never told as always, nor as never", () => {
    for (let share = 0.01; share < 1; share += 0.01) {
      const { times, of } = timesIn(share);
      expect(times).toBeGreaterThan(0);
      expect(times).toBeLessThan(of);
      expect(Math.abs(times / of - share)).toBeLessThan(0.13);
    }
  });

  it("lower than fairly sure is said so, and too few answers say nothing", () => {
    expect(certaintyTale(calibrationOf([98, 156, 238], [0.3, 0.66, 0.47], 9)).kind).toBe("over");
    expect(certaintyTale(calibrationOf([12, 41, 3], [null, 0.7, null], 0)).kind).toBe("too few");
    expect(certaintyTale(calibrationOf([98, 156, 238], [0.3, 0.47, 0.47], 9)).kind).toBe("often");
  });

  it.each([[[0.38, 0.62, 0.74]], [[0.05, 0.9, 0.98]], [[null, 0.71, null]], [[1, 1, 1]], [[0, 0.1, 0.2]]])(
    "%j: steps stand in proportion and leave room for people and words",
    (shares) => {
      const height = 810;
      const plinth = plinthFor(shares, height, 206);
      const full = fullHeight(shares, height - plinth, 132);
      const { steps } = calibrationOf([40, 40, 40], shares, 0);
      const words = plinth > 0 ? 0 : 206;
      steps.forEach((step) => {
        const tall = stepHeight(step, full, words);
        if (step.right_share !== null) expect(tall).toBeCloseTo(step.right_share * full);
        expect(plinth + tall).toBeGreaterThanOrEqual(206 - 0.01);
        expect(plinth + tall).toBeLessThanOrEqual(height - 131);
      });
    },
  );
});

describe("a matrix", () => {
  it("points at the pair mixed up most, and at none where nothing was", () => {
    expect(worstCell([[96, 12, 4], [38, 102, 9], [6, 11, 88]])).toEqual({ row: 1, column: 0 });
    expect(worstCell([[5, 0], [0, 7]])).toBeNull();
  });
});

describe("teams", () => {
  it("stand from zero, so that a small lead looks small", () => {
    const [bakers, millers] = teamHeights(fiveTeams, 0.3);
    expect(millers).toBe(1);
    expect(bakers).toBeCloseTo(17.25 / 18);
  });

  it("stand equally high with equal means, and a team below nought keeps room for its name", () => {
    const heights = teamHeights(teamsOf([["A", 4_000, 3], ["B", 4_000, 9], ["C", -2_000, 4]]), 0.25);
    expect(heights[0]).toBe(heights[1]);
    expect(heights[2]).toBe(0.25);
  });

  it("are named in the title by who is in front; nobody is named last", () => {
    expect(teamsTitle(fiveTeams, "nl")).toBe("Molenaars: een half punt voor");
    expect(teamsTitle(twoTeams, "en")).toBe("All teams stand equally high");
    expect(teamsTitle(teamsOf([["A", 0, 0], ["B", 0, 0]]), "nl")).toBe("De teams staan klaar");
    expect(lead(eightTeams).front.map((team) => team.name)).toEqual(["Brouwers"]);
  });

  it("share a rank as rows, and who has no people has no row", () => {
    const rows = teamRows(twelveTeams);
    expect(rows.slice(0, 3).map((row) => row.rank)).toEqual([1, 1, 3]);
    expect(rows).toHaveLength(11);
    expect(teamRows(teamsOf([["A", 0, 0]]))).toEqual([]);
  });
});

describe("the people who talk", () => {
  it.each([1328, 1776])("are seven on every tread, whatever the vote was (%i wide)", (width) => {
    const { treads, figures, bubbles } = talkStair(width, 468, [150, 216, 282]);
    expect(treads.at(-1)!.left + treads.at(-1)!.width).toBeCloseTo(width);
    for (const tread of treads) {
      const on = figures.filter((figure) => figure.x > tread.left && figure.x < tread.left + tread.width);
      expect(on).toHaveLength(7);
      expect(on.every((figure) => figure.y === tread.top - 2)).toBe(true);
      expect(bubbles.filter((bubble) => bubble.x > tread.left && bubble.x < tread.left + tread.width)).toHaveLength(1);
    }
  });
});
