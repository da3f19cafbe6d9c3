import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browserEdition, type Edition } from "./edition";

/** What the server's page names, and what the browser lets a page keep. */
let named: string;
let reloads: number;
let session: Map<string, string> | null;
let canKeep: boolean;

const page = (script: string): { querySelector: () => { getAttribute: () => string } } => ({
  querySelector: () => ({ getAttribute: () => script }),
});

function keeper(kept: () => Map<string, string> | null): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const or = (): Map<string, string> => {
    const map = kept();
    if (map === null) throw new DOMException("refused", "SecurityError");
    return map;
  };
  return {
    getItem: (key) => or().get(key) ?? null,
    setItem: (key, value) => void or().set(key, value),
    removeItem: (key) => void or().delete(key),
  };
}

let edition: Edition;

beforeEach(() => {
  named = "/assets/play-old.js";
  reloads = 0;
  session = new Map();
  canKeep = true;
  vi.stubGlobal("location", { href: "http://hall/", reload: () => (reloads += 1) });
  vi.stubGlobal("document", page("/assets/play-old.js"));
  vi.stubGlobal("sessionStorage", keeper(() => session));
  vi.stubGlobal("localStorage", keeper(() => (canKeep ? new Map() : null)));
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(named, { headers: { "Content-Type": "text/html" } })));
  vi.stubGlobal("DOMParser", class {
    parseFromString = page;
  });
  edition = browserEdition();
});

afterEach(() => vi.unstubAllGlobals());

describe("the edition of the page", () => {
  it("is told by the script that the server's page names", async () => {
    expect(await edition.served()).toBe("same");
    named = "/assets/play-new.js";
    expect(await edition.served()).toBe("other");
  });

  it("is not known where the server is away, or says that it cannot serve", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("not built", { status: 503 })));
    expect(await edition.served()).toBeNull();
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no line")));
    expect(await edition.served()).toBeNull();
  });

  it("makes the page begin anew once for each edition that the server names", async () => {
    named = "/assets/play-new.js";
    await edition.served();
    edition.beginAnewOnce();
    edition.beginAnewOnce();
    expect(reloads).toBe(1);
    const afterReload = browserEdition();
    await afterReload.served();
    afterReload.beginAnewOnce();
    expect(reloads).toBe(1);
    named = "/assets/play-newer.js";
    await afterReload.served();
    afterReload.beginAnewOnce();
    expect(reloads).toBe(2);
  });

  it("never makes the page begin anew where the seat would be lost with it", async () => {
    named = "/assets/play-new.js";
    canKeep = false;
    await edition.served();
    edition.beginAnewOnce();
    edition.beginAnew();
    expect(reloads).toBe(0);
  });

  it("never does so by itself where it cannot remember that it did; a person may", async () => {
    named = "/assets/play-new.js";
    session = null;
    await edition.served();
    edition.beginAnewOnce();
    expect(reloads).toBe(0);
    edition.beginAnew();
    expect(reloads).toBe(1);
  });
});
