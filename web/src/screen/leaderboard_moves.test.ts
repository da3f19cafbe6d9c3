import { describe, expect, it } from "vitest";
import type { StandingRow } from "../wire/generated";
import { boardEnd, boardMoves } from "./leaderboard_moves";

const row = (rank: number, previous_rank: number | null, name: string): StandingRow => ({
  rank,
  previous_rank,
  name,
  points: 18_000 - rank * 500,
});
const before = ["Kwame", "Emre", "Noor", "Fenna", "Sem", "Priya", "Hana", "Daan"].map((name, place) =>
  row(place + 1, null, name),
);
const now = [
  row(1, 3, "Noor"),
  row(2, 2, "Emre"),
  row(2, 4, "Fenna"),
  row(4, 1, "Kwame"),
  row(5, 9, "Annemarijn"),
  row(6, 5, "Sem"),
  row(7, 6, "Priya"),
  row(8, 14, "Zeynep"),
];

describe("the leaderboard", () => {
  it("lets people climb from their own tread and newcomers step in from below", () => {
    const { climbs } = boardMoves(now, before);
    expect(climbs.map((climb) => [climb.row.name, climb.from, climb.to])).toEqual([
      ["Noor", 3, 1],
      ["Emre", 2, 2],
      ["Fenna", 4, 3],
      ["Kwame", 1, 4],
      ["Annemarijn", 9, 5],
      ["Sem", 5, 6],
      ["Priya", 6, 7],
      ["Zeynep", 9, 8],
    ]);
  });

  it("lets who leaves fade where they stood", () => {
    expect(boardMoves(now, before).leavers.map((leaver) => [leaver.row.name, leaver.from])).toEqual([
      ["Hana", 7],
      ["Daan", 8],
    ]);
  });

  it("fills the gold step last of all and is soon over", () => {
    const moves = boardMoves(now, before);
    const ends = moves.climbs.map((climb) => climb.delay + climb.duration);
    expect(ends[0]).toBe(Math.max(...ends.slice(1)) + 240);
    expect(boardEnd(moves)).toBeLessThan(2600);
  });

  it("shows nobody's name before they stand", () => {
    for (const climb of boardMoves(now, before).climbs.filter((one) => one.duration > 0)) {
      expect(climb.nameAt).toBeGreaterThanOrEqual(climb.delay + climb.duration - 80);
    }
  });

  it("does with the ranks alone when the board before was not seen", () => {
    const { climbs, leavers } = boardMoves(now, null);
    expect(climbs[0]).toMatchObject({ from: 3, before: null });
    expect(climbs[4]).toMatchObject({ from: 9 });
    expect(leavers).toEqual([]);
  });

  it("stands still when nothing changed", () => {
    expect(boardMoves(before, before).climbs.every((climb) => climb.duration === 0)).toBe(true);
  });
});
