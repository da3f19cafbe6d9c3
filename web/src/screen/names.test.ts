import { describe, expect, it } from "vitest";
import { nameBoard } from "./names";

const people = (count: number) => Array.from({ length: count }, (_, person) => `Person ${person + 1}`);
const lastOf = (count: number) => people(count).slice(-24);

describe("the names of the lobby", () => {
  it("stand large in one column while there are few", () => {
    expect(nameBoard(people(3), 3, false)).toMatchObject({ size: 72, columns: 1, newest: 2, others: 0 });
  });

  it("all stand in three columns up to twenty-four", () => {
    const board = nameBoard(people(24), 24, false);
    expect(board).toMatchObject({ size: 36, columns: 3, others: 0, newest: 23 });
    expect(board.places).toEqual(people(24));
  });

  it("leave a place for the others after that, and nobody is counted twice", () => {
    const board = nameBoard(lastOf(41), 41, false);
    expect(board.others).toBe(18);
    expect(board.places.filter((name) => name !== null)).toHaveLength(23);
    expect(board.places[board.newest]).toBe("Person 41");
  });

  it("change one place at a time when somebody comes", () => {
    const before = nameBoard(lastOf(41), 41, false).places;
    const after = nameBoard(lastOf(42), 42, false).places;
    expect(after.filter((name, place) => name !== before[place])).toEqual(["Person 42"]);
  });

  it("are the last arrivals in a large hall, the newest first", () => {
    const board = nameBoard(lastOf(912), 912, false);
    expect(board).toMatchObject({ isLatest: true, newest: 0 });
    expect(board.places).toHaveLength(18);
    expect(board.places[0]).toBe("Person 912");
  });

  it("fit two columns on a narrow stage", () => {
    expect(nameBoard(lastOf(41), 41, true).places).toHaveLength(15);
    expect(nameBoard(people(20), 20, true)).toMatchObject({ columns: 2, others: 5 });
  });
});
