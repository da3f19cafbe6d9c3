import { afterEach, expect, test, vi } from "vitest";
import { lookUpPin } from "./pins";

function answering(...codes: (string | null)[]): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(() => {
    const code = codes.length > 1 ? codes.shift() : codes[0];
    return Promise.resolve({ ok: code === null, json: () => Promise.resolve(code === null ? { room: "r" } : { code }) });
  });
  vi.stubGlobal("fetch", fetched);
  vi.useFakeTimers();
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("while somebody else on the network guesses PINs, a phone asks again by itself", async () => {
  const fetched = answering("TOO_FAST", "TOO_FAST", null);
  const answer = lookUpPin("482917");
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await answer).toEqual({ found: { room: "r" } });
  expect(fetched).toHaveBeenCalledTimes(3);
});

test("it does not ask for ever", async () => {
  const fetched = answering("TOO_FAST");
  const answer = lookUpPin("482917");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answer).toEqual({ code: "TOO_FAST" });
  expect(fetched).toHaveBeenCalledTimes(5);
});

test("a PIN that leads nowhere is asked once", async () => {
  const fetched = answering("ROOM_NOT_FOUND");
  expect(await lookUpPin("482917")).toEqual({ code: "ROOM_NOT_FOUND" });
  expect(fetched).toHaveBeenCalledTimes(1);
});
