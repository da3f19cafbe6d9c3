import { beforeEach, describe, expect, it, vi } from "vitest";
import { AnswerSheet } from "./answer_sheet.svelte";
import type { Picks } from "./sheet";
import { forgetfulKeeper, Kept } from "./kept";

const place = { room: "r1", card: "herring", axes: ["rank", "pair", "why"] };
const order = ["love", "status", "money"];

let kept: Kept;
let sent: Picks[];

beforeEach(() => {
  kept = new Kept(forgetfulKeeper());
  sent = [];
});

/** A sheet whose sendings the server takes at once; what is kept outlives it as it would a reload. */
function sheetOnThisPhone(): AnswerSheet {
  return new AnswerSheet(place, kept, ({ picks }) => {
    sent.push(picks);
    return Promise.resolve({ ok: true, version: sent.length });
  });
}

describe("a sheet that is filled step by step", () => {
  it("keeps an order that is not whole through a reload, and does not take it for an answer", () => {
    const sheet = sheetOnThisPhone();
    sheet.act("rank", { pick: undefined, draft: ["love", "status"] }, null);
    expect(sheet.hasPicks).toBe(false);
    sheet.send();
    expect(sent).toEqual([]);
    expect(sheetOnThisPhone().drafts).toEqual({ rank: ["love", "status"] });
  });

  it("undoes one action after the other, on whichever axis it was", () => {
    const sheet = sheetOnThisPhone();
    sheet.act("rank", { pick: undefined, draft: ["love"] }, null);
    sheet.act("pair", { pick: { pairs: { hug: "love" } } }, null);
    sheet.act("rank", { pick: order }, null);
    sheet.undo(null);
    expect(sheet.picks).toEqual({ pair: { pairs: { hug: "love" } } });
    expect(sheet.drafts).toEqual({ rank: ["love"] });
    sheet.undo(null);
    sheet.undo(null);
    expect([sheet.picks, sheet.drafts, sheet.canUndo]).toEqual([{}, {}, false]);
  });

  it("leaves what was sent in place where a change is only half made", async () => {
    const sheet = sheetOnThisPhone();
    sheet.act("rank", { pick: order }, null);
    sheet.send();
    await vi.waitFor(() => expect(sheet.isSent).toBe(true));
    sheet.act("rank", { pick: undefined, draft: ["love"] }, null);
    sheet.choose("why", { text: "Because of the arm" }, null);
    sheet.send();
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toEqual({ rank: order, why: { text: "Because of the arm" } });
    expect(sheet.drafts).toEqual({});
  });

  it("keeps words in a pause of typing, and at once when they are sent", () => {
    vi.useFakeTimers();
    const sheet = sheetOnThisPhone();
    sheet.write("why", { text: "Bec" }, null);
    expect(sheetOnThisPhone().picks).toEqual({});
    vi.advanceTimersByTime(500);
    expect(sheetOnThisPhone().picks).toEqual({ why: { text: "Bec" } });
    sheet.write("why", { text: "Because" }, null);
    sheet.send();
    expect(sheetOnThisPhone().picks).toEqual({ why: { text: "Because" } });
    vi.useRealTimers();
  });
});
