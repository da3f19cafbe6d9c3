import { describe, expect, it } from "vitest";
import type { CallerRow } from "../wire/generated";
import { CALLERS_SHOWN, doorRows, newestOf } from "./door_rows";
import { momentsOf } from "./join_moments";

const caller = (name: string, asked_at: number, state: CallerRow["state"] = "waiting"): CallerRow => ({
  player: name, name, asked_at, line: "here", state,
});

describe("the door of the console", () => {
  it("shows the first of a crowd, and says how many there are", () => {
    const crowd = Array.from({ length: 2_000 }, (_, place) => caller(`Stranger ${place}`, place));
    const { found, shown } = doorRows(crowd, "waiting", "");
    expect(found).toBe(2_000);
    expect(shown).toEqual(crowd.slice(0, CALLERS_SHOWN));
  });

  it("finds a student among strangers, whatever the accents", () => {
    const crowd = [...Array.from({ length: 500 }, (_, place) => caller(`Stranger ${place}`, place)), caller("Ümit", 501)];
    expect(doorRows(crowd, "waiting", " umit ").shown.map((row) => row.name)).toEqual(["Ümit"]);
  });

  it("keeps those who were turned away, and those who are in, apart", () => {
    const callers = [caller("Noor", 1, "let_in"), caller("Sem", 2), caller("X", 3, "turned_away")];
    expect(doorRows(callers, "waiting", "").shown.map((row) => row.name)).toEqual(["Sem"]);
    expect(doorRows(callers, "turned_away", "").shown.map((row) => row.name)).toEqual(["X"]);
  });

  it("lets in all up to the newest that it showed", () => {
    expect(newestOf([caller("Noor", 5), caller("Sem", 9, "turned_away"), caller("Kim", 7)])).toBe(7);
    expect(newestOf([])).toBe(0);
  });
});

describe("the moments at which many came", () => {
  it("tell how many were there before, and how many since", () => {
    const minute = 60_000;
    const times = [1, 2, 3, 30 * minute, 31 * minute, 31 * minute + 1, 31 * minute + 2, 32 * minute];
    expect(momentsOf(times, "en").map(({ since, came, wouldGo, before }) => [since, came, wouldGo, before])).toEqual([
      [31 * minute, 3, 4, 4],
      [1, 3, 8, 0],
    ]);
  });
});
