import { describe, expect, it } from "vitest";
import { sampleReplay } from "../gallery/replay_samples";
import { STILL } from "../pictures/timing";
import { clockText, momentHash, momentOfHash } from "./moment_link";
import { Player } from "./player.svelte";

const at = (seconds: number): number => sampleReplay.opened_at + seconds * 1000;

describe("the player", () => {
  it("begins at the empty square and lets time pass at its speed", () => {
    const player = new Player(sampleReplay);
    expect(player.view.players).toBe(0);
    player.play();
    player.setSpeed(8);
    player.pass(1000);
    expect(player.time).toBe(at(8));
    expect(player.view.players).toBe(2);
  });

  it("stands still while it is paused", () => {
    const player = new Player(sampleReplay);
    player.pass(5000);
    expect(player.time).toBe(at(0));
  });

  it("stops at the end and begins anew from there", () => {
    const player = new Player(sampleReplay);
    player.play();
    player.pass(10_000_000);
    expect(player.isPlaying).toBe(false);
    expect(player.view.phase).toBe("ended");
    player.play();
    expect(player.time).toBe(player.start);
  });

  it("goes by card, and back to the start of this one first", () => {
    const player = new Player(sampleReplay);
    player.stepChapter(1);
    expect(player.view).toMatchObject({ phase: "reading", card_number: 1 });
    player.stepChapter(1);
    expect(player.view.card_number).toBe(2);
    player.seek(player.time + 5000);
    player.stepChapter(-1);
    expect(player.view).toMatchObject({ phase: "reading", card_number: 2 });
    player.stepChapter(-1);
    expect(player.view.card_number).toBe(1);
  });

  it("goes by moment: a phase, a revealed axis", () => {
    const player = new Player(sampleReplay, at(221));
    expect(player.view.phase).toBe("closed");
    player.stepMoment(1);
    expect(player.view.reveal?.shown_axis).toBe("stage");
    player.stepMoment(1);
    expect(player.view.reveal?.shown_axis).toBe("commitment-form");
    player.stepMoment(-1);
    expect(player.view.reveal?.shown_axis).toBe("stage");
  });

  it("shows how a moment ended when it jumps there standing still, and plays it from its start", () => {
    const player = new Player(sampleReplay, at(221));
    player.stepMoment(1);
    expect(player.head.elapsed).toBe(STILL);
    player.play();
    expect(player.head).toEqual({ elapsed: 0, rate: 1 });
  });

  it("shows the very frame of the motion that it is sought to", () => {
    const player = new Player(sampleReplay);
    player.seek(at(235) + 1800);
    expect(player.view.phase).toBe("reveal");
    expect(player.head).toEqual({ elapsed: 1800, rate: 0 });
  });

  it("never leaves the round", () => {
    const player = new Player(sampleReplay, at(99_999));
    expect(player.time).toBe(player.end);
    player.seek(0);
    expect(player.time).toBe(player.start);
    player.stepMoment(-1);
    player.stepFrame(-1);
    expect(player.time).toBe(player.start);
  });
});

describe("a link to a moment", () => {
  it("leads back to it", () => {
    expect(momentHash(at(668) + 300, at(0))).toBe("#t=668");
    expect(momentOfHash("#t=668", at(0))).toBe(at(668));
    expect(momentOfHash("#t=x", at(0))).toBeNull();
    expect(momentOfHash("", at(0))).toBeNull();
  });

  it("reads as a clock", () => {
    expect([0, 67_900, 668_000, 3_750_000].map(clockText)).toEqual(["0:00", "1:07", "11:08", "1:02:30"]);
  });
});
