import { describe, expect, it } from "vitest";
import { sampleReplay, talkedReplay } from "../gallery/replay_samples";
import { replayWords } from "../words/replay";
import { happeningsOf } from "./happenings";

const told = (recorded: typeof sampleReplay): string[] =>
  happeningsOf(recorded.replay, replayWords.en, (text) => text.en).map((one) => one.text);

describe("the hour as a list", () => {
  it("tells of cards, votes, reveals and what the host did, in order", () => {
    expect(told(talkedReplay)).toEqual([
      "Square", "Trial card: The village baker", "Vote", "Closed",
      "1. The village baker", "Vote", "30 s added", "Closed", "Talk", "Step taken back", "Second vote", "Closed",
      "Reveal: Commitment", "Moved", "Over the picture: the table of mix-ups",
      "Back to an earlier card", "Ranks", "Podium", "End",
    ]);
  });

  it("names a card once", () => {
    const cards = happeningsOf(sampleReplay.replay, replayWords.en, (text) => text.en).filter((one) => one.isCard);
    expect(cards).toHaveLength(2);
  });
});
