import { describe, expect, it } from "vitest";
import { kindHost } from "./kind_samples";
import { sampleAxes, sampleKeys } from "./samples";
import { slipText, worstSlip } from "./slips";
import type { HostAxis } from "../wire/generated";

/** What the console says slipped on the sample card of one kind, with a change to its counts. */
function said(kind: Parameters<typeof kindHost>[0], change: Partial<HostAxis> = {}): string {
  const view = kindHost(kind, "closed", 0);
  const axis = view.round!.axes[0]!;
  const truth = { ...view.keys[0]!, ...change };
  const slip = worstSlip([truth], [axis]);
  return slip ? slipText(slip, axis, truth, "en") : "";
}

describe("the worst slip", () => {
  it("is the wrong option that most chose over all axes, with the author's sentence", () => {
    const slip = worstSlip(sampleKeys(), sampleAxes);
    expect(slip).toMatchObject({ kind: "chose", axis: "commitment-form", pick: "personal", count: 14 });
    expect(slip?.trap?.text.en).toContain("Coming faithfully");
  });

  it("is never an accepted option of a contested axis", () => {
    const keys = sampleKeys().map((key) => ({ ...key, accepted: [...key.accepted, { option: "personal", share: 1 }] }));
    expect(worstSlip(keys, sampleAxes)).toMatchObject({ pick: "client", count: 9 });
  });

  it("is named without a sentence when the author wrote none", () => {
    const keys = sampleKeys().map((key) => ({ ...key, traps: [] }));
    expect(worstSlip(keys, sampleAxes)).toMatchObject({ pick: "personal", trap: null });
  });

  it("is none when nobody stood wrong", () => {
    expect(worstSlip(sampleKeys(0), sampleAxes)).toBeNull();
  });
});

describe("a slip in words", () => {
  it("on a grid is a cell", () => {
    expect(said("grid")).toBe("11 chose Internal, free; the key is Internal, limited.");
  });

  it("on a multi is a tick too many or one that was missed, whichever is more", () => {
    expect(said("multi")).toBe("19 missed Temporal; the key is Affective and Temporal.");
    const counts = [["instrumental-calculative", 30], ["attitudinal-affective", 39], ["temporal", 38]] as const;
    const ticked = said("multi", { counts: counts.map(([option, count]) => ({ option, count })) });
    expect(ticked).toBe("30 also ticked Calculative; the key is Affective and Temporal.");
  });

  it("on a plane is the wrong place that most came near", () => {
    expect(said("plane")).toBe("9 tapped closest to Love; the key is Status.");
  });

  it("in an order is the trap, or else where it broke", () => {
    expect(said("sequence")).toBe("16 put Commitment before Trust.");
    expect(said("sequence", { traps: [], trap_counts: [] })).toBe("For 16 it broke after Emotion: Trust comes there.");
    expect(said("rank")).toBe("14 did not begin with Love.");
  });

  it("in pairs is what was taken for an item", () => {
    expect(said("pair")).toBe("16 put Love with his compliment; Status belongs there.");
  });
});
