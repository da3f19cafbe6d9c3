import { describe, expect, it } from "vitest";
import { flows, flowView, secondVoteView } from "../gallery/hour_samples";
import { boardBefore, boardView, revealView } from "../gallery/screen_samples";
import { screenView } from "../gallery/samples";
import { STILL } from "../pictures/timing";
import { Watch } from "./watch.svelte";

describe("what the screen remembers", () => {
  it("lets a reveal that it saw begin play from its start", () => {
    const watch = new Watch();
    watch.take(screenView());
    watch.take(revealView("stage"));
    expect(watch.head).toEqual({ elapsed: 0, rate: 1 });
  });

  it("shows the end of what was there before it came", () => {
    const watch = new Watch();
    watch.take(revealView("stage"));
    expect(watch.head.elapsed).toBe(STILL);
  });

  it("does not begin again when the same moment comes in once more", () => {
    const watch = new Watch();
    watch.take(screenView());
    watch.take(revealView("stage"));
    const { head } = watch;
    watch.take({ ...revealView("stage"), players: 42 });
    expect(watch.head).toBe(head);
    watch.take(revealView("trust-level"));
    expect(watch.head).not.toBe(head);
  });

  it("lets a slide stand when the board over it goes, and plays the board when it comes", () => {
    const board = { kind: "join", confusions: [], matrix: null, calibration: null, teams: [], debate: null } as const;
    const watch = new Watch();
    watch.take(screenView());
    watch.take(revealView("stage"));
    watch.take({ ...revealView("stage"), board });
    expect(watch.head).toEqual({ elapsed: 0, rate: 1 });
    watch.take(revealView("stage"));
    expect(watch.head.elapsed).toBe(STILL);
  });

  it("plays who moved after the picture of the same axis, and a second vote after the first", () => {
    const watch = new Watch();
    watch.take(revealView("commitment-form"));
    watch.take(flowView(flows.gain));
    expect(watch.head.elapsed).toBe(0);
    const { head } = watch;
    watch.take(secondVoteView);
    expect(watch.head).not.toBe(head);
  });

  it("jumps to the end at a key", () => {
    const watch = new Watch();
    watch.take(screenView());
    watch.take(revealView("stage"));
    watch.skip();
    expect(watch.head.elapsed).toBe(STILL);
  });

  it("keeps the leaderboard before", () => {
    const watch = new Watch();
    watch.take({ ...boardView, card_number: 6, leaderboard: boardBefore });
    expect(watch.before).toBeNull();
    watch.take(screenView());
    watch.take(boardView);
    expect(watch.before).toBe(boardBefore);
    watch.take({ ...boardView, players: 42 });
    expect(watch.before).toBe(boardBefore);
  });
});
