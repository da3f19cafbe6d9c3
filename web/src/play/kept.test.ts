import { describe, expect, it } from "vitest";
import { forgetfulKeeper, Kept, LAST_SEAT_MILLIS, type KeptSheet } from "./kept";

const seat = { room: "r1", pin: "482917", token: "ab".repeat(16), name: "Noor", usedAt: 5_000 };
const sheet: KeptSheet = {
  card: "baker",
  picks: { stage: "supporter" },
  isWanted: false,
  chosenAtLeft: 35_000,
  shownSince: 1_000,
};

describe("what a device keeps", () => {
  it("is its seat, found again by a page that knows nothing else", () => {
    const storage = forgetfulKeeper();
    new Kept(storage).keepSeat(seat);
    expect(new Kept(storage).lastSeat(6_000)).toEqual(seat);
    expect(new Kept(storage).lastName()).toBe("Noor");
  });

  it("is not last week's seat", () => {
    const kept = new Kept(forgetfulKeeper());
    kept.keepSeat(seat);
    expect(kept.lastSeat(5_000 + LAST_SEAT_MILLIS)).toBeNull();
  });

  it("stays when it leaves for another code, so that its code leads back to the same seat", () => {
    const kept = new Kept(forgetfulKeeper());
    kept.keepSeat(seat);
    kept.leave();
    expect(kept.lastSeat(6_000)).toBeNull();
    expect(kept.seatIn("r1")).toEqual(seat);
  });

  it("is the picks of the card on the screen, never of another card or room", () => {
    const kept = new Kept(forgetfulKeeper());
    kept.keepSheet("r1", sheet);
    expect(kept.sheet("r1", "baker")).toEqual(sheet);
    expect(kept.sheet("r1", "florist")).toBeNull();
    expect(kept.sheet("r2", "baker")).toBeNull();
  });

  it("is one token for each course, the same in every room of it", () => {
    const storage = forgetfulKeeper();
    const token = new Kept(storage).courseToken("2b");
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(new Kept(storage).courseToken("2b")).toBe(token);
    expect(new Kept(storage).courseToken("2c")).not.toBe(token);
  });

  it("is a new token where the one kept is none", () => {
    const storage = forgetfulKeeper();
    storage.setItem("trede.course.2b", '"nonsense"');
    const token = new Kept(storage).courseToken("2b");
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(new Kept(storage).courseToken("2b")).toBe(token);
  });

  it("survives storage that holds something else", () => {
    const storage = forgetfulKeeper();
    storage.setItem("trede.seat", "{broken");
    expect(new Kept(storage).lastSeat(6_000)).toBeNull();
  });
});
