import { describe, expect, it } from "vitest";
import { flowView, flows, secondVoteView, talkView } from "../gallery/hour_samples";
import { boardBefore, boardView, lobbyView, revealView } from "../gallery/screen_samples";
import { screenView } from "../gallery/samples";
import { cuesOf } from "./sound_cues";

const kinds = (cues: ReturnType<typeof cuesOf>) => cues.map((cue) => cue.kind);

describe("what the hall hears", () => {
  it("is nothing of what was there before the page came", () => {
    expect(cuesOf(null, screenView())).toEqual([]);
  });

  it("is one step for a group of arrivals, and never a march", () => {
    expect(kinds(cuesOf(lobbyView(3), lobbyView(4)))).toEqual(["step"]);
    expect(cuesOf(lobbyView(0), lobbyView(900)).length).toBeLessThanOrEqual(4);
    expect(cuesOf(lobbyView(9), lobbyView(8))).toEqual([]);
  });

  it("is a bell when a round opens and when it closes, at the second vote too", () => {
    const reading = screenView({ phase: "reading" });
    expect(cuesOf(reading, screenView())).toEqual([{ kind: "bell", delay: 0, isOpening: true }]);
    expect(cuesOf(screenView(), screenView({ phase: "closed" }))).toEqual([{ kind: "bell", delay: 0, isOpening: false }]);
    expect(cuesOf(talkView(null), secondVoteView)).toEqual([{ kind: "bell", delay: 0, isOpening: true }]);
  });

  it("is no bell when somebody answers or a board comes and goes", () => {
    const board = { kind: "join", confusions: [], matrix: null, calibration: null, teams: [], debate: null } as const;
    expect(cuesOf(screenView(), screenView({ answered: 38 }))).toEqual([]);
    expect(cuesOf(screenView(), screenView({ board }))).toEqual([]);
    expect(cuesOf(screenView({ board }), screenView())).toEqual([]);
  });

  it("rises with the stair", () => {
    for (const cues of [
      cuesOf(screenView({ phase: "closed" }), revealView("stage")),
      cuesOf(screenView(), { ...boardView, card_number: 5 }),
    ]) {
      const steps = cues.flatMap((cue) => (cue.kind === "step" ? [cue] : []));
      expect(steps.length).toBeGreaterThan(2);
      const inTime = [...steps].sort((one, other) => one.height - other.height);
      expect(inTime.at(-1)!.delay).toBeGreaterThan(inTime[0]!.delay);
    }
  });

  it("tells nothing of who moved", () => {
    expect(cuesOf(revealView("commitment-form"), flowView(flows.gain))).toEqual([]);
    expect(cuesOf({ ...boardView, leaderboard: boardBefore }, boardView)).toEqual([]);
  });
});
