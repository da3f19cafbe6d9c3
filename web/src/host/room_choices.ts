/** What a lecturer chooses before opening the square, and how it is kept on this device for the next time. */

import { SCORE_MODES, TEAM_NAME_LONGEST, TEAMS_MOST, type CourseId, type DeckOutline, type OpenRoomMessage, type ScoreMode } from "../wire/generated";
import { settingsFrom, strings, usualSettings, type GameSettings } from "./game_settings";

export interface RoomChoices extends GameSettings {
  /** Axes left out, by id: a new deck asks all of its own. */
  readonly left_out: readonly string[];
  /** Cards left out, by id: a new deck plays all of its own. */
  readonly cards_left_out: readonly string[];
  readonly scoring: ScoreMode;
  /** One per team; an empty one gets the name on offer at its place. */
  readonly teams: readonly string[];
  readonly names_off: boolean;
  /** No name outlives the end of the room. */
  readonly forgets_names: boolean;
  /** Who is new waits until the lecturer lets them in. */
  readonly approves_entry: boolean;
  readonly trial: boolean;
  /** The course that the room counts to. */
  readonly course: CourseId | null;
}

/** So many teams can be chosen at one press. */
export const TEAMS_OFFERED: readonly number[] = [2, 3, 4, 5, 6, 8];

export const usualChoices: RoomChoices = {
  ...usualSettings,
  left_out: [],
  cards_left_out: [],
  scoring: "solo",
  teams: ["", "", "", ""],
  names_off: false,
  forgets_names: false,
  approves_entry: false,
  trial: false,
  course: null,
};

/** What was kept, mended where it cannot be: anything unreadable becomes the usual choice. */
export function choicesFrom(kept: string | null): RoomChoices {
  let read: Partial<Record<keyof RoomChoices, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(kept ?? "{}");
    if (typeof parsed === "object" && parsed !== null) read = parsed;
  } catch {
    // A note that cannot be read is no note.
  }
  const teams = strings(read.teams).slice(0, TEAMS_MOST).map((name) => name.slice(0, TEAM_NAME_LONGEST));
  return {
    ...settingsFrom(read),
    left_out: strings(read.left_out),
    cards_left_out: strings(read.cards_left_out),
    scoring: SCORE_MODES.find((mode) => mode === read.scoring) ?? usualChoices.scoring,
    teams: teams.length > 1 ? teams : usualChoices.teams,
    names_off: read.names_off === true,
    forgets_names: read.forgets_names === true,
    approves_entry: read.approves_entry === true,
    trial: read.trial === true,
    course: typeof read.course === "string" && /^[0-9a-f]{24}$/.test(read.course) ? read.course : null,
  };
}

/** So many teams: those that have a name keep it. */
export function withTeamCount(choices: RoomChoices, count: number): RoomChoices {
  return { ...choices, teams: Array.from({ length: count }, (_, place) => choices.teams[place] ?? "") };
}

export function withTeamName(choices: RoomChoices, place: number, name: string): RoomChoices {
  return { ...choices, teams: choices.teams.map((other, at) => (at === place ? name.slice(0, TEAM_NAME_LONGEST) : other)) };
}

/** The names that the teams will have; `offered` names those that were given none. */
export function teamNames(choices: RoomChoices, offered: (place: number) => string): string[] {
  return choices.teams.map((name, place) => name.trim() || offered(place));
}

/** Whether two teams would have the same name; the server would refuse them. */
export const haveSameName = (names: readonly string[]): boolean => new Set(names).size < names.length;

/** What is not left out, in its own order; all of it when nothing would be left. */
function kept(all: readonly string[], leftOut: readonly string[]): string[] {
  const left = all.filter((id) => !leftOut.includes(id));
  return left.length > 0 ? left : [...all];
}

/** The axes of a deck that will be asked; a deck is never left without any. */
export function askedAxes(deck: DeckOutline, choices: RoomChoices): string[] {
  return kept(deck.axes.map((axis) => axis.id), choices.left_out);
}

/** The cards of a deck that will be played, in the deck's order; never none. */
export function playedCards(deck: DeckOutline, choices: RoomChoices): string[] {
  return kept(deck.shelf_cards.map((card) => card.id), choices.cards_left_out);
}

/** Leaves a card out or takes it in again; the last one cannot be left out. */
export function withCard(deck: DeckOutline, choices: RoomChoices, card: string, isPlayed: boolean): RoomChoices {
  const others = choices.cards_left_out.filter((other) => other !== card);
  const changed = { ...choices, cards_left_out: isPlayed ? others : [...others, card] };
  return deck.shelf_cards.some((own) => !changed.cards_left_out.includes(own.id)) ? changed : choices;
}

/** Plays the first `count` cards of the deck and leaves its others out. */
export function withFirstCards(deck: DeckOutline, choices: RoomChoices, count: number): RoomChoices {
  const own = deck.shelf_cards.map((card) => card.id);
  const elsewhere = choices.cards_left_out.filter((card) => !own.includes(card));
  return { ...choices, cards_left_out: [...elsewhere, ...own.slice(count)] };
}

/** What showing and talking take beside reading and answering, and what a round without a limit takes, in seconds. */
const TALK_SECONDS = 70;
const UNLIMITED_SECONDS = 60;

/** About how many minutes the chosen cards take in class. */
export function minutesFor(deck: DeckOutline, choices: RoomChoices): number {
  const each = choices.reading_seconds + (choices.answer_seconds ?? UNLIMITED_SECONDS) + TALK_SECONDS;
  return Math.max(1, Math.round((playedCards(deck, choices).length * each) / 60));
}

/** Leaves an axis out or takes it in again; the last one of the deck cannot be left out. */
export function withAxis(deck: DeckOutline, choices: RoomChoices, axis: string, asked: boolean): RoomChoices {
  const left_out = asked ? choices.left_out.filter((other) => other !== axis) : [...new Set([...choices.left_out, axis])];
  const changed = { ...choices, left_out };
  return deck.axes.some((own) => !left_out.includes(own.id)) ? changed : choices;
}

/** The order to open a room with; `offeredTeam` names teams without a name of their own. */
export function openMessage(deck: DeckOutline, choices: RoomChoices, commandId: string, offeredTeam: (place: number) => string): OpenRoomMessage {
  const cards = playedCards(deck, choices);
  const { left_out: _axes, cards_left_out: _cards, teams: _teams, ...rest } = choices;
  return {
    ...rest,
    command_id: commandId,
    deck: deck.id,
    ...(cards.length < deck.shelf_cards.length ? { cards } : {}),
    axes: askedAxes(deck, choices),
    teams: choices.scoring === "teams" ? teamNames(choices, offeredTeam) : [],
  };
}
