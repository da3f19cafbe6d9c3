import { describe, expect, it } from "vitest";
import { flows } from "../gallery/hour_samples";
import type { FlowView } from "../wire/generated";
import { flowCounts, flowDrawing, ribbonKind } from "./flow";
import { sum } from "./figures";

const every = Object.entries(flows) as [string, FlowView][];
const draw = (flow: FlowView, height = 680) => flowDrawing(flow, 480, 1200, height, 30, 56);

describe("who moved", () => {
  it.each(every)("%s: everybody is on one ribbon at each side", (_, flow) => {
    const { ribbons, before, after, unit } = draw(flow);
    const leaving = ribbons.filter((ribbon) => ribbon.fromX === 480);
    const landing = ribbons.filter((ribbon) => ribbon.toX === 1200);
    expect(sum(leaving.map((ribbon) => ribbon.height))).toBeCloseTo(flow.voters * unit);
    expect(sum(landing.map((ribbon) => ribbon.height))).toBeCloseTo(flow.voters * unit);
    expect(sum(before.map((bar) => bar.height))).toBeCloseTo(flow.voters * unit);
    expect(sum(after.map((bar) => bar.height))).toBeCloseTo(flow.voters * unit);
  });

  it.each(every)("%s: the ribbons fill their bars, one above the other", (_, flow) => {
    const { ribbons, before } = draw(flow);
    before.forEach((bar) => {
      const own = ribbons
        .filter((ribbon) => ribbon.fromX === 480 && ribbon.fromTop >= bar.top - 0.01 && ribbon.fromTop < bar.top + bar.height - 0.01)
        .sort((one, other) => one.fromTop - other.fromTop);
      let edge = bar.top;
      for (const ribbon of own) {
        expect(ribbon.fromTop).toBeCloseTo(edge);
        edge += ribbon.height;
      }
      expect(edge).toBeCloseTo(bar.top + bar.height);
    });
  });

  it.each(every)("%s: the words count everybody once, as the server does", (_, flow) => {
    const counts = flowCounts(flow);
    expect(counts.stay + counts.came + counts.left + counts.other).toBe(flow.voters);
    expect(counts.came).toBe(flow.came_to_key);
    expect(counts.left).toBe(flow.left_key);
  });

  it.each(every)("%s: bars stay in the picture and labels do not touch", (_, flow) => {
    for (const height of [480, 680]) {
      const { before, after } = draw(flow, height);
      for (const bars of [before, after]) {
        bars.forEach((bar, place) => {
          expect(bar.top).toBeGreaterThanOrEqual(-0.01);
          expect(bar.top + bar.height).toBeLessThanOrEqual(height + 0.01);
          const below = bars[place + 1];
          if (below) expect(below.middle - bar.middle).toBeGreaterThanOrEqual(55);
        });
      }
    }
  });

  it("gathers small changes between other places in a knot in which nobody is lost", () => {
    const { ribbons, unit } = draw(flows.sixMany);
    const middle = 840;
    const into = ribbons.filter((ribbon) => ribbon.toX === middle);
    const out = ribbons.filter((ribbon) => ribbon.fromX === middle);
    expect(into.length).toBeGreaterThan(5);
    expect(into.every((ribbon) => ribbon.kind === "other" && ribbon.count < 0.02 * flows.sixMany.voters)).toBe(true);
    expect(sum(out.map((ribbon) => ribbon.height))).toBeCloseTo(sum(into.map((ribbon) => ribbon.count)) * unit);
  });

  it("never hides somebody who came to the key or left it in that knot", () => {
    const keyed = flows.sixMany.moves.filter((move) => ["came", "left"].includes(ribbonKind(flows.sixMany, move)));
    const whole = draw(flows.sixMany).ribbons.filter((ribbon) => ribbon.kind === "came" || ribbon.kind === "left");
    expect(whole.map((ribbon) => ribbon.count).sort()).toEqual(keyed.map((move) => move.count).sort());
  });

  it("calls a step from one key to another a change, not a gain", () => {
    const between = { origin: "moral", destination: "structural", count: 2 };
    expect(ribbonKind(flows.contested, between)).toBe("other");
    expect(ribbonKind(flows.gain, between)).toBe("left");
  });
});
