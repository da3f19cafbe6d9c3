import { describe, expect, it } from "vitest";
import { longReplay, recorded, sampleReplay, talkedReplay } from "../gallery/replay_samples";
import { bakerRound, screenView } from "../gallery/samples";
import { chapterAt, chaptersOf, partAt } from "./chapters";
import { Frames } from "./frames";
import { barsOf, marksOf } from "./marks";
import { placeOf, stairSteps, timeAt } from "./stair";

const frames = new Frames(sampleReplay.replay);
const chapters = chaptersOf(sampleReplay.replay);

describe("the chapters", () => {
  it("are the square, the cards and the end, without a gap", () => {
    expect(chapters.map((chapter) => [chapter.kind, chapter.number])).toEqual([
      ["square", 0],
      ["card", 1],
      ["card", 2],
      ["end", 0],
    ]);
    expect(chapters[0]?.start).toBe(frames.start);
    expect(chapters.at(-1)?.end).toBe(frames.end);
    chapters.slice(1).forEach((chapter, place) => expect(chapter.start).toBe(chapters[place]?.end));
  });

  it("open into their parts, all reveals of a card in one", () => {
    expect(chapters[1]?.parts.map((part) => part.kind)).toEqual(["read", "vote", "closed", "reveal", "ranks"]);
    const reveal = chapters[1]?.parts[3];
    expect(reveal && chapters[1] && partAt(chapters[1], reveal.start + 1)).toBe(reveal);
  });

  it("know the talk, the second vote, who moved and an earlier card as parts; a trial card is a step without a number", () => {
    const talked = chaptersOf(talkedReplay.replay);
    expect(talked.map((chapter) => [chapter.kind, chapter.number, chapter.title?.en ?? ""])).toEqual([
      ["square", 0, ""],
      ["card", 0, "The village baker"],
      ["card", 1, "The village baker"],
      ["end", 0, ""],
    ]);
    expect(talked[2]?.parts.map((part) => part.kind)).toEqual([
      "read", "vote", "closed", "talk", "second_vote", "closed", "reveal", "flow", "earlier", "ranks",
    ]);
  });

  it("are two when a card was skipped and the next has its number", () => {
    const skipped = recorded([
      [0, screenView({ card_number: 1 })],
      [30, screenView({ card_number: 1, phase: "reading", round: { ...bakerRound, card: "another-card" } })],
    ]);
    expect(chaptersOf(skipped.replay).map((chapter) => chapter.number)).toEqual([1, 1]);
  });

  it("are found by their time", () => {
    chapters.forEach((chapter, place) => expect(chapterAt(chapters, chapter.start)).toBe(place));
    expect(chapterAt(chapters, frames.start - 1)).toBe(0);
    expect(chapterAt(chapters, frames.end + 1)).toBe(chapters.length - 1);
  });
});

describe("the stair of the timeline", () => {
  it.each([340, 700, 1100])("fills %i pixels and rises", (width) => {
    const steps = stairSteps(chapters, 1, width, 40);
    const last = steps.at(-1);
    expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(width);
    steps.slice(1).forEach((step, place) => expect(step.height).toBeGreaterThan(steps[place]?.height ?? 0));
  });

  it("leads from a moment to a place and back", () => {
    const long = longReplay(12).replay;
    const many = new Frames(long);
    const all = chaptersOf(long);
    const steps = stairSteps(all, 4, 1000, 40);
    for (let time = many.start; time < many.end; time += 7001) {
      expect(timeAt(placeOf(time, all, steps), all, steps)).toBeCloseTo(time, -1);
    }
  });

  it("goes on as time goes on", () => {
    const steps = stairSteps(chapters, 2, 800, 40);
    let place = -1;
    for (let time = frames.start; time <= frames.end; time += 500) {
      const next = placeOf(time, chapters, steps);
      expect(next).toBeGreaterThanOrEqual(place);
      place = next;
    }
  });
});

describe("what stands on the stair", () => {
  const { replay } = talkedReplay;
  const all = chaptersOf(replay);
  const steps = stairSteps(all, 2, 1100, 58);

  it("are the second vote, the reveal and what the host did, each on the step of its card", () => {
    const marks = marksOf(replay, all, steps);
    expect(marks.map((mark) => mark.kind)).toEqual(["time_added", "undone", "second_vote", "reveal", "board", "earlier"]);
    for (const mark of marks) {
      const step = steps[2];
      expect(mark.foot).toBe(step?.height);
      expect(mark.x >= (step?.left ?? 0) && mark.x <= (step?.left ?? 0) + (step?.width ?? 0)).toBe(true);
    }
  });

  it("are all answers, as high as they came thick", () => {
    const sample = sampleReplay.replay;
    const bars = barsOf(sample, chapters, stairSteps(chapters, 1, 1100, 58));
    expect(Math.max(...bars.map((bar) => bar.share))).toBeLessThanOrEqual(1);
    expect(bars.length).toBeGreaterThan(20);
    bars.slice(1).forEach((bar, place) => expect(bar.x).toBeGreaterThan(bars[place]?.x ?? 0));
  });

  it("are few where there is no room: many seconds on one bar", () => {
    const long = longReplay(40).replay;
    const many = chaptersOf(long);
    const bars = barsOf(long, many, stairSteps(many, 4, 1100, 58));
    expect(bars.every((bar) => bar.width >= 1)).toBe(true);
    expect(bars.length).toBeLessThan(1100 / 2);
  });
});
