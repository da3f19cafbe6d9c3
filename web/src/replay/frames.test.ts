import { describe, expect, it } from "vitest";
import { longReplay, sampleReplay, talkedReplay } from "../gallery/replay_samples";
import type { Replay, ScreenView } from "../wire/generated";
import { Frames } from "./frames";

/** The law: a view is all changes up to its frame, applied in order. */
function byHand(replay: Replay): ScreenView[] {
  let view = {} as ScreenView;
  return replay.frames.map((frame) => (view = { ...view, ...frame.change }));
}

describe("the frames of a replay", () => {
  const replay = longReplay(40);
  const expected = byHand(replay);

  it("are views, going on", () => {
    const frames = new Frames(replay);
    expected.forEach((view, index) => expect(frames.viewAt(index)).toEqual(view));
  });

  it("are the same views, going back", () => {
    const frames = new Frames(replay);
    for (let index = expected.length - 1; index >= 0; index -= 1) {
      expect(frames.viewAt(index)).toEqual(expected[index]);
    }
  });

  it("are the same views, going anywhere", () => {
    const frames = new Frames(replay);
    for (let jump = 0, index = 7; jump < 500; jump += 1, index = (index * 31 + 17) % expected.length) {
      expect(frames.viewAt(index)).toEqual(expected[index]);
    }
  });

  it("are found by their time", () => {
    const frames = new Frames(replay);
    expect(frames.indexAt(frames.start - 1)).toBe(0);
    expect(frames.indexAt(frames.end + 1)).toBe(frames.count - 1);
    for (let index = 0; index < frames.count; index += 97) {
      const found = frames.indexAt(frames.at(index));
      expect(frames.at(found)).toBe(frames.at(index));
      expect(frames.at(found + 1) > frames.at(index) || found === frames.count - 1).toBe(true);
    }
  });

  it("know when their moment began", () => {
    const frames = new Frames(sampleReplay);
    const reveal = sampleReplay.frames.findIndex((frame) => frame.change.phase === "reveal");
    expect(frames.momentStart(reveal)).toBe(reveal);
    expect(frames.momentStart(reveal - 1)).toBe(reveal - 1);
    expect(frames.momentStart(20)).toBe(0);
  });

  it("let a slide stand when the board over it goes", () => {
    const frames = new Frames(talkedReplay);
    const board = talkedReplay.frames.findIndex((frame) => frame.change.board);
    const flow = talkedReplay.frames.findIndex((frame) => frame.change.reveal?.shows_flow);
    expect(frames.momentStart(board)).toBe(board);
    expect(frames.momentStart(board + 1)).toBe(flow);
    expect(frames.moments).toContain(board + 1);
  });

  it("remember the leaderboard of the card before", () => {
    const frames = new Frames(sampleReplay);
    expect(frames.boardBefore(1)).toBeNull();
    expect(frames.boardBefore(2)?.[0]?.name).toBe("P2");
  });

  it("must be there", () => {
    expect(() => new Frames({ ...sampleReplay, frames: [] })).toThrow(RangeError);
  });

  it("are fast enough to scrub through thousands", () => {
    const many = longReplay(110);
    expect(many.frames.length).toBeGreaterThan(5000);
    const frames = new Frames(many);
    const begun = performance.now();
    for (let index = frames.count - 1; index >= 0; index -= 1) frames.viewAt(index);
    expect((performance.now() - begun) / frames.count).toBeLessThan(2);
  });
});
