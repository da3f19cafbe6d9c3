import { beforeEach, describe, expect, it } from "vitest";
import type { Ack, AnswerView } from "../wire/generated";
import { AnswerSheet } from "./answer_sheet.svelte";
import { forgetfulKeeper, Kept } from "./kept";
import type { Spoken } from "./sheet";

let storage: ReturnType<typeof forgetfulKeeper>;
let sent: Spoken[];
let reply: Ack;

beforeEach(() => {
  storage = forgetfulKeeper();
  sent = [];
  reply = { ok: true, version: 5 };
});

/** A sheet on this phone, in the first or second vote; the storage outlives it as it would a reload. */
function sheetOf(vote: number, asksConfidence = false): AnswerSheet {
  const axes = vote > 1 ? ["form"] : ["stage", "form"];
  return new AnswerSheet({ room: "r1", card: "baker", axes, vote, asksConfidence }, new Kept(storage), (spoken) => {
    sent.push(spoken);
    return Promise.resolve(reply);
  });
}

const first: AnswerView = {
  card: "baker",
  picks: { stage: "supporter", form: "moral" },
  at: 0,
  vote: 1,
  confidence: "fairly_sure",
};
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("how sure", () => {
  it("is chosen beforehand for nobody, and goes out with the picks", async () => {
    const sheet = sheetOf(1, true);
    sheet.choose("stage", "supporter", null);
    sheet.choose("form", "moral", null);
    sheet.weigh();
    expect(sheet.confidence).toBeNull();
    sheet.beSure("certain", null);
    sheet.send();
    await settled();
    expect(sent).toEqual([{ picks: { stage: "supporter", form: "moral" }, confidence: "certain" }]);
    expect(sheet.isSent).toBe(true);
  });

  it("is a change of its own: another step alone makes the answer unsent, and going back makes it sent again", async () => {
    const sheet = sheetOf(1, true);
    sheet.choose("stage", "supporter", null);
    sheet.beSure("guess", null);
    sheet.send();
    await settled();
    sheet.change();
    sheet.beSure("certain", null);
    expect(sheet.isSent).toBe(false);
    sheet.keepSent();
    expect(sheet.confidence).toBe("guess");
    expect(sheet.isSent).toBe(true);
  });

  it("survives a reload", () => {
    const sheet = sheetOf(1, true);
    sheet.choose("stage", "supporter", null);
    sheet.beSure("certain", null);
    expect(sheetOf(1, true).confidence).toBe("certain");
  });
});

describe("a second vote", () => {
  it("begins with the first choice on what is asked again, and has said nothing yet", () => {
    const sheet = sheetOf(2);
    sheet.heard(first);
    expect(sheet.picks).toEqual({ form: "moral" });
    expect(sheet.staysWithFirst).toBe(true);
    expect(sheet.hasSent).toBe(false);
    expect(sheet.isUnsaid).toBe(false); // nothing goes out by itself for who only looks on
  });

  it("says the same again for who stays, and as sure", async () => {
    const sheet = sheetOf(2, true);
    sheet.heard(first);
    sheet.stayWithFirst();
    await settled();
    expect(sent).toEqual([{ picks: { form: "moral" }, confidence: "fairly_sure" }]);
    expect(sheet.isSent).toBe(true);
  });

  it("knows after a change what was said first, also after a reload", () => {
    const sheet = sheetOf(2);
    sheet.heard(first);
    sheet.choose("form", "personal", null);
    expect(sheet.staysWithFirst).toBe(false);
    const again = sheetOf(2);
    expect(again.picks).toEqual({ form: "personal" });
    expect(again.first).toEqual(first.picks);
    again.heard({ ...first, picks: { ...first.picks, form: "personal" }, vote: 2 });
    expect(again.isSent).toBe(true); // as sure as in the first vote, where that was not said anew
  });

  it("takes nothing over from a sheet of the first vote that was never sent", () => {
    const before = sheetOf(1);
    before.choose("form", "structural", null);
    const sheet = sheetOf(2);
    expect(sheet.picks).toEqual({});
    expect(sheet.first).toBeNull();
  });

  it("says so when it came too late, and leaves the first one standing", async () => {
    reply = { ok: false, code: "TOO_LATE", retry: false };
    const sheet = sheetOf(2);
    sheet.heard(first);
    sheet.choose("form", "personal", null);
    sheet.send();
    await settled();
    expect(sheet.refusal).toBe("TOO_LATE");
    expect(sheet.first).toEqual(first.picks);
    expect(sheet.hasSent).toBe(false);
  });
});
