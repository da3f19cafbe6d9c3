import { describe, expect, it } from "vitest";
import { Sheets } from "./sheets";

const AXIS = { id: "stage", label: { nl: "Trede", en: "Step" } };
const STORY = { title: "The village baker", axes: [{ "=": "axis" }] };

describe("sheets", () => {
  it("leave a view without them as it is", () => {
    const view = { version: 3, picks: { sheet: "x" }, nothing: null, list: [1, { a: "b" }] };
    expect(new Sheets().whole("seat", view)).toEqual(view);
    expect(new Sheets().whole("seat", null)).toBeNull();
  });

  it("are told once, and lie under every view that names them", () => {
    const sheets = new Sheets();
    const first = sheets.whole("room", { version: 1, round: { "=": "story", vote: 1 } }, { axis: AXIS, story: STORY });
    expect(first).toEqual({ version: 1, round: { title: "The village baker", axes: [AXIS], vote: 1 } });
    expect(sheets.whole("room", { version: 2, round: { "=": "story", vote: 2 } })).toEqual({
      version: 2,
      round: { title: "The village baker", axes: [AXIS], vote: 2 },
    });
  });

  it("may be several under one object, and its own fields lie on top", () => {
    const sheets = new Sheets();
    expect(sheets.whole("host", { "=": "a b", c: 3 }, { a: { a: 1 }, b: { b: 2 } })).toEqual({ a: 1, b: 2, c: 3 });
  });

  it("may hold the rows of a list, which then has columns", () => {
    const sheets = new Sheets();
    const counts = { "=": "rows", count: [4, 0] };
    expect(sheets.whole("room", { counts }, { rows: [{ option: "client" }, { option: "friend" }] })).toEqual({
      counts: [
        { option: "client", count: 4 },
        { option: "friend", count: 0 },
      ],
    });
  });

  it("are lacking when they were never told, or on the line before", () => {
    const sheets = new Sheets();
    expect(sheets.whole("room", { "=": "story" }, { story: STORY })).toBeUndefined(); // its axis was never told
    expect(sheets.whole("room", { "=": "story" }, { axis: AXIS })).toEqual({ ...STORY, axes: [AXIS] });
    sheets.clear();
    expect(sheets.whole("room", { "=": "story" })).toBeUndefined();
  });
});

describe("the list of people", () => {
  const noor = { player: "1", has_answered: false };
  const sem = { player: "2", has_answered: false };
  const kim = { player: "3", state: "waiting" };

  it("is the one before with what has changed", () => {
    const sheets = new Sheets();
    sheets.whole("roster", { version: 1, number: 7, rows: [noor], callers: [kim] });
    const change = { version: 2, number: 8, after: 7, rows: { 0: { has_answered: true }, 1: sem }, callers: { 0: { state: "let_in" } } };
    const whole = { version: 2, rows: [{ ...noor, has_answered: true }, sem], callers: [{ ...kim, state: "let_in" }] };
    expect(sheets.whole("roster", change)).toMatchObject(whole);
  });

  it("is lacking when the change is of another list", () => {
    const sheets = new Sheets();
    const change = { version: 2, number: 8, after: 7, rows: {}, callers: {} };
    expect(sheets.whole("roster", change)).toBeUndefined();
    sheets.whole("roster", { version: 1, number: 6, rows: [noor], callers: [] });
    expect(sheets.whole("roster", change)).toBeUndefined();
  });
});
