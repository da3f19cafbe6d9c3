import { describe, expect, it } from "vitest";
import type { AxisReveal, AxisView, Text } from "../wire/generated";
import { noDetail, plainAxis } from "../wire/blank";
import { talliesOf, topMiss, topTrap, votesOf, worstTrap } from "./tallies";

const same = (text: string): Text => ({ nl: text, en: text });
const axis: AxisView = {
  ...plainAxis,
  id: "stage",
  kind: "ordinal",
  label: same("Stage"),
  short_label: same("Stage"),
  question: same("Who stood on which step?"),
  options: ["prospect", "client", "supporter"].map((id) => ({ id, label: same(id), short: same(id), hint: same("") })),
  picture: { kind: "pyramid", columns: [], rows: [], cells: null, empty_at: null, empty_why: null },
};
const reveal: AxisReveal = {
  axis: "stage",
  detail: noDetail,
  flow: null,
  is_contested: false,
  accepted: [{ option: "supporter", share: 1 }],
  cue: same("praises"),
  why: same("Because."),
  traps: [{ pick: "client", text: same("Faithful is not yet enthusiastic.") }],
  counts: [
    { option: "client", count: 9 },
    { option: "prospect", count: 12 },
    { option: "supporter", count: 20 },
  ],
  trap_counts: [9],
};

describe("a tally", () => {
  it("has every option in the order of the scale", () => {
    const tallies = talliesOf(axis, reveal);
    expect(tallies.map((tally) => tally.count)).toEqual([12, 9, 20]);
    expect(tallies.map((tally) => tally.isKey)).toEqual([false, false, true]);
    expect(votesOf(tallies)).toBe(41);
  });

  it("knows the option that most chose wrongly and the trap that most fell into", () => {
    const tallies = talliesOf(axis, reveal);
    expect(topMiss(tallies)?.option.id).toBe("prospect");
    expect(topTrap(axis, reveal)).toMatchObject({ option: { id: "client" }, count: 9 });
  });

  it("names no trap that nobody fell into", () => {
    const nobody = { ...reveal, counts: reveal.counts.map((counted) => ({ ...counted, count: 0 })), trap_counts: [0] };
    expect(topTrap(axis, nobody)).toBeNull();
    expect(topMiss(talliesOf(axis, nobody))).toBeNull();
  });

  it("names the trap that most fell into, whatever its kind, and of two alike the one that is written first", () => {
    const traps = ["money>love", "goods>love", "money>goods"].map((pick) => ({ pick, text: same(pick) }));
    const worst = (trap_counts: readonly number[]) => worstTrap({ ...reveal, traps, trap_counts })?.trap.pick ?? null;
    expect(worst([3, 12, 4])).toBe("goods>love");
    expect(worst([4, 12, 12])).toBe("goods>love");
    expect(worst([0, 0, 0])).toBeNull();
  });

  it("says nothing without a reveal", () => {
    expect(talliesOf(axis, null).some((tally) => tally.isKey || tally.count > 0)).toBe(false);
  });
});
