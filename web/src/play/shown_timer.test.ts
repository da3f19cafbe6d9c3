import { expect, it } from "vitest";
import { ShownTimer } from "./shown_timer";

function timerAt(start: { steady: number; wall: number }) {
  const now = { ...start };
  return { now, timer: new ShownTimer({ steady: () => now.steady, wall: () => now.wall }) };
}

it("counts from the first painting, not from the first view", () => {
  const { now, timer } = timerAt({ steady: 500, wall: 10_000 });
  expect(timer.millis()).toBe(0);
  timer.painted(null);
  now.steady += 4_200;
  timer.painted(null);
  expect(timer.millis()).toBe(4_200);
});

it("goes on counting after a reload", () => {
  const { now, timer } = timerAt({ steady: 0, wall: 19_000 });
  expect(timer.painted(10_000)).toBe(10_000);
  now.steady += 1_000;
  expect(timer.millis()).toBe(10_000);
});

it("is not fooled by a wall clock that was put back", () => {
  const { timer } = timerAt({ steady: 0, wall: 5_000 });
  timer.painted(10_000);
  expect(timer.millis()).toBe(0);
});

it("stands still once the time is up", () => {
  const { now, timer } = timerAt({ steady: 0, wall: 0 });
  timer.painted(null);
  now.steady = 60_000;
  timer.freeze();
  now.steady = 60_900;
  expect(timer.millis()).toBe(60_000);
  timer.thaw();
  expect(timer.millis()).toBe(60_900);
});
