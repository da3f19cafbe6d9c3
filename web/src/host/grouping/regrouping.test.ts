import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CommandBody } from "../../wire/command_sender";
import type { Ack, AnswerGroup, RefusalCode } from "../../wire/generated";
import { REGROUP_REST_MILLIS, Regrouping } from "./regrouping.svelte";

const list = (title: string): AnswerGroup[] => [{ title, players: ["noor"], quotes: [], share: null }];
const accepted = (version: number): Ack => ({ ok: true, version });

let sent: { body: CommandBody<"group">; answer: (ack: Ack) => Promise<void> }[];
let refused: RefusalCode[];
let regrouping: Regrouping;

const shown = () => regrouping.groupsOf("card-1", "open", list("held"))[0]!.title;
const titles = () => sent.map(({ body }) => body.groups[0]!.title);

beforeEach(() => {
  vi.useFakeTimers();
  [sent, refused] = [[], []];
  regrouping = new Regrouping(
    (body) =>
      new Promise((resolve) => {
        sent.push({
          body,
          answer: async (ack) => {
            resolve(ack);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    (code) => refused.push(code),
  );
});

afterEach(() => vi.useRealTimers());

describe("what is put together", () => {
  it("is shown at once and sent after a rest, only the newest", () => {
    regrouping.want("card-1", "open", list("a"));
    regrouping.want("card-1", "open", list("b"));
    expect([shown(), regrouping.isKept, sent.length]).toEqual(["b", false, 0]);
    vi.advanceTimersByTime(REGROUP_REST_MILLIS);
    expect(titles()).toEqual(["b"]);
    expect(sent[0]!.body).toMatchObject({ card: "card-1", axis: "open" });
  });

  it("goes one at a time, and what changed meanwhile follows", async () => {
    regrouping.want("card-1", "open", list("a"));
    vi.advanceTimersByTime(REGROUP_REST_MILLIS);
    regrouping.want("card-1", "open", list("b"));
    vi.advanceTimersByTime(10 * REGROUP_REST_MILLIS);
    expect(titles()).toEqual(["a"]);
    await sent[0]!.answer(accepted(5));
    expect([titles(), shown()]).toEqual([["a", "b"], "b"]);
  });

  it("stays in sight until a view has it, then the view speaks", async () => {
    regrouping.want("card-1", "open", list("a"));
    regrouping.flush();
    await sent[0]!.answer(accepted(9));
    regrouping.heard(8);
    expect([shown(), regrouping.isKept]).toEqual(["a", true]);
    regrouping.heard(9);
    expect(shown()).toBe("held");
  });

  it("goes at once before a step, without waiting for the one under way", () => {
    regrouping.want("card-1", "open", list("a"));
    vi.advanceTimersByTime(REGROUP_REST_MILLIS);
    regrouping.want("card-1", "open", list("b"));
    regrouping.flush();
    expect(titles()).toEqual(["a", "b"]);
    vi.advanceTimersByTime(REGROUP_REST_MILLIS);
    expect(titles()).toEqual(["a", "b"]);
  });

  it("that is refused is said and let go", async () => {
    regrouping.want("card-1", "open", list("a"));
    regrouping.flush();
    await sent[0]!.answer({ ok: false, code: "NOT_NOW", retry: false });
    expect([refused, shown(), regrouping.isKept]).toEqual([["NOT_NOW"], "held", true]);
  });

  it("belongs to its card: on the next one it is not shown", () => {
    regrouping.want("card-1", "open", list("a"));
    expect(regrouping.groupsOf("card-2", "open", [])).toEqual([]);
  });
});
