import { describe, expect, it } from "vitest";
import type { ExamSheet } from "../wire/generated";
import { fitting, isAnswered, newAttempt, orderOf, stillToDo, timeLeft, withFlag } from "./attempt";

const text = (words: string) => ({ nl: words, en: words });
const item = (id: string, options: string[]) => ({
  id,
  question: text(id),
  options: options.map((option) => ({ id: option, text: text(option) })),
});
const sheet: ExamSheet = {
  id: "exam",
  title: text("Exam"),
  about: text("About"),
  minutes: 60,
  sections: [
    { kind: "theory", title: text("Theory"), case: null, items: Array.from({ length: 20 }, (_, n) => item(`t${n}`, ["a", "b"])) },
    { kind: "case", title: text("Case"), case: null, items: Array.from({ length: 10 }, (_, n) => item(`c${n}`, ["a", "b"])) },
    { kind: "open", title: text("Open"), case: null, items: [item("o0", [])] },
  ],
};
const ids = (seed: string): string[] => orderOf(sheet, seed).map(({ item: { id } }) => id);

describe("the order of an exam", () => {
  it("is the same after a reload, and another for another student", () => {
    expect(ids("one")).toEqual(ids("one"));
    expect(ids("one")).not.toEqual(ids("two"));
  });

  it("keeps the sections in theirs, and asks every question once", () => {
    const order = ids("one");
    expect(order.slice(0, 20).every((id) => id.startsWith("t"))).toBe(true);
    expect(order.slice(20, 30).every((id) => id.startsWith("c"))).toBe(true);
    expect(new Set(order).size).toBe(31);
  });
});

describe("an attempt", () => {
  const asked = orderOf(sheet, "one");
  const begun = newAttempt("one", 0);

  it("counts what is open and what is flagged; blanks are no answer in words", () => {
    const first = asked[0]!.item.id;
    const some = withFlag({ ...begun, answers: { [first]: "a" }, words: { o0: "  " } }, first);
    expect(isAnswered(some, asked[0]!)).toBe(true);
    expect(stillToDo(some, asked).open).toHaveLength(30);
    expect(stillToDo(some, asked).flagged).toEqual([0]);
    expect(stillToDo({ ...some, words: { o0: "because" } }, asked).open).toHaveLength(29);
  });

  it("takes a flag away by setting it again", () => {
    expect(withFlag(withFlag(begun, "t1"), "t1").flags).toEqual([]);
  });

  it("leaves away what an exam that was changed asks no more", () => {
    const old = { ...begun, answers: { t1: "a", t2: "z", gone: "a" }, flags: ["gone", "t1"], at: 90 };
    expect(fitting(old, asked)).toMatchObject({ answers: { t1: "a" }, flags: ["t1"], at: 31 });
  });
});

describe("the time of an exam", () => {
  const at = (minutes: number, seconds = 0) => timeLeft(newAttempt("one", 0), 60, minutes * 60_000 + seconds * 1000);

  it("is told in minutes until the last five, then in seconds too", () => {
    expect(at(0)).toEqual({ minutes: 60, seconds: null, isUp: false });
    expect(at(54, 59)).toEqual({ minutes: 6, seconds: null, isUp: false });
    expect(at(55)).toEqual({ minutes: 5, seconds: 0, isUp: false });
    expect(at(59, 30)).toEqual({ minutes: 0, seconds: 30, isUp: false });
    expect(at(60)).toEqual({ minutes: 0, seconds: 0, isUp: true });
  });

  it("is not told where the exam has no limit", () => {
    expect(timeLeft(newAttempt("one", 0), null, 5)).toBeNull();
  });
});
