import { describe, expect, it } from "vitest";
import { sampleDecks } from "./samples";
import { askedAxes, choicesFrom, openMessage, usualChoices, withAxis } from "./room_choices";

const deck = sampleDecks[0]!;

describe("the choices for a room", () => {
  it("are the usual ones on a new device, and after nonsense", () => {
    for (const kept of [null, "", "{", "null", "[]", '"x"', '{"reading_seconds":-1,"answer_seconds":"60","left_out":7}']) {
      expect(choicesFrom(kept)).toEqual(usualChoices);
    }
  });

  it("come back as they were kept, no limit included", () => {
    const chosen = { left_out: ["stage"], reading_seconds: 0, answer_seconds: null, speed_bonus: true };
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
