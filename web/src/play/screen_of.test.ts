import { describe, expect, it } from "vitest";
import { roomView, seatView } from "../gallery/samples";
import { PHASES } from "../wire/generated";
import { screenOf } from "./screen_of";

const choosing = { isChoosing: true, isWeighing: false, mayAnswer: true };

describe("a phone", () => {
  it("has a screen for every phase", () => {
    const screens = PHASES.map((phase) => {
      return screenOf({ room: roomView({ phase }), seat: seatView(), ...choosing, mayAnswer: phase === "answering" });
    });
    expect(screens).toEqual(["lobby", "card", "card", "closed", "talk", "reveal", "standing", "podium", "ended"]);
  });

  it("looks for its room until both views are in", () => {
    expect(screenOf({ room: null, seat: seatView(), ...choosing })).toBe("looking");
    expect(screenOf({ room: roomView(), seat: undefined, ...choosing })).toBe("looking");
  });

  it("asks to join without a seat, unless the room is over", () => {
    expect(screenOf({ room: roomView(), seat: null, ...choosing })).toBe("join");
    expect(screenOf({ room: roomView({ phase: "ended" }), seat: null, ...choosing })).toBe("ended");
  });

  it("shows what was sent once it was sent, until a change is asked for", () => {
    const known = { room: roomView({ phase: "answering" }), seat: seatView(), ...choosing };
    expect(screenOf({ ...known, isChoosing: false })).toBe("sent");
    expect(screenOf(known)).toBe("card");
  });

  it("asks how sure after the choices", () => {
    expect(screenOf({ room: roomView(), seat: seatView(), ...choosing, isWeighing: true })).toBe("confidence");
  });

  it("stays on the card for a person with more time, also after the round closed for the others", () => {
    const closed = { room: roomView({ phase: "closed" }), seat: seatView() };
    expect(screenOf({ ...closed, ...choosing })).toBe("card");
    expect(screenOf({ ...closed, ...choosing, mayAnswer: false })).toBe("closed");
  });

  it("takes no more picks once the deadline has passed here, before the server says so", () => {
    expect(screenOf({ room: roomView(), seat: seatView(), ...choosing, mayAnswer: false })).toBe("closed");
  });

  it("waits at the door in every phase, until the room is over", () => {
    const screens = new Set(PHASES.map((phase) => screenOf({ room: roomView({ phase }), seat: seatView({ door: "waiting" }), ...choosing })));
    expect([...screens]).toEqual(["waiting", "ended"]);
  });

  it("tells who was turned away so, whatever the phase", () => {
    for (const phase of PHASES) {
      expect(screenOf({ room: roomView({ phase }), seat: seatView({ door: "turned_away" }), ...choosing })).toBe("turned_away");
    }
  });

  it("tells a removed player so, whatever the phase", () => {
    for (const phase of PHASES) {
      expect(screenOf({ room: roomView({ phase }), seat: seatView({ is_removed: true }), ...choosing })).toBe("removed");
    }
  });
});
