import { beforeEach, describe, expect, it } from "vitest";
import { sureOfNothing } from "../wire/blank";
import type { Ack } from "../wire/generated";
import { AnswerSheet } from "./answer_sheet.svelte";
import type { Picks, SheetPlace, Spoken } from "./sheet";
import { forgetfulKeeper, Kept } from "./kept";
import { ShownTimer } from "./shown_timer";

const place: SheetPlace = { room: "r1", card: "baker", axes: ["stage", "trust-level"] };
const whole = { stage: "supporter", "trust-level": "conduct" };

interface Sending {
  readonly picks: Picks;
  readonly confidence: Spoken["confidence"];
  readonly shownMillis: number;
  answer(ack: Ack): Promise<void>;
}

let sendings: Sending[];
let storage: ReturnType<typeof forgetfulKeeper>;
let now: number;

beforeEach(() => {
  sendings = [];
  storage = forgetfulKeeper();
  now = 0;
});

/** A sheet whose sendings the test answers itself; the storage outlives it as it would a reload. */
function sheetOnThisPhone(changes: Partial<SheetPlace> = {}): AnswerSheet {
  const timer = new ShownTimer({ steady: () => now, wall: () => now });
  const send = ({ picks, confidence }: Spoken, shownMillis: number): Promise<Ack> =>
    new Promise((resolve) => {
      const answer = async (ack: Ack): Promise<void> => {
        resolve(ack);
        await Promise.resolve();
        await Promise.resolve();
      };
      sendings.push({ picks, confidence, shownMillis, answer });
    });
  return new AnswerSheet({ ...place, ...changes }, new Kept(storage), send, timer);
}

function fill(sheet: AnswerSheet): void {
  sheet.choose("stage", "supporter", 40_000);
  sheet.choose("trust-level", "conduct", 35_000);
}

describe("an answer sheet", () => {
  it("names what is still missing, in the order of the sheet", () => {
    const sheet = sheetOnThisPhone();
    expect(sheet.missing).toEqual(["stage", "trust-level"]);
    sheet.choose("stage", "supporter", 40_000);
    expect(sheet.missing).toEqual(["trust-level"]);
  });

  it("is sent only after the server has said so", async () => {
    const sheet = sheetOnThisPhone();
    fill(sheet);
    sheet.send();
    expect(sheet.isSending).toBe(true);
    expect(sheet.isSent).toBe(false);
    await sendings[0]?.answer({ ok: true, version: 9 });
    expect(sheet.isSent).toBe(true);
    expect(sheet.isSending).toBe(false);
  });

  it("tells what is sent from what is not after a change", async () => {
    const sheet = sheetOnThisPhone();
    fill(sheet);
    sheet.send();
    await sendings[0]?.answer({ ok: true, version: 9 });
    sheet.change();
    sheet.choose("stage", "client", 20_000);
    expect(sheet.isSent).toBe(false);
    expect(sheet.isSending).toBe(false);
    expect(sheet.sent).toEqual(whole);
    sheet.keepSent();
    expect(sheet.picks).toEqual(whole);
  });

  it("sends the newest picks after the older ones were answered, one at a time", async () => {
    const sheet = sheetOnThisPhone();
    fill(sheet);
    sheet.send();
    sheet.choose("stage", "client", 20_000);
    sheet.send();
    expect(sendings).toHaveLength(1);
    await sendings[0]?.answer({ ok: true, version: 9 });
    expect(sheet.isSent).toBe(false);
    expect(sendings[1]?.picks).toEqual({ stage: "client", "trust-level": "conduct" });
    await sendings[1]?.answer({ ok: true, version: 10 });
    expect(sheet.isSent).toBe(true);
  });

  it("keeps picks through a reload, sent or not", () => {
    sheetOnThisPhone().choose("stage", "supporter", 40_000);
    expect(sheetOnThisPhone().picks).toEqual({ stage: "supporter" });
    expect(sheetOnThisPhone().isChoosing).toBe(true);
  });

  it("goes back after a reload to what was sent", async () => {
    const before = sheetOnThisPhone();
    fill(before);
    before.send();
    await sendings[0]?.answer({ ok: true, version: 9 });
    const after = sheetOnThisPhone();
    after.heard({ card: "baker", picks: whole, at: 1, ...sureOfNothing });
    expect(after.isChoosing).toBe(false);
    after.change();
    after.heard({ card: "baker", picks: whole, at: 1, ...sureOfNothing });
    expect(after.isChoosing).toBe(true);
  });

  it("sends again by itself after a reload what was asked for and never answered", () => {
    const before = sheetOnThisPhone();
    fill(before);
    before.send();
    const after = sheetOnThisPhone();
    expect(after.isSending).toBe(true);
    after.resume();
    expect(sendings[1]?.picks).toEqual(whole);
  });

  it("shows on a new device what the server holds", () => {
    const sheet = sheetOnThisPhone();
    sheet.heard({ card: "baker", picks: whole, at: 1, ...sureOfNothing });
    expect(sheet.picks).toEqual(whole);
    expect(sheet.isSent).toBe(true);
    expect(sheet.isChoosing).toBe(false);
  });

  it("does not let an older view undo a newer choice", () => {
    const sheet = sheetOnThisPhone();
    sheet.choose("stage", "client", 30_000);
    sheet.heard({ card: "baker", picks: whole, at: 1, ...sureOfNothing });
    expect(sheet.picks).toEqual({ stage: "client" });
    sheet.heard({ card: "florist", picks: { stage: "partner" }, at: 2, ...sureOfNothing });
    expect(sheet.sent).toEqual(whole);
  });

  it("says why it was refused, and sends again when asked", async () => {
    const sheet = sheetOnThisPhone();
    fill(sheet);
    sheet.send();
    await sendings[0]?.answer({ ok: false, code: "TOO_LATE", retry: false });
    expect(sheet.refusal).toBe("TOO_LATE");
    expect(sheet.isSending).toBe(false);
    sheet.send();
    expect(sendings).toHaveLength(2);
  });

  it("claims the time that this screen showed the open card, also after a reload, never past the end", () => {
    now = 1_000;
    sheetOnThisPhone().painted();
    now = 31_000;
    const sheet = sheetOnThisPhone();
    sheet.painted();
    fill(sheet);
    now = 41_000;
    sheet.timeIsUp();
    now = 41_600;
    sheet.send();
    expect(sendings[0]?.shownMillis).toBe(40_000);
  });
});
