import { describe, expect, it } from "vitest";
import { sampleHost } from "../host/samples";
import type { CardState, HostView, Phase } from "../wire/generated";
import {
  backOrder, boardsNow, cardsToPick, currentCard, earlierCards, extendOrder, onlyLastOrder, pickOrder, podiumOrder, skipOrder, stepOrder,
  talkOrder,
} from "./orders";

const at = (phase: Phase, change: Partial<HostView> = {}) => sampleHost(phase, 0, change);

/** A run of five cards in these states. */
function run(phase: Phase, ...states: CardState[]): HostView {
  const cards = at(phase).cards.slice(0, states.length).map((card, place) => ({ ...card, state: states[place]! }));
  return at(phase, { cards, card_count: cards.length });
}

describe("the one next step", () => {
  it("is the step that the view names, and says so when it is done", () => {
    expect(stepOrder(at("answering"), "en")).toEqual({ event: "step", body: { step: "answering-next" }, done: "Done: Close the round." });
  });

  it("is none after the end", () => {
    expect(stepOrder(at("ended"), "nl")).toBeNull();
  });
});

describe("going back", () => {
  it("shows the picture before, where there is one", () => {
    expect(backOrder(at("reveal"), "nl")?.event).toBe("back");
  });

  it("else takes the last step back, where the server says that this loses nothing", () => {
    expect(backOrder(at("answering"), "nl")).toBeNull();
    const undo = { id: "u1", action: "open_round" } as const;
    expect(backOrder(at("answering", { undo }), "nl")).toMatchObject({ event: "undo", body: { step: "u1" } });
  });
});

describe("a quarter of a minute more", () => {
  it("is for an open round with a limit, and for a talk with one", () => {
    expect(extendOrder(at("answering"), "nl")).toMatchObject({ event: "extend", body: { card: "card-4", seconds: 15 } });
    const round = at("talk").round!;
    expect(extendOrder(at("talk", { round: { ...round, talk_ends_at: 9000 } }), "nl")?.event).toBe("extend");
    expect(extendOrder(at("talk", { round: { ...round, talk_ends_at: null } }), "nl")).toBeNull();
    expect(extendOrder(at("answering", { round: { ...at("answering").round!, closes_at: null } }), "nl")).toBeNull();
    expect(extendOrder(at("lobby"), "nl")).toBeNull();
  });
});

describe("the run", () => {
  it("knows the card on the screen", () => {
    expect(currentCard(run("answering", "done", "current", "coming"))?.id).toBe("card-2");
  });

  it("lets a card come next, and the others behind it in their order", () => {
    const view = run("closed", "current", "coming", "coming", "coming", "aside");
    const [, , third, aside] = cardsToPick(view);
    expect(pickOrder(view, third!, "nl").body).toEqual({ cards: ["card-4", "card-2", "card-3"] });
    expect(pickOrder(view, aside!, "nl").body).toEqual({ cards: ["card-5", "card-2", "card-3", "card-4"] });
  });

  it("keeps only the last two when more are to come", () => {
    expect(onlyLastOrder(run("closed", "current", "coming", "coming", "coming"), "nl")?.body).toEqual({ cards: ["card-3", "card-4"] });
    expect(onlyLastOrder(run("closed", "current", "coming", "coming"), "nl")).toBeNull();
  });

  it("shows again what was revealed, the newest first, and not what is on the screen now", () => {
    const view = at("leaderboard");
    expect(earlierCards(view).map((card) => card.id)).toEqual(["card-4", "card-3", "card-2", "card-1"].filter((id) => view.cards.some((card) => card.id === id && card.state === "done" && card.right_share !== null)));
    expect(earlierCards(at("answering"))).toEqual([]);
  });

  it("skips a card that is not revealed, and no other", () => {
    const phases: Phase[] = ["lobby", "reading", "answering", "closed", "talk", "reveal", "leaderboard", "podium", "ended"];
    expect(phases.filter((phase) => skipOrder(at(phase), "nl"))).toEqual(["reading", "answering", "closed", "talk"]);
  });

  it("goes to the podium between cards, while there are more", () => {
    expect(podiumOrder(at("leaderboard"), "nl")?.event).toBe("podium");
    expect(podiumOrder(at("answering"), "nl")).toBeNull();
    expect(podiumOrder(at("leaderboard", { card_number: 24 }), "nl")).toBeNull();
  });
});

describe("talking", () => {
  it("is for a closed round with something to vote on again", () => {
    expect(talkOrder(at("closed", { talk_axes: ["stage"] }), "nl")?.body).toEqual({ card: "card-4", axes: ["stage"], seconds: 180 });
    expect(talkOrder(at("closed"), "nl")).toBeNull();
    expect(talkOrder(at("answering", { talk_axes: ["stage"] }), "nl")).toBeNull();
  });
});

describe("boards", () => {
  it("are those that have something on them", () => {
    expect(boardsNow(at("lobby"))).toEqual(["join"]);
    expect(boardsNow(at("ended"))).toEqual([]);
    const settings = { ...at("reveal").settings, asks_confidence: true, scoring: "teams" as const };
    expect(boardsNow(at("reveal", { settings, debate: { nl: "v", en: "q" } }))).toEqual(["join", "calibration", "teams", "debate"]);
  });
});
