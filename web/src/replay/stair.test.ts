import { describe, expect, it } from "vitest";
import { framesOf, longReplay, sampleReplay, talkedReplay } from "../gallery/replay_samples";
import { bakerRound, screenView } from "../gallery/samples";
import { chapterAt, chaptersOf, partAt } from "./chapters";
import { Frames } from "./frames";
import { placeOf, stairSteps, timeAt } from "./stair";

const frames = new Frames(sampleReplay);
const chapters = chaptersOf(sampleReplay, frames);

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
    expect(chapters[1]?.parts.map((part) => part.kind)).toEqual(["read", "vote", "closed", "reveal", "board"]);
    const reveal = chapters[1]?.parts[3];
    expect(reveal && chapters[1] && partAt(chapters[1], reveal.start + 1)).toBe(reveal);
  });

  it("know the talk, the second vote, who moved and an earlier card as parts; a trial card is a step without a number", () => {
    const talked = chaptersOf(talkedReplay, new Frames(talkedReplay));
    expect(talked.map((chapter) => [chapter.kind, chapter.number, chapter.title?.en ?? ""])).toEqual([
      ["square", 0, ""],
      ["card", 0, "The village baker"],
      ["card", 1, "The village baker"],
      ["end", 0, ""],
    ]);
    expect(talked[2]?.parts.map((part) => part.kind)).toEqual([
      "read", "vote", "closed", "talk", "secondVote", "closed", "reveal", "flow", "earlier", "board",
    ]);
  });

  it("are two when a card was skipped and the next has its number", () => {
    const start = talkedReplay.opened_at;
    const skipped = framesOf([
      [0, screenView({ card_number: 1 })],
      [30, screenView({ card_number: 1, phase: "reading", round: { ...bakerRound, card: "another-card" } })],
    ]);
    const replay = { ...talkedReplay, frames: skipped, ended_at: start + 60_000 };
    expect(chaptersOf(replay, new Frames(replay)).map((chapter) => chapter.number)).toEqual([1, 1]);
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
    const long = longReplay(12);
    const many = new Frames(long);
    const all = chaptersOf(long, many);
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
