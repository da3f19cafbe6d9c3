/** The lecturer's pages for the gallery: the door, the shelf, and the console in every phase and awkward case. */

import { shown, type GalleryScreen, type GalleryScreens } from "../gallery/entry";
import { plainSettings } from "../wire/blank";
import { ServerClock } from "../wire/clock";
import type { HostView, Phase, RosterView } from "../wire/generated";
import Console from "./Console.svelte";
import type { ConsoleModel } from "./console_model";
import Home from "./Home.svelte";
import { usualChoices } from "./room_choices";
import { stillGroups } from "./gallery_groups.svelte";
import { kindHost, kindNames, openBesideHost, openHost, sampleGroups } from "./kind_samples";
import { crowdedRoster, doorOf, improvised, removedAtOnce, sampleBoard, sampleConfusions, sampleFlow, sampleTeams, withCallers } from "./hour_samples";
import { contestedHost, manyDecks, sampleCourses, sampleDecks, sampleHost, sampleKeys, sampleRooms, sampleRoster } from "./samples";
import SignIn from "./SignIn.svelte";

const now = Date.now();
const nothing = (): void => {};

/** A console that stands still: every press is heard and does nothing. */
function still(view: HostView, change: Partial<ConsoleModel> = {}, roster: RosterView = sampleRoster(41, view.phase)): ConsoleModel {
  return {
    view,
    roster,
    address: { join_url: "http://192.168.1.24:5000/join/482917", join_host: "192.168.1.24:5000", pin: "482917" },
    clock: new ServerClock(),
    line: "online",
    saysAway: false,
    refusal: null,
    notice: null,
    isLive: true,
    underWay: null,
    isSlow: false,
    isSettling: false,
    isWaitingFor: () => false,
    step: nothing,
    extend: nothing,
    undo: nothing,
    order: nothing,
    ...stillGroups(view),
    openProjector: nothing,
    dismiss: nothing,
    ...change,
  };
}

type Overlay = "people" | "run" | "more" | "help" | "settings" | "skip" | "podium" | "end";

const origin = "http://192.168.1.24:5000";
const desk = (room: ConsoleModel, open: Overlay | null = null): GalleryScreen => shown(Console, { room, origin, open });
const phase = (name: Phase, change: Partial<HostView> = {}): GalleryScreen => desk(still(sampleHost(name, now, change)));

const grouped = sampleGroups();

const shelf = {
  decks: sampleDecks,
  rooms: sampleRooms(now),
  courses: sampleCourses(now),
  choices: usualChoices,
  change: nothing,
  open: nothing,
  tryAgain: nothing,
};

const inTeams = { ...plainSettings, asks_confidence: true, scoring: "teams" as const, teams: sampleTeams };
const canTalk = { talk_axes: ["stage", "commitment-form", "trust-level"], undo: { id: "u", action: "close_round" as const } };
const round = sampleHost("closed", now).round!;
const talking = { round: { ...round, vote: 1, open_axes: ["stage", "commitment-form"], talk_ends_at: now + 154_000 },
  keys: sampleKeys().map((key) => ({ ...key, advice: { ...key.advice, suggestion: "wait" as const } })),
  undo: { id: "u", action: "reveal" as const } };
const twice = { ...round, vote: 2, open_axes: ["commitment-form"] };
const flowing = sampleKeys().map((key) => (key.axis === "commitment-form" ? { ...key, right_share: 0.73, flow: sampleFlow } : key));
const twin = {
  twin: "card-11",
  undo: { id: "u", action: "show_axis" as const },
  keys: sampleKeys().map((key) => ({ ...key, advice: { ...key.advice, suggestion: "ask_twin" as const } })),
};
const crowded = (name: Phase) => crowdedRoster(sampleRoster(41, name), now);
const improvisedRun = { cards: improvised(sampleHost("reveal", now).cards), card_number: 3 };

