import { describe, expect, it } from "vitest";
import { sampleHost } from "./samples";
import { deadlineOf } from "./deadline";
import { tokenFrom } from "./host_token";
import { consolePath, hostRoute } from "./route";

describe("the address", () => {
  it("is the shelf or the console of a room", () => {
    expect(hostRoute("/host")).toEqual({ page: "home" });
    expect(hostRoute("/host/")).toEqual({ page: "home" });
    expect(hostRoute(consolePath("a b"))).toEqual({ page: "console", room: "a b" });
  });
});

describe("what is pasted at the door", () => {
  it("is the token, or the link that carries it", () => {
    expect(tokenFrom("  abc123 \n")).toBe("abc123");
    expect(tokenFrom("http://192.168.1.4:5000/host?token=abc%2B1#x")).toBe("abc+1");
    expect(tokenFrom("http://192.168.1.4:5000/host")).toBe("");
  });
});

describe("the deadline", () => {
  it("is the opening while reading, the closing while answering, the end of a talk", () => {
    expect(deadlineOf(sampleHost("reading", 1000))).toBe(8000);
    expect(deadlineOf(sampleHost("answering", 1000))).toBe(43_000);
    expect(deadlineOf(sampleHost("closed", 1000))).toBeNull();
    expect(deadlineOf(sampleHost("lobby", 1000))).toBeNull();
    const talk = sampleHost("talk", 1000);
    expect(deadlineOf({ ...talk, round: { ...talk.round!, talk_ends_at: 61_000 } })).toBe(61_000);
  });
});
