import { describe, expect, it } from "vitest";
import { forgetfulKeeper, Kept } from "../play/kept";
import { isPersonal, keepSeat, keptToken, personalLink, tokenOfHash } from "./own_seat";

const TOKEN = "ab".repeat(16);

describe("a personal link", () => {
  it("holds the token behind the #, where no server hears of it", () => {
    const link = new URL(personalLink("https://trede.example", "room-1", TOKEN));
    expect(link.pathname + link.search).toBe("/mine/room-1");
    expect(tokenOfHash(link.hash)).toBe(TOKEN);
  });

  it.each(["", "#", "#short", `#${TOKEN.toUpperCase()}`, `#${TOKEN}0`, `#token=${TOKEN}`])("%s is none", (hash) => {
    expect(tokenOfHash(hash)).toBeNull();
    expect(isPersonal(hash)).toBe(hash.length > 1);
  });
});

describe("the seat of this device", () => {
  it("is the one that the phone kept when it played", () => {
    const keeper = forgetfulKeeper();
    expect(keptToken(keeper, "room-1")).toBeNull();
    new Kept(keeper).keepSeat({ room: "room-1", pin: "482917", token: TOKEN, name: "Anna", usedAt: 1 });
    expect(keptToken(keeper, "room-1")).toBe(TOKEN);
    expect(keptToken(keeper, "room-2")).toBeNull();
  });

  it("can be brought by a link, and a page without a code still opens the seat that was played last", () => {
    const keeper = forgetfulKeeper();
    const kept = new Kept(keeper);
    kept.keepSeat({ room: "room-1", pin: "482917", token: "cd".repeat(16), name: "Bram", usedAt: 1 });
    keepSeat(keeper, "room-2", TOKEN, "Anna");
    expect(keptToken(keeper, "room-2")).toBe(TOKEN);
    expect(kept.lastSeat(2)?.room).toBe("room-1");
  });

  it("is none where something else stands in its place, or storage is refused", () => {
    const keeper = forgetfulKeeper();
    for (const written of ["{", "null", "7", '{"token":7}']) {
      keeper.setItem("trede.seat.room-1", written);
      expect(keptToken(keeper, "room-1")).toBeNull();
    }
    const closed = { getItem: () => null, setItem: () => { throw new Error("full"); }, removeItem: () => undefined };
    expect(() => keepSeat(closed, "room-1", TOKEN, "Anna")).not.toThrow();
  });
});
