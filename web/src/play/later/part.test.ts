import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Edition } from "./edition";
import { Part, REST_MILLIS, REST_MOST_MILLIS, TOO_LONG_MILLIS } from "./part.svelte";

/** The network and the server as a phone in a hall meets them. */
let works: boolean;
let asked: number;
let served: "same" | "other" | null;
let begunAnew: string[];
let part: Part<string>;

const edition: Edition = {
  served: () => Promise.resolve(served),
  beginAnew: () => void begunAnew.push("asked"),
  beginAnewOnce: () => void begunAnew.push("once"),
};

beforeEach(() => {
  vi.useFakeTimers();
  works = true;
  asked = 0;
  served = "same";
  begunAnew = [];
  part = new Part(() => {
    asked += 1;
    return works ? Promise.resolve("screens") : Promise.reject(new Error("the line is away"));
  }, edition);
});

afterEach(() => vi.useRealTimers());

describe("a part of the page", () => {
  it("is fetched once, however often it is asked for", async () => {
    await Promise.all([part.fetch(), part.fetch()]);
    await part.fetch();
    part.wait();
    expect(part.content).toBe("screens");
    expect(part.hasFailed).toBe(false);
    expect(asked).toBe(1);
  });

  it("that fails ahead of need is asked for again, ever more patiently, and the page is left alone", async () => {
    works = false;
    served = "other";
    await part.fetch();
    expect(part.hasFailed).toBe(true);
    await vi.advanceTimersByTimeAsync(REST_MILLIS);
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(REST_MILLIS);
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(10 * REST_MOST_MILLIS);
    const sofar = asked;
    await vi.advanceTimersByTimeAsync(REST_MOST_MILLIS);
    expect(asked).toBe(sofar + 1);
    expect(begunAnew).toEqual([]);
    works = true;
    await vi.advanceTimersByTimeAsync(REST_MOST_MILLIS);
    expect(part.content).toBe("screens");
  });

  it("is asked for at once and without patience as soon as its place is on the screen", async () => {
    works = false;
    served = null;
    await part.fetch();
    await vi.advanceTimersByTimeAsync(10 * REST_MOST_MILLIS);
    const sofar = asked;
    part.wait();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(sofar + 1);
    await vi.advanceTimersByTimeAsync(3 * REST_MILLIS);
    expect(asked).toBe(sofar + 4);
    expect(begunAnew).toEqual([]); // without a server there is nothing to begin anew with
  });

  it("that is gone because the server has a newer page begins the page anew", async () => {
    works = false;
    served = "other";
    part.wait();
    await vi.advanceTimersByTimeAsync(0);
    expect(begunAnew).toEqual(["once"]);
  });

  it("that fails twice while the server is there begins the page anew: some browsers never ask again", async () => {
    works = false;
    part.wait();
    await vi.advanceTimersByTimeAsync(0);
    expect(begunAnew).toEqual([]);
    await vi.advanceTimersByTimeAsync(REST_MILLIS);
    expect(begunAnew).toEqual(["once"]);
  });

  it("is tried again also while the server does not answer which edition it has", async () => {
    works = false;
    const deaf = new Part(() => ((asked += 1), Promise.reject(new Error("gone"))), {
      ...edition,
      served: () => new Promise(() => undefined),
    });
    deaf.wait();
    await vi.advanceTimersByTimeAsync(3 * REST_MILLIS);
    expect(asked).toBe(4);
  });

  it("that hangs for too long counts as failed, and is taken when it comes after all", async () => {
    let come = (_content: string): void => undefined;
    const hanging = new Part(() => new Promise<string>((resolve) => (come = resolve)), edition);
    served = null;
    hanging.wait();
    await vi.advanceTimersByTimeAsync(TOO_LONG_MILLIS - 1);
    expect(hanging.hasFailed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(hanging.hasFailed).toBe(true);
    come("screens");
    await vi.advanceTimersByTimeAsync(0);
    expect(hanging.content).toBe("screens");
  });

  it("leaves the page alone when its place is gone from the screen", async () => {
    works = false;
    served = "other";
    part.wait()();
    await vi.advanceTimersByTimeAsync(REST_MILLIS);
    expect(begunAnew).toEqual([]);
  });

  it("is tried by hand, and the page begins anew only where that fails and the server is there", async () => {
    works = false;
    served = null;
    await part.again();
    expect(begunAnew).toEqual([]);
    served = "same";
    await part.again();
    expect(begunAnew).toEqual(["asked"]);
    works = true;
    await part.again();
    expect(part.content).toBe("screens");
    expect(begunAnew).toEqual(["asked"]);
  });
});
