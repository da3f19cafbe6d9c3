import { describe, expect, it } from "vitest";
import { sampleDecks } from "./samples";
import { askedAxes, choicesFrom, minutesFor, openMessage, playedCards, usualChoices, withAxis, withCard, withFirstCards } from "./room_choices";

const deck = sampleDecks[0]!;

describe("the choices for a room", () => {
  it("are the usual ones on a new device, and after nonsense", () => {
    for (const kept of [null, "", "{", "null", "[]", '"x"', '{"reading_seconds":-1,"answer_seconds":"60","left_out":7}']) {
      expect(choicesFrom(kept)).toEqual(usualChoices);
    }
  });

  it("come back as they were kept, no limit included", () => {
    const chosen = { left_out: ["stage"], cards_left_out: ["card-2"], reading_seconds: 0, answer_seconds: null, speed_bonus: true };
    expect(choicesFrom(JSON.stringify(chosen))).toEqual(chosen);
  });

  it("ask all axes unless one is left out, and never none", () => {
    expect(askedAxes(deck, usualChoices)).toEqual(["stage", "commitment-form", "trust-level"]);
    let choices = withAxis(deck, usualChoices, "stage", false);
    choices = withAxis(deck, choices, "trust-level", false);
    expect(askedAxes(deck, choices)).toEqual(["commitment-form"]);
    expect(withAxis(deck, choices, "commitment-form", false)).toBe(choices);
    expect(askedAxes(deck, withAxis(deck, choices, "stage", true))).toEqual(["stage", "commitment-form"]);
    expect(askedAxes(sampleDecks[1]!, { ...usualChoices, left_out: ["stage"] })).toEqual(["stage"]);
  });

  it("play all cards unless some are left out, in the deck's order, and never none", () => {
    const first = withFirstCards(deck, usualChoices, 3);
    expect(playedCards(deck, first)).toEqual(["card-1", "card-2", "card-3"]);
    const other = withCard(deck, withCard(deck, first, "card-9", true), "card-1", false);
    expect(playedCards(deck, other)).toEqual(["card-2", "card-3", "card-9"]);
    expect(openMessage(deck, other, "a1").cards).toEqual(["card-2", "card-3", "card-9"]);
    const one = withFirstCards(deck, usualChoices, 1);
    expect(withCard(deck, one, "card-1", false)).toBe(one);
    expect(openMessage(deck, withFirstCards(deck, other, 24), "a1")).not.toHaveProperty("cards");
  });

  it("say about how long they take: 2:20 a card as usual", () => {
    expect(minutesFor(deck, withFirstCards(deck, usualChoices, 12))).toBe(28);
    expect(minutesFor(deck, { ...usualChoices, answer_seconds: null, reading_seconds: 0 })).toBe(52);
  });

  it("become one message", () => {
    expect(openMessage(deck, { ...usualChoices, answer_seconds: null }, "a1")).toEqual({
      command_id: "a1",
      deck: "village-square",
      axes: ["stage", "commitment-form", "trust-level"],
      reading_seconds: 10,
      answer_seconds: null,
      speed_bonus: false,
    });
  });
});