export const screens: GalleryScreens = {
  "sign-in": shown(SignIn, { entered: nothing }),
  shelf: shown(Home, shelf),
  "shelf-lecturer": shown(Home, { ...shelf, lecturer: "annemarie.van.den.broek-hoogstraten@hogeschool.example" }),
  "shelf-one": shown(Home, { ...shelf, decks: sampleDecks.slice(0, 1), rooms: [], choices: { ...usualChoices, left_out: ["stage", "trust-level"], answer_seconds: null, speed_bonus: true } }),
  "shelf-course": shown(Home, { ...shelf, choices: { ...usualChoices, course: sampleCourses(now)[0]!.id } }),
  "shelf-courses-away": shown(Home, { ...shelf, courses: "away" as const }),
  "shelf-teams": shown(Home, { ...shelf, choices: { ...usualChoices, scoring: "teams", teams: ["De bakkers", "", "", ""], asks_confidence: true } }),
  "shelf-many": shown(Home, { ...shelf, decks: manyDecks(14) }),
  "shelf-empty": shown(Home, { ...shelf, decks: [], rooms: [] }),
  "shelf-away": shown(Home, { ...shelf, decks: "away" as const, rooms: "away" as const }),
  "shelf-kept-weaker": shown(Home, { ...shelf, kept: "by_snapshots" as const }),
  "shelf-problem": shown(Home, { ...shelf, problem: "De server heeft geen ruimte meer om iets te bewaren." }),
  lobby: phase("lobby"),
  "lobby-empty": desk(still(sampleHost("lobby", now, { players: 0 }), {}, { version: 1, rows: [], callers: [] })),
  "lobby-many": desk(still(sampleHost("lobby", now, { players: 311, is_locked: true }), {}, sampleRoster(312, "lobby"))),
  reading: phase("reading"),
  answering: phase("answering"),
  "answering-none": phase("answering", { answered: 0, keys: sampleKeys(0) }),
  "answering-few-no-limit": phase("answering", {
    players: 12,
    answered: 9,
    settings: { ...plainSettings, answer_seconds: null },
    round: { ...sampleHost("answering", now).round!, closes_at: null, limit_millis: null },
    keys: sampleKeys(0.25),
  }),
  contested: desk(still(contestedHost("closed", now))),
  closed: phase("closed"),
  "closed-talk": phase("closed", { ...canTalk, settings: { ...plainSettings, asks_confidence: true }, still_writing: 1 }),
  talk: phase("talk", talking),
  "talk-no-limit": phase("talk", { ...talking, round: { ...talking.round, open_axes: ["commitment-form"], talk_ends_at: null } }),
  "second-vote": phase("answering", { round: twice, keys: flowing, answered: 22 }),
  "second-closed": phase("closed", { round: twice, keys: flowing }),
  flow: phase("reveal", { round: twice, keys: flowing, shows_flow: true, next_step: { id: "f", action: "show_axis" } }),
  twin: phase("reveal", { ...twin, cards: improvisedRun.cards }),
  board: phase("reveal", { ...twin, board: sampleBoard("matrix"), confusions: sampleConfusions }),
  debate: desk(still({ ...contestedHost("reveal", now), board: sampleBoard("debate") })),
  "between-confused": phase("leaderboard", { confusions: sampleConfusions, board: sampleBoard("join"), settings: inTeams }),
  door: desk(still(sampleHost("answering", now, doorOf(7)), {}, withCallers(sampleRoster(41), 7, now)), "people"),
  "door-lobby": desk(still(sampleHost("lobby", now, doorOf(3)), {}, withCallers(sampleRoster(12, "lobby"), 3, now))),
  "door-flood": desk(still(sampleHost("lobby", now, doorOf(2012)), {}, withCallers(sampleRoster(30, "lobby"), 2012, now)), "people"),
  "door-open": desk(still(sampleHost("answering", now, doorOf(0, false)), {}, withCallers(sampleRoster(41), 0, now)), "people"),
  "people-removed": desk(still(sampleHost("answering", now, removedAtOnce), {}, sampleRoster(41)), "people"),
  run: desk(still(sampleHost("reveal", now, improvisedRun)), "run"),
  "run-empty": desk(still(sampleHost("reveal", now, { cards: sampleHost("reveal", now).cards.filter((card) => card.state !== "coming") })), "run"),
  settings: desk(still(sampleHost("answering", now, { settings: inTeams })), "settings"),
  skip: desk(still(sampleHost("closed", now, canTalk)), "skip"),
  "people-crowded": desk(still(sampleHost("answering", now, { settings: inTeams }), {}, crowded("answering")), "people"),
  "people-thousand": desk(still(sampleHost("lobby", now, { players: 1000 }), {}, sampleRoster(1000, "lobby")), "people"),
  reveal: phase("reveal"),
  ...Object.fromEntries(kindNames.map((name) => [`kind-${name}`, desk(still(kindHost(name, "closed", now)))])),
  "kind-mixed": desk(still(kindHost("mixed", "reveal", now))),
  "kind-many": desk(still(kindHost("many", "answering", now))),
  "open-arriving": desk(still(openHost("answering", now, []))),
  "open-loose": desk(still(openHost("closed", now, []))),
  "open-grouped": desk(still(openHost("closed", now, grouped))),
  "open-marking": desk(still(openHost("reveal", now, sampleGroups([1, null, 0])))),
  "open-away": desk(still(openHost("closed", now, grouped), { isLive: false, line: "away", saysAway: true, isGroupingKept: false })),
  "open-thousand": desk(still(openHost("closed", now, grouped, 1000))),
  "open-beside": desk(still(openBesideHost("reveal", now))),
  "open-standings": desk(still(openHost("leaderboard", now, grouped))),
  leaderboard: phase("leaderboard"),
  podium: phase("podium"),
  ended: phase("ended"),
  people: desk(still(sampleHost("answering", now)), "people"),
  more: desk(still(sampleHost("answering", now)), "more"),
  keys: desk(still(sampleHost("answering", now)), "help"),
  "podium-ask": desk(still(sampleHost("leaderboard", now)), "podium"),
  end: desk(still(sampleHost("answering", now)), "end"),
  away: desk(still(sampleHost("answering", now), { line: "away", saysAway: true, isLive: false })),
  blocked: desk(still(sampleHost("answering", now), { notice: "PROJECTOR_BLOCKED" })),
  refused: desk(still(sampleHost("answering", now), { notice: "NOT_NOW" })),
  wentBack: desk(still(sampleHost("answering", now), { notice: "WENT_BACK" })),
  wentBackBetween: desk(still(sampleHost("reveal", now), { notice: "WENT_BACK" })),
  pressed: desk(still(sampleHost("answering", now), { underWay: "next", isSlow: true })),
};
