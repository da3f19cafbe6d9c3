import { describe, expect, it } from "vitest";
import { chainView, rankView } from "../gallery/order_samples";
import type { AxisReveal, AxisView, OrderDetail, ScreenView } from "../wire/generated";
import { orderTally, orderTrap } from "./orders";
import { sum } from "./figures";

function shown(view: ScreenView): { axis: AxisView; reveal: AxisReveal; order: OrderDetail } {
  const axis = view.round?.axes[0];
  const reveal = view.reveal?.axes[0];
  if (!axis || !reveal?.detail.order) throw new Error("a sample without an order");
  return { axis, reveal, order: reveal.detail.order };
}

const tallyOf = (view: ScreenView) => {
  const { axis, order } = shown(view);
  return orderTally(axis, order);
};

describe("where everybody stopped", () => {
  it("loses nobody", () => {
    for (const reached of [[2, 4, 13, 4, 0, 18], [0, 0, 0, 0, 0, 0], [41, 0, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6]]) {
      const tally = tallyOf(chainView(reached));
      expect(tally.ground + sum(tally.steps.map((step) => step.count))).toBe(sum(reached));
    }
  });

  it("puts people on the last step before their first mistake", () => {
    const tally = tallyOf(chainView([2, 4, 13, 4, 0, 18]));
    expect(tally.ground).toBe(2);
    expect(tally.steps.map((step) => step.count)).toEqual([4, 13, 4, 0, 18]);
  });

  it("keeps who broke off inside a tie on the shared step", () => {
    const tally = tallyOf(rankView([6, 7, 5, 12, 0, 11]));
    expect(tally.steps.map((step) => step.options.length)).toEqual([1, 2, 1, 1]);
    expect(tally.steps.map((step) => step.count)).toEqual([7, 17, 0, 11]);
  });

  it("says no 0 only on the step that nobody can stop on", () => {
    const tally = tallyOf(chainView([0, 0, 0, 0, 0, 41]));
    expect(tally.steps.map((step) => step.isAlwaysEmpty)).toEqual([false, false, false, true, false]);
    expect(tallyOf(chainView([0, 0, 0, 0, 3, 38])).steps[3]).toMatchObject({ count: 3, isAlwaysEmpty: false });
  });
});

describe("where the stair breaks", () => {
  it("is behind the step on which most of those stopped who stopped short of the top", () => {
    expect(tallyOf(chainView([2, 4, 13, 4, 0, 18])).brokenAfter).toBe(1);
    expect(tallyOf(chainView([29, 6, 4, 2, 0, 0])).brokenAfter).toBe(-1);
    expect(tallyOf(chainView([5, 5, 5, 0, 0, 1])).brokenAfter).toBe(-1);
  });

  it("is nowhere when everybody is on top, or nobody answered", () => {
    expect(tallyOf(chainView([0, 0, 0, 0, 0, 41])).brokenAfter).toBeNull();
    expect(tallyOf(chainView([0, 0, 0, 0, 0, 0])).brokenAfter).toBeNull();
  });
});

describe("the trap of an order", () => {
  it("names what was put first and what second", () => {
    const { axis, reveal } = shown(chainView([2, 4, 13, 4, 0, 18]));
    const trap = orderTrap(axis, reveal);
    expect([trap?.first.id, trap?.second.id]).toEqual(["commitment", "trust"]);
  });

  it("is the one that most fell into, not the one whose steps are most disturbed", () => {
    const { axis, reveal } = shown(chainView([2, 4, 13, 4, 0, 18]));
    const traps = [...reveal.traps, { pick: "emotion>exchange", text: { nl: "", en: "" } }];
    expect(orderTrap(axis, { ...reveal, traps, trap_counts: [3, 9] })).toMatchObject({ first: { id: "emotion" }, count: 9 });
  });

  it("is not told when nobody can have fallen into it", () => {
    const { axis, reveal } = shown(chainView([0, 0, 0, 0, 0, 41]));
    expect(orderTrap(axis, reveal)).toBeNull();
  });
});
