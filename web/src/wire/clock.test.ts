import { describe, expect, it } from "vitest";
import { millisToNextSecond, millisUntil, ServerClock } from "./clock";

function clockOfDevice(start: number) {
  const device = { now: start };
  return { device, clock: new ServerClock(() => device.now) };
}

describe("the server's clock", () => {
  it("is the device's own until a view has come", () => {
    expect(clockOfDevice(5_000).clock.now()).toBe(5_000);
  });

  it("rests on the view that travelled fastest", () => {
    const { device, clock } = clockOfDevice(1_000);
    clock.heard(61_000 - 400); // travelled 400 ms
    clock.heard(61_000 - 30); // travelled 30 ms
    clock.heard(61_000 - 900);
    expect(clock.now()).toBe(60_970);
    device.now = 2_000;
    expect(clock.now()).toBe(61_970);
  });

  it("follows a device whose clock drifts: old views are forgotten", () => {
    const { device, clock } = clockOfDevice(0);
    clock.heard(10_000);
    device.now = 5_000; // this device runs ahead by now
    for (let views = 0; views < 12; views++) clock.heard(14_000);
    expect(clock.now()).toBe(14_000);
  });

  it("begins anew after a reconnect", () => {
    const { clock } = clockOfDevice(0);
    clock.heard(10_000);
    clock.reset();
    clock.heard(2_000);
    expect(clock.now()).toBe(2_000);
  });
});

describe("a countdown", () => {
  it("never goes below zero", () => {
    expect(millisUntil(1_000, 400)).toBe(600);
    expect(millisUntil(1_000, 4_000)).toBe(0);
  });

  it("looks again just after the shown second has changed", () => {
    expect(millisToNextSecond(41_200)).toBe(210);
    expect(millisToNextSecond(41_000)).toBe(1_010);
  });
});
