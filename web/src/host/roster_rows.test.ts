import { describe, expect, it } from "vitest";
import { rosterRows } from "./roster_rows";
import type { RosterRow } from "../wire/generated";
import { joinMoments } from "./join_moments";
import { lineCounts } from "./line_counts";
import { sampleRoster } from "./samples";

const { rows } = sampleRoster(41);
const names = (wanted: string, onlyMissing = false, onlyUnsteady = false) =>
  rosterRows(rows, wanted, { onlyMissing, onlyUnsteady }).map((row) => row.name);

describe("the roster", () => {
  it("stands in order of arrival, the removed last", () => {
    expect(names("").slice(0, 2)).toEqual(["Aïcha", "Bram"]);
    expect(names("").at(-1)).toBe("Hana");
    expect(names("")).toHaveLength(41);
  });

  it("finds a name without its accents, capitals or spaces around it", () => {
    expect(names(" umit ")).toEqual(["Ümit"]);
    expect(names("AICHA")).toEqual(["Aïcha"]);
    expect(names("nobody at all")).toEqual([]);
  });

  it("can show only who has not answered yet, without those taken out", () => {
    expect(names("", true)).toEqual(["Daan V.", "Priya", "Maximiliaan-Alexander", "Youssef"]);
  });

  it("can show only whose line falters or is lost", () => {
    const unsteady = rows.map((row, place) => ({ ...row, line: ([,"shaky", "away"] as const)[place] ?? row.line }));
    const shown = rosterRows(unsteady, "", { onlyMissing: false, onlyUnsteady: true });
    expect(shown.map((row) => row.name)).toEqual(["Bram", "Chiara"]);
    expect(names("", false, true)).toEqual([]);
  });
});

describe("the lines", () => {
  it("are counted of who plays; who falters is connected too", () => {
    const some = rows.slice(0, 8).map((row, place) => ({ ...row, line: (["shaky", "away", "away"] as const)[place] ?? row.line }));
    expect(lineCounts(some)).toEqual({ joined: 7, here: 5, shaky: 1, away: 2 });
  });
});

describe("moments at which many came in", () => {
  const at = (minute: number, second: number, is_removed = false): RosterRow => ({
    ...rows[0]!, joined_at: new Date(2026, 0, 5, 9, minute, second).getTime(), is_removed,
  });

  it("are minutes of the clock, newest first, with who would go: everybody from then on", () => {
    const class_ = [at(1, 10), at(1, 20), at(1, 40), at(2, 5), at(4, 0), at(4, 1), at(4, 2), at(4, 3)];
    expect(joinMoments(class_, "nl").map(({ time, came, wouldGo }) => [time, came, wouldGo])).toEqual([["09:04", 4, 4], ["09:01", 3, 8]]);
    expect(joinMoments(class_, "nl")[0]!.since).toBe(at(4, 0).joined_at);
  });

  it("do not count who is out already, and a few at a time are no flood", () => {
    expect(joinMoments([at(1, 0), at(1, 1), at(1, 2, true)], "en")).toEqual([]);
  });
});
