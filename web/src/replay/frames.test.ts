import { describe, expect, it } from "vitest";
import { longReplay, type Recorded, sampleReplay, talkedReplay } from "../gallery/replay_samples";
import type { Frame, ScreenView } from "../wire/generated";
import { Frames } from "./frames";

const allFrames = (recorded: Recorded): Frame[] => recorded.parts.flatMap((part) => part.frames);

/** The law: a view is all changes of its part up to its frame, applied in order. */
function byHand(recorded: Recorded): ScreenView[] {
  let view = {} as ScreenView;
  return allFrames(recorded).map((frame) => (view = { ...view, ...frame.change }));
}

function framesOf(recorded: Recorded, order = recorded.parts.map((part) => part.number)): Frames {
  const frames = new Frames(recorded.replay);
  for (const number of order) {
    const part = recorded.parts[number];
    if (part) frames.add(part);
  }
  return frames;
}

const indexOf = (recorded: Recorded, isIt: (frame: Frame) => unknown): number => allFrames(recorded).findIndex(isIt);

describe("the frames of a replay", () => {
  const long = longReplay(40);
  const expected = byHand(long);

  it("are views, going on", () => {
    const frames = framesOf(long);
    expected.forEach((view, index) => expect(frames.viewAt(index)).toEqual(view));
  });

  it("are the same views, going back", () => {
    const frames = framesOf(long);
    for (let index = expected.length - 1; index >= 0; index -= 1) {
      expect(frames.viewAt(index)).toEqual(expected[index]);
    }
  });

  it("are the same views, going anywhere, in whatever order their parts came", () => {
    const frames = framesOf(long, long.parts.map((part) => part.number).reverse());
    for (let jump = 0, index = 7; jump < 500; jump += 1, index = (index * 31 + 17) % expected.length) {
      expect(frames.viewAt(index)).toEqual(expected[index]);
    }
  });

  it("are views in a part that came alone; of the others only the place is known", () => {
    const frames = framesOf(long, [7]);
    const mark = long.replay.parts[7];
    expect(mark && frames.viewAt(mark.frame)).toEqual(mark && expected[mark.frame]);
    expect(frames.has(6)).toBe(false);
    expect(frames.indexAt(frames.start)).toBeNull();
    expect(mark && frames.indexAt(mark.at - 1)).toBeNull();
    expect(mark && frames.indexAt(mark.at)).toBe(mark?.frame);
    expect(mark && frames.partAt(mark.at - 1)).toBe(6);
    expect(() => frames.viewAt(0)).toThrow(RangeError);
  });

  it("are found by their time and by their version", () => {
    const frames = framesOf(long);
    expect(frames.indexAt(frames.start - 1)).toBe(0);
    expect(frames.indexAt(frames.end + 1)).toBe(expected.length - 1);
    allFrames(long).forEach((frame, index) => {
      expect(frames.indexOfVersion(frame.version)).toBe(index);
      if (index % 97 !== 0) return;
      const found = frames.indexAt(frame.at) ?? -1;
      expect(frames.frame(found)?.at).toBe(frame.at);
      expect((frames.frame(found + 1)?.at ?? Infinity) > frame.at).toBe(true);
    });
  });

  it("know when their moment began", () => {
    const frames = framesOf(sampleReplay);
    const reveal = indexOf(sampleReplay, (frame) => frame.change.phase === "reveal");
    expect(frames.momentStart(reveal)).toBe(reveal);
    expect(frames.momentStart(reveal - 1)).toBe(reveal - 1);
    expect(frames.momentStart(20)).toBe(0);
  });

  it("let a slide stand when the board over it goes", () => {
    const frames = framesOf(talkedReplay);
    const board = indexOf(talkedReplay, (frame) => frame.change.board);
    const flow = indexOf(talkedReplay, (frame) => frame.change.reveal?.shows_flow);
    expect(frames.momentStart(board)).toBe(board);
    expect(frames.momentStart(board + 1)).toBe(flow);
  });

  it("remember the leaderboard of the card before, whichever came first", () => {
    for (const order of [[0, 1, 2], [2, 1, 0]]) {
      const frames = framesOf(sampleReplay, order);
      expect(frames.boardBefore(1)).toBeNull();
      expect(frames.boardBefore(2)?.[0]?.name).toBe("P2");
    }
  });

  it("must be there", () => {
    expect(() => new Frames(sampleReplay.replay).add({ number: 0, frames: [] })).toThrow(RangeError);
  });

  it("are fast enough to scrub through thousands", () => {
    const many = longReplay(110);
    const count = allFrames(many).length;
    expect(count).toBeGreaterThan(5000);
    const frames = framesOf(many);
    const begun = performance.now();
    for (let index = count - 1; index >= 0; index -= 1) frames.viewAt(index);
    expect((performance.now() - begun) / count).toBeLessThan(2);
  });
});
