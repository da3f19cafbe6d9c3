import { describe, expect, it } from "vitest";
import { type Recorded, recorded, sampleReplay } from "../gallery/replay_samples";
import { screenView } from "../gallery/samples";
import { STILL } from "../pictures/timing";
import { clockText, momentHash, momentOfHash } from "./moment_link";
import { Player } from "./player.svelte";

const at = (seconds: number): number => sampleReplay.replay.opened_at + seconds * 1000;

function playerAt(seconds = 0, of: Recorded = sampleReplay): Player {
  const player = Player.of(of.replay, of.parts);
  player.seek(at(seconds));
  return player;
}

describe("the player", () => {
  it("begins at the empty square and lets time pass at its speed", () => {
    const player = playerAt();
    expect(player.view.players).toBe(0);
    player.play();
    player.setSpeed(8);
    player.pass(1000);
    expect(player.time).toBe(at(8));
    expect(player.view.players).toBe(2);
  });

  it("stands still while it is paused", () => {
    const player = playerAt();
    player.pass(5000);
    expect(player.time).toBe(at(0));
  });

  it("stops at the end and begins anew from there", () => {
    const player = playerAt();
    player.play();
    player.pass(10_000_000);
    expect(player.isPlaying).toBe(false);
    expect(player.view.phase).toBe("ended");
    player.play();
    expect(player.time).toBe(player.start);
  });

  it("goes by card, and back to the start of this one first", () => {
    const player = playerAt();
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
    const player = playerAt(221);
    expect(player.view.phase).toBe("closed");
    player.stepMoment(1);
    expect(player.view.reveal?.shown_axis).toBe("stage");
    player.stepMoment(1);
    expect(player.view.reveal?.shown_axis).toBe("commitment-form");
    player.stepMoment(-1);
    expect(player.view.reveal?.shown_axis).toBe("stage");
  });

  it("goes to every moment, also where two have the same time", () => {
    const phases = ["reading", "answering", "closed", "reveal"] as const;
    const quick = recorded(phases.map((phase) => [5, screenView({ phase, card_number: 1 })]));
    const player = playerAt(5, quick);
    player.toStart();
    expect(player.view.phase).toBe("reveal"); // the last of that time is what stood there
    player.goTo({ time: at(5), version: 1 });
    const seen = phases.map(() => {
      const { phase } = player.view;
      player.stepMoment(1);
      return phase;
    });
    expect(seen).toEqual(phases);
  });

  it("goes frame by frame, over the seam of two parts too", () => {
    const player = playerAt(150);
    const first = player.index;
    player.stepFrame(-1);
    expect(player.index).toBe(first - 1);
    expect(player.view.phase).toBe("lobby");
    player.stepFrame(1);
    expect(player.view.phase).toBe("reading");
  });

  it("shows how a moment ended when it jumps there standing still, and plays it from its start", () => {
    const player = playerAt(221);
    player.stepMoment(1);
    expect(player.head.elapsed).toBe(STILL);
    player.play();
    expect(player.head).toEqual({ elapsed: 0, rate: 1 });
  });

  it("shows the very frame of the motion that it is sought to", () => {
    const player = playerAt(0);
    player.seek(at(235) + 1800);
    expect(player.view.phase).toBe("reveal");
    expect(player.head).toEqual({ elapsed: 1800, rate: 0 });
  });

  it("never leaves the round", () => {
    const player = playerAt(99_999);
    expect(player.time).toBe(player.end);
    player.seek(0);
    expect(player.time).toBe(player.start);
    player.stepMoment(-1);
    player.stepFrame(-1);
    expect(player.time).toBe(player.start);
  });

  it("has six speeds and goes no further", () => {
    const player = playerAt();
    const up = Array.from({ length: 6 }, () => (player.stepSpeed(1), player.speed));
    expect(up).toEqual([2, 4, 8, 16, 32, 32]);
    player.stepSpeed(-1);
    expect(player.speed).toBe(16);
  });
});

describe("the player of a replay that is still coming", () => {
  const [square, first, second] = sampleReplay.parts;
  if (!square || !first || !second) throw new Error("three parts");

  it("stands in the part that came", () => {
    const player = new Player(sampleReplay.replay, first, { time: at(150), version: null });
    expect(player.view.card_number).toBe(1);
    expect(player.waitsFor).toBeNull();
  });

  it("waits at the moment that it was sought to, shows what it showed, and goes there when it has come", () => {
    const player = new Player(sampleReplay.replay, first, { time: at(160), version: null });
    player.seek(at(500));
    expect(player.waitsFor).toBe(2);
    expect(player.view.card_number).toBe(1);
    player.take(square);
    expect(player.waitsFor).toBe(2);
    player.take(second);
    expect(player.waitsFor).toBeNull();
    expect(player.view.card_number).toBe(2);
    expect(player.time).toBe(at(500));
  });

  it("does not let time run on while it waits, and plays on by itself", () => {
    const player = new Player(sampleReplay.replay, square);
    player.play();
    player.pass(155_000);
    expect(player.waitsFor).toBe(1);
    player.pass(60_000);
    expect(player.time).toBe(at(155));
    player.take(first);
    expect(player.view.phase).toBe("reading");
    player.pass(10_000);
    expect(player.view.phase).toBe("answering");
  });

  it("goes on by moment and by card from where it waits", () => {
    const player = new Player(sampleReplay.replay, square);
    player.stepChapter(1);
    player.stepChapter(1);
    expect(player.waitsFor).toBe(2);
    player.stepMoment(-1);
    expect(player.waitsFor).toBe(1);
    player.take(first);
    expect(player.view.phase).toBe("leaderboard");
  });

  it("cannot be without any", () => {
    expect(() => Player.of(sampleReplay.replay, [])).toThrow(RangeError);
  });
});

describe("a link to a moment", () => {
  it("leads back to it, and to the very frame", () => {
    const player = playerAt(300);
    player.stepFrame(-1);
    const linked = momentOfHash(momentHash(player.here, player.start), player.start);
    const other = playerAt();
    if (linked) other.goTo(linked);
    expect(other.index).toBe(player.index);
    expect(other.view).toEqual(player.view);
    expect(other.time).toBe(player.time);
  });

  it("is read with a version and without", () => {
    expect(momentHash({ time: at(668) + 300.2, version: 42 }, at(0))).toBe("#v=42&t=668.3");
    expect(momentHash({ time: at(668), version: null }, at(0))).toBe("#t=668");
    expect(momentOfHash("#v=42&t=668.3", at(0))).toEqual({ time: at(668) + 300, version: 42 });
    expect(momentOfHash("#t=668", at(0))).toEqual({ time: at(668), version: null });
    for (const hash of ["", "#t=x", "#v=1", "#v=x&t=1", "#t=1&names=true"]) expect(momentOfHash(hash, at(0))).toBeNull();
  });

  it("stays on its frame when its time is that of a later one", () => {
    const player = playerAt();
    player.goTo({ time: at(9_999), version: 44 });
    expect(player.view.phase).toBe("answering");
    expect(player.chapters[player.chapter]?.number).toBe(1);
  });

  it("of another, longer replay leads to its time", () => {
    const player = playerAt();
    player.goTo({ time: at(170), version: 99_999 });
    expect(player.view.phase).toBe("answering");
  });

  it("reads as a clock", () => {
    expect([0, 67_900, 668_000, 3_750_000].map(clockText)).toEqual(["0:00", "1:07", "11:08", "1:02:30"]);
  });
});
