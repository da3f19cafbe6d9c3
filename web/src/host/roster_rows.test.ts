import { describe, expect, it } from "vitest";
import { rosterRows } from "./roster_rows";
import { sampleRoster } from "./samples";

const { rows } = sampleRoster(41);
const names = (wanted: string, onlyMissing = false) => rosterRows(rows, wanted, onlyMissing).map((row) => row.name);

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
});
