import { describe, expect, it } from "vitest";
import { plainSettings } from "../wire/blank";
import { settingsFrom, settingsOf, usualSettings, withThreshold, wordsFrom } from "./game_settings";
import { sampleDecks } from "./samples";
import {
  askedAxes, choicesFrom, haveSameName, minutesFor, openMessage, playedCards, teamNames, usualChoices, withAxis, withCard,
  withFirstCards, withTeamCount, withTeamName,
} from "./room_choices";

const offered = (place: number) => `House ${place + 1}`;

const deck = sampleDecks[0]!;

describe("the choices for a room", () => {
  it("are the usual ones on a new device, and after nonsense", () => {
    for (const kept of [null, "", "{", "null", "[]", '"x"', '{"reading_seconds":-1,"answer_seconds":"60","left_out":7}']) {
      expect(choicesFrom(kept)).toEqual(usualChoices);
    }
  });

  it("come back as they were kept, no limit included", () => {
    const chosen = {
      left_out: ["stage"], cards_left_out: ["card-2"], reading_seconds: 0, answer_seconds: null, speed_bonus: true,
      asks_confidence: true, closes_when_all_answered: true, counting_vote: "first", leaderboard: "hidden", talk_seconds: null,
      talk_from: 0.3, talk_to: 0.8, blocked_words: ["turnip"], scoring: "teams", teams: ["Ovens", ""], names_off: true, forgets_names: true, approves_entry: true, trial: true,
      course: "0123456789abcdef01234567",
    };
    expect(choicesFrom(JSON.stringify(chosen))).toEqual(chosen);
  });

  it("belong to no course where what was kept is no course's id", () => {
    for (const course of ["", "2B", 7, null, "../api"]) expect(choicesFrom(JSON.stringify({ course })).course).toBeNull();
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
    expect(openMessage(deck, other, "a1", offered).cards).toEqual(["card-2", "card-3", "card-9"]);
    const one = withFirstCards(deck, usualChoices, 1);
    expect(withCard(deck, one, "card-1", false)).toBe(one);
    expect(openMessage(deck, withFirstCards(deck, other, 24), "a1", offered)).not.toHaveProperty("cards");
  });

  it("say about how long they take: 2:20 a card as usual", () => {
    expect(minutesFor(deck, withFirstCards(deck, usualChoices, 12))).toBe(28);
    expect(minutesFor(deck, { ...usualChoices, answer_seconds: null, reading_seconds: 0 })).toBe(52);
  });

  it("become one message, in which every team has a name", () => {
    expect(openMessage(deck, { ...usualChoices, answer_seconds: null }, "a1", offered)).toEqual({
      ...usualSettings,
      command_id: "a1",
      deck: "village-square",
      axes: ["stage", "commitment-form", "trust-level"],
      answer_seconds: null,
      scoring: "solo",
      teams: [],
      names_off: false,
      forgets_names: false,
      approves_entry: false,
      trial: false,
      course: null,
    });
    const teams = withTeamName(withTeamCount({ ...usualChoices, scoring: "teams" }, 3), 1, "Ovens");
    expect(openMessage(deck, teams, "a1", offered).teams).toEqual(["House 1", "Ovens", "House 3"]);
  });
});

describe("teams", () => {
  it("keep their names when there are more or fewer of them", () => {
    const named = withTeamName(usualChoices, 0, "Ovens");
    expect(withTeamCount(named, 2).teams).toEqual(["Ovens", ""]);
    expect(withTeamCount(named, 6).teams).toHaveLength(6);
  });

  it("may not have the same name, also where one is the name on offer", () => {
    expect(haveSameName(teamNames(withTeamName(usualChoices, 0, "House 2"), offered))).toBe(true);
    expect(haveSameName(teamNames(usualChoices, offered))).toBe(false);
  });
});

describe("the settings of a game", () => {
  it("take words by comma or line, each once", () => {
    expect(wordsFrom(" turnip, radish\nturnip;\n\n leek ")).toEqual(["turnip", "radish", "leek"]);
  });

  it("keep the thresholds in order: the other one moves along", () => {
    expect(withThreshold(usualSettings, "talk_from", 80)).toMatchObject({ talk_from: 0.8, talk_to: 0.8 });
    expect(withThreshold(usualSettings, "talk_to", 20)).toMatchObject({ talk_from: 0.2, talk_to: 0.2 });
    expect(withThreshold(usualSettings, "talk_to", 120).talk_to).toBe(1);
    expect(withThreshold(usualSettings, "talk_to", Number.NaN)).toBe(usualSettings);
    expect(settingsFrom({ talk_from: 0.9, talk_to: 0.1 })).toEqual(usualSettings);
  });

  it("leave out what stands since the opening", () => {
    expect(settingsOf(plainSettings)).toEqual(usualSettings);
  });
});
