/* Generated from the server's own types by `make wire`. Not for editing: change the Python type instead. */

/** The edition of the protocol that these types describe. */
export const PROTOCOL = 2;

/* The bounds of what a host may choose. */
export const READING_SECONDS_MOST = 120;
export const ANSWER_SECONDS_LEAST = 5;
export const ANSWER_SECONDS_MOST = 1800;
export const EXTEND_SECONDS = 15;
export const TALK_SECONDS_LEAST = 10;
export const TALK_SECONDS_MOST = 3600;
export const TEAMS_MOST = 12;
export const TEAM_NAME_LONGEST = 24;
export const BLOCKED_WORDS_MOST = 200;
export const COURSE_TITLE_LONGEST = 40;

/* Points for a right and for a wrong pick, by how sure one is of it. */
export const CONFIDENCE_WINS = {"guess": 1, "fairly_sure": 2, "certain": 3} as const;
export const CONFIDENCE_LOSES = {"guess": 0, "fairly_sure": -1, "certain": -3} as const;

export const ROLES = ["player", "screen", "host"] as const;
export type Role = (typeof ROLES)[number];

/** How many events a room's log holds. */
export type Version = number;

/** Milliseconds since 1970 on the one clock: that of Redis. */
export type ServerMillis = number;

/** A sitting's permanent, unguessable id. */
export type RoomId = string;

/** Where a room stands. One card runs from READING to LEADERBOARD. */
export const PHASES = [
  "lobby",
  "reading",
  "answering",
  "closed",
  "talk",
  "reveal",
  "leaderboard",
  "podium",
  "ended",
] as const;
export type Phase = (typeof PHASES)[number];

/** One text in both languages of the course. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/** How an axis is answered and marked. */
export const AXIS_KINDS = [
  "ordinal",
  "single",
  "grid",
  "multi",
  "map2d",
  "rank",
  "sequence",
  "pair",
  "open",
] as const;
export type AxisKind = (typeof AXIS_KINDS)[number];

/** Who collects points: each for himself, teams by the mean of their members, or nobody. */
export const SCORE_MODES = [
  "solo",
  "teams",
  "none",
] as const;
export type ScoreMode = (typeof SCORE_MODES)[number];

/** What the class sees of the standings between cards: eight rows, the first three ranks, or nothing. */
export const LEADERBOARD_MODES = [
  "full",
  "top",
  "hidden",
] as const;
export type LeaderboardMode = (typeof LEADERBOARD_MODES)[number];

export type CardId = string;

export type AxisId = string;

export type OptionId = string;

/** One value of an axis, in the order of the scale. */
export interface OptionView {
  readonly id: OptionId;
  readonly label: Text;
  readonly short: Text;
  readonly hint: Text;
}

/** Which of the theory's own pictures an axis is shown on. */
export const PICTURE_KINDS = [
  "pyramid",
  "stair",
  "grid",
  "bars",
  "carvings",
  "scale",
  "stacks",
  "pillars",
  "plane",
  "climb",
  "levitt",
  "quotes",
] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** A place on a grid picture, counted from the top left. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** The diagram of an axis. The grid's own parts are empty for the other kinds. */
export interface Picture {
  readonly kind: PictureKind;
  readonly columns: readonly Text[];
  readonly rows: readonly Text[];
  readonly cells: Readonly<Record<OptionId, GridCell>> | null;
  readonly empty_at: GridCell | null;
  readonly empty_why: Text | null;
}

/** Something of the story that is to be paired with an option. */
export interface ItemView {
  readonly id: string;
  readonly label: Text;
}

/** What stands at the two ends of one side of a plane. */
export interface Scale {
  readonly low: Text;
  readonly high: Text;
}

/**
 * An axis as a student may see it: no key, no marks.
 *
 * The options of a rank or a sequence come shuffled, the same way for everybody, and only those that the card asks.
 * `asks` says what a multi asks for; `items` are a pair's; `x_axis` and `y_axis` what stands at the sides of a plane.
 */
export interface AxisView {
  readonly id: AxisId;
  readonly kind: AxisKind;
  readonly label: Text;
  readonly short_label: Text;
  readonly question: Text;
  readonly options: readonly OptionView[];
  readonly picture: Picture;
  readonly asks: Text | null;
  readonly items: readonly ItemView[];
  readonly x_axis: Scale | null;
  readonly y_axis: Scale | null;
}

/**
 * The card on the screen. `closes_at` is null while there is no deadline, `limit_millis` without a limit.
 *
 * `vote` is 1, or 2 from the end of the talk on; `open_axes` are what it asks (in a talk: what will be asked again).
 * `talk_ends_at`: while the class talks, null without a limit.
 */
export interface RoundView {
  readonly card: CardId;
  readonly title: Text;
  readonly person: string;
  readonly story: Text;
  readonly axes: readonly AxisView[];
  readonly opens_at: ServerMillis;
  readonly closes_at: ServerMillis | null;
  readonly limit_millis: number | null;
  readonly is_trial: boolean;
  readonly asks_confidence: boolean;
  readonly vote: number;
  readonly open_axes: readonly AxisId[];
  readonly talk_ends_at: ServerMillis | null;
}

/** An option that is right, with its share of the point (0..1). */
export interface AcceptedOption {
  readonly option: OptionId;
  readonly share: number;
}

/** A tempting wrong option of an axis and why it fails. */
export interface TrapView {
  readonly pick: OptionId;
  readonly text: Text;
}

/** How many players chose an option. */
export interface OptionCount {
  readonly option: OptionId;
  readonly count: number;
}

/** Options that were chosen together on a multi, in the order of the axis, and by how many. */
export interface Combination {
  readonly options: readonly OptionId[];
  readonly count: number;
}

/** How often an option of an order was put on each step, the first step first. */
export interface OptionSteps {
  readonly option: OptionId;
  readonly counts: readonly number[];
}

/**
 * An order: the key's steps (several options on one are a tie), and where the class broke it.
 *
 * `reached` counts, from 0 to all, how many players had so many steps right before their first mistake.
 */
export interface OrderDetail {
  readonly key: readonly (readonly OptionId[])[];
  readonly reached: readonly number[];
  readonly steps: readonly OptionSteps[];
}

/** One item of a pair: the option it goes with, and what the class put with it. `counts` has every option. */
export interface ItemDetail {
  readonly item: string;
  readonly label: Text;
  readonly key: OptionId;
  readonly counts: readonly OptionCount[];
}

/** Where an option lies on a plane. */
export interface OptionPlace {
  readonly option: OptionId;
  readonly x: number;
  readonly y: number;
}

/** How many players tapped here, rounded to a grid of 25 by 25. */
export interface PlaceCount {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** A place on a plane, 0 to 1 from the left and from the bottom. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A plane: where every option lies, where the class tapped, and its centre (null under five taps). */
export interface PlaneDetail {
  readonly places: readonly OptionPlace[];
  readonly taps: readonly PlaceCount[];
  readonly centre: Point | null;
}

/** Open answers that the host put together: how many, and words that were chosen to be shown. */
export interface GroupView {
  readonly title: string;
  readonly count: number;
  readonly quotes: readonly string[];
  readonly share: number | null;
}

/** Open answers. `apart` counts those in no group. */
export interface OpenDetail {
  readonly groups: readonly GroupView[];
  readonly apart: number;
  readonly model_answer: Text | null;
}

/** What only some kinds of axis have. At most one of these is there; combinations are a multi's. */
export interface KindDetail {
  readonly combinations: readonly Combination[];
  readonly order: OrderDetail | null;
  readonly items: readonly ItemDetail[];
  readonly plane: PlaneDetail | null;
  readonly open: OpenDetail | null;
}

/** A place that people moved between: an option, or on an axis of many answers "right", "almost", "wrong". */
export interface FlowPlace {
  readonly id: string;
  readonly is_key: boolean;
  readonly before: number;
  readonly after: number;
}

/** How many said `origin` at the first vote and `destination` at the second; who stayed too. */
export interface FlowMove {
  readonly origin: string;
  readonly destination: string;
  readonly count: number;
}

/**
 * Who moved between the two votes, of those who voted twice. Shares (0..1) are of wholly right answers.
 *
 * `by_option`: the places are the axis's options in their order; else how right the answers were.
 */
export interface FlowView {
  readonly by_option: boolean;
  readonly places: readonly FlowPlace[];
  readonly moves: readonly FlowMove[];
  readonly voters: number;
  readonly right_before: number;
  readonly right_after: number;
  readonly came_to_key: number;
  readonly left_key: number;
}

/**
 * The truth on one axis, with where the class stood.
 *
 * `counts` has every option, also at 0: who chose it, or on a plane who tapped nearest to it. `trap_counts` says how
 * many fell into each of `traps`, in their order. `flow` is there when the axis was voted on twice.
 */
export interface AxisReveal {
  readonly axis: AxisId;
  readonly is_contested: boolean;
  readonly accepted: readonly AcceptedOption[];
  readonly cue: Text;
  readonly why: Text;
  readonly traps: readonly TrapView[];
  readonly counts: readonly OptionCount[];
  readonly trap_counts: readonly number[];
  readonly detail: KindDetail;
  readonly flow: FlowView | null;
}

/**
 * A revealed card. `shown_axis` is the one whose picture the screen shows; `shows_flow`: who moved, in its place.
 *
 * `is_earlier`: the card was revealed before, and is on the screen again.
 */
export interface RevealView {
  readonly shown_axis: AxisId;
  readonly shows_flow: boolean;
  readonly is_earlier: boolean;
  readonly axes: readonly AxisReveal[];
  readonly debate: Text | null;
}

/** Thousandths of a point. Whole numbers, so that a sum is the same on every machine. */
export type MilliPoints = number;

/** One row of the leaderboard or podium. Ties share a rank; `previous_rank` is null for a newcomer. */
export interface StandingRow {
  readonly rank: number;
  readonly previous_rank: number | null;
  readonly name: string;
  readonly points: MilliPoints;
}

/** What somebody stands beside the podium for. */
export const HONOUR_KINDS = [
  "most_improved",
  "best_calibrated",
] as const;
export type HonourKind = (typeof HONOUR_KINDS)[number];

/**
 * An honour and whose it is; several share it.
 *
 * `figure` (0..1): how much higher the share right was in the second half than in the first; or how far certainty
 * was from being deserved.
 */
export interface HonourView {
  readonly kind: HonourKind;
  readonly names: readonly string[];
  readonly figure: number;
}

/**
 * What all phones share; encoded once and broadcast.
 *
 * `deck_kinds` are the ways of answering that the deck asks for, so that a phone has them ready before a round opens.
 * `team_names` are empty without teams. `offered_names_only`: nobody chooses a name of his own.
 */
export interface RoomView {
  readonly version: Version;
  readonly server_now: ServerMillis;
  readonly room: RoomId;
  readonly phase: Phase;
  readonly deck_title: Text;
  readonly deck_kinds: readonly AxisKind[];
  readonly card_number: number;
  readonly card_count: number;
  readonly players: number;
  readonly scoring: ScoreMode;
  readonly leaderboard_mode: LeaderboardMode;
  readonly offered_names_only: boolean;
  readonly team_names: readonly string[];
  readonly round: RoundView | null;
  readonly reveal: RevealView | null;
  readonly podium: readonly StandingRow[];
  readonly honours: readonly HonourView[];
}

/** A seat's public id: a prefix of the hash of the seat's secret token, so that it can be shown and the token cannot. */
export type PlayerId = string;

/** How somebody who asked to come in stands. */
export const DOOR_STATES = [
  "waiting",
  "turned_away",
  "let_in",
] as const;
export type DoorState = (typeof DOOR_STATES)[number];

/** Items of a story, each with the option that it goes with. An item may be left out. */
export interface Pairs {
  readonly pairs: Readonly<Record<string, OptionId>>;
}

/** A short text of one's own. */
export interface Words {
  readonly text: string;
}

/** How sure a player is of an answer, least first. */
export const CONFIDENCES = [
  "guess",
  "fairly_sure",
  "certain",
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What the server holds of a player's answer to the card on the screen; `vote` is the one it was last said in. */
export interface AnswerView {
  readonly card: CardId;
  readonly picks: Readonly<Record<AxisId, OptionId | readonly OptionId[] | Point | Pairs | Words>>;
  readonly at: ServerMillis;
  readonly vote: number;
  readonly confidence: Confidence | null;
}

/** The time of a person whom the host gave more: in place of the round's own. `closes_at` null: until the reveal. */
export interface OwnTime {
  readonly closes_at: ServerMillis | null;
  readonly limit_millis: number | null;
}

/** How a pick did, in a word. */
export const VERDICTS = [
  "right",
  "almost",
  "wrong",
  "none",
  /** An open answer that the host has not marked yet. */
  "waiting",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * How one pick did. `points` is without the speed bonus. `first_pick`: of an axis that was voted on twice.
 *
 * With the first vote counting, verdict and points are those of `first_pick`.
 */
export interface AxisResult {
  readonly axis: AxisId;
  readonly pick: OptionId | readonly OptionId[] | Point | Pairs | Words | null;
  readonly first_pick: OptionId | readonly OptionId[] | Point | Pairs | Words | null;
  readonly verdict: Verdict;
  readonly points: MilliPoints;
}

/**
 * A player's result on the revealed card. `points` includes `bonus`; `most` is what could be earned at best.
 *
 * With confidence `points` may be below zero. A trial earns nothing, whatever its axes say. `counted_vote`: which of
 * the picks of an axis that was voted on twice the verdict is about.
 */
export interface ResultView {
  readonly card: CardId;
  readonly axes: readonly AxisResult[];
  readonly points: MilliPoints;
  readonly bonus: MilliPoints;
  readonly most: MilliPoints;
  readonly confidence: Confidence | null;
  readonly is_trial: boolean;
  readonly counted_vote: number;
}

/**
 * What one phone alone knows. Ranks are null before the first reveal, while removed, and where the host hides them.
 *
 * `team` is the place of the player's team in RoomView.team_names. `streak` counts cards in a row, up to the last
 * revealed one, on which every pick was right. `own_time` is there for a person with time of his own. `door`: this
 * person has no seat, and waits for one or was told no.
 */
export interface SeatView {
  readonly version: Version;
  readonly server_now: ServerMillis;
  readonly player: PlayerId;
  readonly name: string;
  readonly is_removed: boolean;
  readonly door: DoorState | null;
  readonly came_in_at_card: number;
  readonly answer: AnswerView | null;
  readonly points: MilliPoints;
  readonly rank: number | null;
  readonly previous_rank: number | null;
  readonly ranked: number;
  readonly team: number | null;
  readonly streak: number;
  readonly own_time: OwnTime | null;
  readonly result: ResultView | null;
}

/** Six digits lent to an open room; never part of the log's key. */
export type Pin = string;

/** A team: the mean of its members' points, how many they are, and how many answered the last card. */
export interface TeamView {
  readonly name: string;
  readonly mean: MilliPoints;
  readonly members: number;
  readonly answered: number;
  readonly is_in_front: boolean;
}

/** A slide about the class as a whole, or the way in once more. */
export const BOARD_KINDS = [
  "join",
  "confusions",
  "matrix",
  "calibration",
  "teams",
  "debate",
] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/**
 * Two options that were mixed up: `count` of `of` answers on cards with that key were this pick.
 *
 * `question` pulls the two apart, where the authors wrote one.
 */
export interface ConfusionView {
  readonly axis: AxisId;
  readonly axis_label: Text;
  readonly key: OptionId;
  readonly key_label: Text;
  readonly pick: OptionId;
  readonly pick_label: Text;
  readonly count: number;
  readonly of: number;
  readonly question: Text | null;
}

/** A row and column of a confusion matrix. */
export interface MatrixOption {
  readonly option: OptionId;
  readonly label: Text;
}

/**
 * How the class classified on one axis: `counts[row][column]` answers had the row's key and the column's pick.
 *
 * At most four options: of a longer axis the neighbours of the pair that was mixed up most.
 */
export interface MatrixView {
  readonly axis: AxisId;
  readonly axis_label: Text;
  readonly options: readonly MatrixOption[];
  readonly counts: readonly (readonly number[])[];
}

/** How the answers of one confidence did. `right_share` (0..1) is null below the least number of answers. */
export interface CalibrationStep {
  readonly confidence: Confidence;
  readonly answers: number;
  readonly right_share: number | null;
}

/**
 * Whether certainty was deserved, over all revealed cards that are not contested.
 *
 * `pays_from` (0..1) is the share right from which each confidence earns more than the one below it.
 * `certain_wrong` answers were certain and wrong; `pair` is what they mixed up most.
 */
export interface CalibrationView {
  readonly steps: readonly CalibrationStep[];
  readonly pays_from: readonly number[];
  readonly certain_wrong: number;
  readonly pair: ConfusionView | null;
}

/** What lies over the projected slide; of the parts only the one of its kind is there. */
export interface BoardView {
  readonly kind: BoardKind;
  readonly confusions: readonly ConfusionView[];
  readonly matrix: MatrixView | null;
  readonly calibration: CalibrationView | null;
  readonly teams: readonly TeamView[];
  readonly debate: Text | null;
}

/**
 * What the projector shows. `newest_names` are the last to arrive, the newest last.
 *
 * `teams` stand where the leaderboard or the podium does, in a room of teams.
 */
export interface ScreenView {
  readonly version: Version;
  readonly server_now: ServerMillis;
  readonly room: RoomId;
  readonly pin: Pin;
  readonly phase: Phase;
  readonly is_locked: boolean;
  readonly deck_title: Text;
  readonly card_number: number;
  readonly card_count: number;
  readonly players: number;
  readonly answered: number;
  readonly newest_names: readonly string[];
  readonly scoring: ScoreMode;
  readonly round: RoundView | null;
  readonly reveal: RevealView | null;
  readonly leaderboard: readonly StandingRow[];
  readonly podium: readonly StandingRow[];
  readonly honours: readonly HonourView[];
  readonly teams: readonly TeamView[];
  readonly board: BoardView | null;
}

/** The id that a client gives its command, so that a repeat is recognised. */
export type CommandId = string;

/** The newest removal of many at once that can be undone by one press: what it was called, and how many are out. */
export interface RemovalView {
  readonly id: CommandId;
  readonly players: number;
}

/** How people come in: whether the host lets in who is new, how many wait for it, and whom one press lets back. */
export interface DoorView {
  readonly approves_entry: boolean;
  readonly waiting: number;
  readonly removal: RemovalView | null;
}

/** Which of two votes earns the points. Who gave no second vote stands by the first. */
export const COUNTING_VOTES = [
  "first",
  "second",
] as const;
export type CountingVote = (typeof COUNTING_VOTES)[number];

/** What holds in the room now, as the host may see and change it; `offered_names_only` and `scoring` stand. */
export interface SettingsView {
  readonly reading_seconds: number;
  readonly answer_seconds: number | null;
  readonly speed_bonus: boolean;
  readonly asks_confidence: boolean;
  readonly closes_when_all_answered: boolean;
  readonly counting_vote: CountingVote;
  readonly leaderboard: LeaderboardMode;
  readonly talk_seconds: number | null;
  readonly talk_from: number;
  readonly talk_to: number;
  readonly blocked_words: readonly string[];
  readonly scoring: ScoreMode;
  readonly teams: readonly string[];
  readonly offered_names_only: boolean;
}

/** A contested card has more than one defensible answer on at least one axis. */
export const CARD_STATUSES = [
  "clear",
  "contested",
] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** Where a card stands in the run. Who is set aside comes up only if the host takes it up again. */
export const CARD_STATES = [
  "done",
  "current",
  "coming",
  "skipped",
  "aside",
] as const;
export type CardState = (typeof CARD_STATES)[number];

/**
 * A card in the host's run: those that came up, those to come, those set aside.
 *
 * `right_share` (0..1) is the mean share over its asked axes once revealed; `twin_of` names the card that asks the
 * same with another story.
 */
export interface CardOutline {
  readonly id: CardId;
  readonly title: Text;
  readonly status: CardStatus;
  readonly state: CardState;
  readonly right_share: number | null;
  readonly is_trial: boolean;
  readonly twin_of: CardId | null;
}

/** An open answer, for the host to group. */
export interface PlayerWords {
  readonly player: PlayerId;
  readonly text: string;
}

/**
 * Open answers that the host has put together. `share` (0..1) is null until they are marked.
 *
 * `quotes` are the words that the screen shows, chosen by the host, without names.
 */
export interface AnswerGroup {
  readonly title: string;
  readonly players: readonly PlayerId[];
  readonly quotes: readonly string[];
  readonly share: number | null;
}

/** What the share of right answers speaks for: the step that pays most now. */
export const SUGGESTIONS = [
  "wait",
  "explain",
  "talk",
  "move_on",
  "ask_twin",
  "debate",
] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

/**
 * For the lecturer alone: how the class stands on an axis, and what to do about it.
 *
 * `answers` are few below 30: the shares then say little. `agreement` (0..1) is the chance that two who answered said
 * the same. `certain_wrong` answers were certain and wrong. `confused`: the wrong pick that most fell for.
 */
export interface AxisAdvice {
  readonly suggestion: Suggestion;
  readonly answers: number;
  readonly agreement: number | null;
  readonly certain_wrong: number;
  readonly confused: ConfusionView | null;
}

/**
 * The card's key and live counts on one asked axis. `right_share` (0..1) is null while nobody answered.
 *
 * `trap_counts` says how many fell into each of `traps`, in their order. `words` are open answers in order of arrival,
 * `groups` how the host has put them together: as it was sent, so also with those who were removed since.
 */
export interface HostAxis {
  readonly axis: AxisId;
  readonly is_contested: boolean;
  readonly accepted: readonly AcceptedOption[];
  readonly cue: Text;
  readonly why: Text;
  readonly traps: readonly TrapView[];
  readonly counts: readonly OptionCount[];
  readonly detail: KindDetail;
  readonly trap_counts: readonly number[];
  readonly words: readonly PlayerWords[];
  readonly groups: readonly AnswerGroup[];
  readonly right_share: number | null;
  readonly flow: FlowView | null;
  readonly advice: AxisAdvice;
}

/** What the host's one key does next. */
export const STEP_ACTIONS = [
  "show_card",
  "open_round",
  "close_round",
  "reveal",
  "show_axis",
  "show_flow",
  "open_second_vote",
  "show_leaderboard",
  "show_podium",
  "end_room",
] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];

/** The next (or previous) step; its id goes back with the press, so that a double press is one. */
export interface StepView {
  readonly id: string;
  readonly action: StepAction;
}

/**
 * The lecturer's own console; never projected.
 *
 * `keys` are of the card on the screen, and stay while its standings are shown: open answers may still be marked then.
 * `answered` counts the newest vote. `still_writing` people have time of their own left. `talk_axes` can be voted on
 * again. `twin` is a card to come, or set aside, that asks the same as the one on the screen. `undo` takes the last
 * step back, and is null where that would lose an answer.
 */
export interface HostView {
  readonly version: Version;
  readonly server_now: ServerMillis;
  readonly room: RoomId;
  readonly pin: Pin;
  readonly phase: Phase;
  readonly is_locked: boolean;
  readonly door: DoorView;
  readonly deck_title: Text;
  readonly deck_axes: readonly AxisView[];
  readonly asked_axes: readonly AxisId[];
  readonly settings: SettingsView;
  readonly cards: readonly CardOutline[];
  readonly card_number: number;
  readonly card_count: number;
  readonly players: number;
  readonly answered: number;
  readonly still_writing: number;
  readonly round: RoundView | null;
  readonly keys: readonly HostAxis[];
  readonly debate: Text | null;
  readonly note: Text | null;
  readonly shown_axis: AxisId | null;
  readonly shows_flow: boolean;
  readonly talk_axes: readonly AxisId[];
  readonly twin: CardId | null;
  readonly leaderboard: readonly StandingRow[];
  readonly podium: readonly StandingRow[];
  readonly honours: readonly HonourView[];
  readonly teams: readonly TeamView[];
  readonly confusions: readonly ConfusionView[];
  readonly board: BoardView | null;
  readonly next_step: StepView | null;
  readonly back_step: StepView | null;
  readonly undo: StepView | null;
}

/** How a player's connection does. */
export const LINE_STATES = [
  "here",
  /** Connected, but it broke off several times of late. */
  "shaky",
  "away",
] as const;
export type LineState = (typeof LINE_STATES)[number];

/** The usual time, half as much more, twice as much, or no limit. */
export const ALLOWANCES = [
  "usual",
  "half_more",
  "double",
  "unlimited",
] as const;
export type Allowance = (typeof ALLOWANCES)[number];

/** One seat in the host's list. `joined_at` tells a flood of strangers from a class. */
export interface RosterRow {
  readonly player: PlayerId;
  readonly name: string;
  readonly joined_at: ServerMillis;
  readonly line: LineState;
  readonly team: number | null;
  readonly allowance: Allowance;
  readonly is_removed: boolean;
  readonly has_answered: boolean;
  readonly points: MilliPoints;
  readonly rank: number | null;
}

/** Somebody who asked to come in where the host approves entry. */
export interface CallerRow {
  readonly player: PlayerId;
  readonly name: string;
  readonly asked_at: ServerMillis;
  readonly line: LineState;
  readonly state: DoorState;
}

/**
 * Everybody with a seat, in order of arrival; for the host alone.
 *
 * `callers` are those who came to the door, in order of asking; a room that lets everybody in has none.
 */
export interface RosterView {
  readonly version: Version;
  readonly rows: readonly RosterRow[];
  readonly callers: readonly CallerRow[];
}

/** Every reason a command can come back with. Add here, and the wire, the docs and the browser follow. */
export const REFUSAL_CODES = [
  /** Not the shape that the protocol documents. */
  "BAD_REQUEST",
  /** A number that is not finite or not whole where it must be. */
  "BAD_NUMBER",
  /** Text with control characters or broken Unicode. */
  "BAD_TEXT",
  /** More than a message may hold. */
  "TOO_LARGE",
  /** No command of that name. */
  "UNKNOWN_EVENT",
  /** This connection sends more than a person can. */
  "TOO_FAST",
  /** Only the host may do this, or this connection's role may not. */
  "FORBIDDEN",
  /** Not a seat token: 32 hex characters. */
  "TOKEN_INVALID",
  /** This device has no seat in the room yet. */
  "NO_SEAT",
  /** The host has taken this player out of the room. */
  "REMOVED",
  /** No room has this id, or no open room this PIN. */
  "ROOM_NOT_FOUND",
  /** The sitting is over; its replay stays. */
  "ROOM_ENDED",
  /** The host has shut the door for new players; who has a seat keeps it. */
  "ROOM_LOCKED",
  /** Every seat that a room can have is taken. */
  "ROOM_FULL",
  /** The host lets in who comes new, and said no to this person. */
  "TURNED_AWAY",
  /** The server has no deck of that id. */
  "DECK_NOT_FOUND",
  /** The server has no course of that id. */
  "COURSE_NOT_FOUND",
  /** No card of that sitting went badly enough to come back. */
  "NOTHING_SLIPPED",
  /** The deck has no card of that id any more. */
  "CARD_NOT_FOUND",
  /** The server has no mock exam of that id. */
  "EXAM_NOT_FOUND",
  /** No homework has this id, or its time of keeping is over. */
  "HOMEWORK_NOT_FOUND",
  /** The lecturer has closed this homework, or its last day is over; nothing comes in any more. */
  "HOMEWORK_CLOSED",
  /** As many devices as a homework can have have handed in. */
  "HOMEWORK_FULL",
  /** This link was used, was taken back, or is too old. */
  "LINK_GONE",
  /** Shorter than a passphrase must be, the name itself, or hardly any different characters. */
  "PASSPHRASE_WEAK",
  /** Nothing is left of the name once spaces and invisible characters are gone. */
  "NAME_EMPTY",
  /** More characters than a name may have. */
  "NAME_TOO_LONG",
  /** Another player has this name, or one that looks the same; `suggestion` is free. */
  "NAME_TAKEN",
  /** A word stands in the name that the host does not allow. */
  "NAME_NOT_ALLOWED",
  /** In this room only names that are on offer can be taken. */
  "NAME_NOT_OFFERED",
  /** The room is in a phase in which this cannot be done. */
  "NOT_NOW",
  /** The host's press was meant for a step that has been taken already. */
  "STALE_STEP",
  /** The round of this card takes no answers yet. */
  "NOT_OPEN",
  /** Meant for a card that is not the one on the screen. */
  "WRONG_CARD",
  /** The round of this card is closed. */
  "TOO_LATE",
  /** An axis that is not asked, or an option that the axis does not have. */
  "BAD_PICK",
  /** No player of that id has a seat in this room. */
  "PLAYER_NOT_FOUND",
  /** Nothing was kept; the same command may be sent again. */
  "SERVER_BUSY",
  /** The store has no room left, in its memory or on its disk; the same command may be sent again. */
  "STORAGE_FULL",
  /** A mistake of ours; it is in the log of the server. */
  "SERVER_ERROR",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What a client says when it connects. `token`: players only. */
export interface Handshake {
  readonly protocol: 2;
  readonly role: "player" | "screen" | "host";
  readonly room: string;
  readonly token?: string | null;
}

/**
 * Takes a seat under a name. Repeated by a device that has a seat, it is answered as the first time.
 *
 * `course_token`: 32 hex characters that this device keeps for PinView.course; by it the season knows the device again
 * under any name.
 */
export interface JoinMessage {
  readonly command_id: CommandId;
  readonly name: string;
  readonly course_token?: string | null;
}

/** A place on a plane: 0 to 1 from the left and from the bottom. */
export interface PointMessage {
  readonly x: number;
  readonly y: number;
}

/** Items of the story, each with the option that it goes with. */
export interface PairsMessage {
  readonly pairs: Readonly<Record<string, OptionId>>;
}

/** An answer in words of one's own. */
export interface WordsMessage {
  readonly text: string;
}

/**
 * All a player says on the open card; the newest whole answer counts until the round closes.
 *
 * `shown_millis` is how long this device's own screen has shown the open card; `vote` is RoundView.vote. In a second
 * vote `picks` are of RoundView.open_axes. `confidence` counts where RoundView.asks_confidence.
 */
export interface AnswerMessage {
  readonly command_id: CommandId;
  readonly card: CardId;
  readonly picks: Readonly<Record<AxisId, OptionId | readonly OptionId[] | PointMessage | PairsMessage | WordsMessage>>;
  readonly shown_millis: number;
  readonly vote?: number;
  readonly confidence?: Confidence | null;
}

/** Walks over to another team, by its place in RoomView.team_names, from 0; between cards only. */
export interface TeamMessage {
  readonly command_id: CommandId;
  readonly team: number;
}

/** The host's one key. `step` is the id of HostView.next_step, so that a double press is one. */
export interface StepMessage {
  readonly command_id: CommandId;
  readonly step: string;
}

/** Back to the picture before this one. `step` is the id of HostView.back_step. */
export interface BackMessage {
  readonly command_id: CommandId;
  readonly step: string;
}

/** Takes the last step back. `step` is the id of HostView.undo. */
export interface UndoMessage {
  readonly command_id: CommandId;
  readonly step: string;
}

/**
 * Lets the class talk about these axes before it votes on them again; no axes: all that can be asked again.
 *
 * `seconds` null: until the host ends it.
 */
export interface TalkMessage {
  readonly command_id: CommandId;
  readonly card: CardId;
  readonly axes?: readonly AxisId[];
  readonly seconds: number | null;
}

/** Gives the open round of this card more time. */
export interface ExtendMessage {
  readonly command_id: CommandId;
  readonly card: CardId;
  readonly seconds: number;
}

/** Leaves the card on the screen without a reveal, and goes on to the next. */
export interface SkipMessage {
  readonly command_id: CommandId;
  readonly card: CardId;
}

/** The cards that come next, in this order; what is left out is set aside. */
export interface ArrangeMessage {
  readonly command_id: CommandId;
  readonly cards: readonly CardId[];
}

/** Back to the reveal of a card that was shown before. */
export interface EarlierMessage {
  readonly command_id: CommandId;
  readonly card: CardId;
}

/** Lays a board over what is projected; null takes it away. `axis`: that of a matrix. */
export interface BoardMessage {
  readonly command_id: CommandId;
  readonly board: BoardKind | null;
  readonly axis?: AxisId | null;
}

/** The next cards are asked on these axes of the deck. */
export interface ChooseAxesMessage {
  readonly command_id: CommandId;
  readonly axes: readonly AxisId[];
}

/** Other choices from now on; all of them are said. The card on the screen keeps what held when it came up. */
export interface ChangeSettingsMessage {
  readonly command_id: CommandId;
  readonly reading_seconds: number;
  readonly answer_seconds: number | null;
  readonly speed_bonus: boolean;
  readonly asks_confidence: boolean;
  readonly closes_when_all_answered: boolean;
  readonly counting_vote: CountingVote;
  readonly leaderboard: LeaderboardMode;
  readonly talk_seconds: number | null;
  readonly talk_from: number;
  readonly talk_to: number;
  readonly blocked_words: readonly string[];
}

/** Shuts the door for new players, or opens it. */
export interface LockMessage {
  readonly command_id: CommandId;
  readonly locked: boolean;
}

/** Takes a player out of the room. */
export interface RemoveMessage {
  readonly command_id: CommandId;
  readonly player: PlayerId;
}

/** Takes out everybody who came in from a moment on, by the server's clock in milliseconds. */
export interface RemoveSinceMessage {
  readonly command_id: CommandId;
  readonly since: ServerMillis;
}

/** Undoes a removal. */
export interface LetBackMessage {
  readonly command_id: CommandId;
  readonly player: PlayerId;
}

/** Undoes a removal of many at once. `removal` is the id of DoorView.removal. */
export interface LetAllBackMessage {
  readonly command_id: CommandId;
  readonly removal: CommandId;
}

/** Whether who is new waits at the door until the host lets them in. Who waits already goes on waiting. */
export interface ApproveEntryMessage {
  readonly command_id: CommandId;
  readonly approves: boolean;
}

/** Gives somebody a seat who waits at the door, or was turned away there. */
export interface LetInMessage {
  readonly command_id: CommandId;
  readonly player: PlayerId;
}

/** Gives seats to all who wait and asked up to a moment, by the server's clock in milliseconds. */
export interface LetInUntilMessage {
  readonly command_id: CommandId;
  readonly until: ServerMillis;
}

/** Tells somebody who waits at the door that there is no seat for them. */
export interface TurnAwayMessage {
  readonly command_id: CommandId;
  readonly player: PlayerId;
}

/** Tells so to all who wait and asked from a moment on, by the server's clock in milliseconds. */
export interface TurnAwaySinceMessage {
  readonly command_id: CommandId;
  readonly since: ServerMillis;
}

/** Gives a player another name. */
export interface RenameMessage {
  readonly command_id: CommandId;
  readonly player: PlayerId;
  readonly name: string;
}

/** Puts a player in another team, by its place in HostView.settings.teams, from 0. */
export interface PutInTeamMessage {
  readonly command_id: CommandId;
  readonly player: PlayerId;
  readonly team: number;
}

/** Gives a player more time for every round, also the open one, or the usual time again. */
export interface ExtraTimeMessage {
  readonly command_id: CommandId;
  readonly player: PlayerId;
  readonly allowance: Allowance;
}

/** Open answers that belong together. `share` (0 to 1) is what they earn; left away or null: not marked yet. */
export interface GroupMessage {
  readonly title: string;
  readonly players: readonly PlayerId[];
  readonly quotes?: readonly string[];
  readonly share?: number | null;
}

/** Puts the open answers of an axis into groups, with marks or without; replaces all earlier groups. */
export interface GroupAnswersMessage {
  readonly command_id: CommandId;
  readonly card: CardId;
  readonly axis: AxisId;
  readonly groups: readonly GroupMessage[];
}

/** Leaves the cards that are still to come out: the podium is next. Between a reveal and the next card. */
export interface PodiumMessage {
  readonly command_id: CommandId;
}

/** Ends the sitting, from any phase. */
export interface EndMessage {
  readonly command_id: CommandId;
}

/** A class with a season: the rooms that belong together over the weeks. */
export type CourseId = string;

/**
 * Opens a room on a deck; what is left away is the default. `answer_seconds` null: no limit.
 *
 * `cards` are played in this order; left away: all of the deck, in its own. `teams`: their names; `names_off`: players
 * take a name on offer; `trial`: a card that teaches how to answer comes first; `course`: the season that it counts
 * to; `forgets_names`: no name outlives the end of the room. The rest is in RoomSettings.
 */
export interface OpenRoomMessage {
  readonly command_id: CommandId;
  readonly deck: string;
  readonly cards?: readonly CardId[] | null;
  readonly axes?: readonly AxisId[] | null;
  readonly reading_seconds?: number;
  readonly answer_seconds?: number | null;
  readonly speed_bonus?: boolean;
  readonly asks_confidence?: boolean;
  readonly closes_when_all_answered?: boolean;
  readonly counting_vote?: CountingVote;
  readonly leaderboard?: LeaderboardMode;
  readonly talk_seconds?: number | null;
  readonly talk_from?: number;
  readonly talk_to?: number;
  readonly blocked_words?: readonly string[];
  readonly scoring?: ScoreMode;
  readonly teams?: readonly string[];
  readonly names_off?: boolean;
  readonly trial?: boolean;
  readonly course?: CourseId | null;
  readonly forgets_names?: boolean;
  readonly approves_entry?: boolean;
}

/** Signs the host in with the token of the host link. */
export interface SignInMessage {
  readonly token: string;
}

/** Signs a lecturer in. A wrong name and a wrong passphrase are refused alike. */
export interface LecturerSignInMessage {
  readonly name: string;
  readonly passphrase: string;
}

/** Ends this browser's session; `everywhere`: also those of all other browsers. */
export interface SignOutMessage {
  readonly everywhere?: boolean;
}

/** A new passphrase. All other browsers are signed out. */
export interface ChangePassphraseMessage {
  readonly old: string;
  readonly new: string;
}

/** Makes a link for one more lecturer. */
export interface MakeInvitationMessage {
}

/** What an invitation is for, by its secret as the link carries it. */
export interface LookAtInvitationMessage {
  readonly secret: string;
}

/** Makes an account of an invitation, or gives a lecturer a new passphrase; then `name` does not count. */
export interface AcceptInvitationMessage {
  readonly secret: string;
  readonly name: string;
  readonly passphrase: string;
}

/** What a key to lead a room is for. */
export const KEY_ROLES = [
  /** The lecturer's own phone, walking through the hall. */
  "remote",
  /** Somebody who takes the room over. */
  "colleague",
] as const;
export type KeyRole = (typeof KEY_ROLES)[number];

/** Makes a key by which another device may lead a room. */
export interface MakeKeyMessage {
  readonly role: KeyRole;
}

/** Changes the secret of a key, as its link carries it, for a cookie. */
export interface LeadMessage {
  readonly secret: string;
}

/** An answer to a card, on the axes that were asked. `confidence`: how sure, where somebody wanted to say it. */
export interface PracticeMessage {
  readonly axes: readonly AxisId[];
  readonly picks: Readonly<Record<AxisId, OptionId | readonly OptionId[] | PointMessage | PairsMessage | WordsMessage>>;
  readonly confidence?: Confidence | null;
}

/** All answers to an exam, by question; what is left open is left away. */
export interface HandInExamMessage {
  readonly answers: Readonly<Record<CardId, OptionId>>;
}

/**
 * Sets a homework. The client gives it its own command id and keeps it over repeats; `until` null: until closed.
 *
 * `room`: the sitting that the cards are from, whose report shows what comes back.
 */
export interface SetHomeworkMessage {
  readonly command_id: CommandId;
  readonly deck: string;
  readonly cards: readonly CardId[];
  readonly title?: string;
  readonly until?: number | null;
  readonly room?: string | null;
}

/** Closes a homework, or opens it again. */
export interface CloseHomeworkMessage {
  readonly is_closed: boolean;
}

/** An answer to a card of a homework. `device` is random, made for this homework alone; its first answer counts. */
export interface HomeworkAnswerMessage {
  readonly axes: readonly AxisId[];
  readonly picks: Readonly<Record<AxisId, OptionId | readonly OptionId[] | PointMessage | PairsMessage | WordsMessage>>;
  readonly confidence?: Confidence | null;
  readonly device: string;
  readonly card: CardId;
}

/** Makes a course. A repeat of the same command makes no second one. */
export interface MakeCourseMessage {
  readonly command_id: CommandId;
  readonly title: string;
}

/** Opens a room with the warm-up that a sitting asks for. */
export interface WarmUpMessage {
  readonly command_id: CommandId;
}

/** What was said on one card, after how many milliseconds; without picks: nothing. */
export interface RacedAnswerMessage {
  readonly picks: Readonly<Record<AxisId, OptionId | readonly OptionId[] | PointMessage | PairsMessage | WordsMessage>>;
  readonly thinking_millis: number;
  readonly confidence?: Confidence | null;
}

/** The answers to the first cards of a race, in their order, up to the one that is asked about. */
export interface RaceMessage {
  readonly answers: readonly RacedAnswerMessage[];
}

/** Three names that are free to take, per language. */
export interface OfferedNames {
  readonly nl: readonly string[];
  readonly en: readonly string[];
}

/** What a PIN leads to. `names_off`: only a name on offer can be taken; `course`: the season that it counts to. */
export interface PinView {
  readonly room: RoomId;
  readonly deck_title: Text;
  readonly is_locked: boolean;
  readonly offered_names: OfferedNames;
  readonly names_off: boolean;
  readonly course: CourseId | null;
}

/** A card as the shelf knows it. */
export interface ShelfCard {
  readonly id: CardId;
  readonly title: Text;
  readonly status: CardStatus;
  readonly difficulty: number;
}

/** A deck on the host's shelf. `cards` and `contested` are counts; `shelf_cards` are the cards in their order. */
export interface DeckOutline {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly cards: number;
  readonly contested: number;
  readonly axes: readonly AxisView[];
  readonly shelf_cards: readonly ShelfCard[];
}

/**
 * A line of the host's list of sessions. `ended_at` is null while it is live, `course` where it stands alone.
 *
 * `names_kept`: until they are forgotten.
 */
export interface RoomLine {
  readonly room: RoomId;
  readonly pin: Pin;
  readonly deck: string;
  readonly title: Text;
  readonly opened_at: ServerMillis;
  readonly ended_at: ServerMillis | null;
  readonly course: CourseId | null;
  readonly names_kept: boolean;
}

/**
 * Who this browser is in the house; about a room, who it is there. Not a refusal: a page may ask it of anybody.
 *
 * `lecturer` is the name of who has signed in, null for the owner of the machine and for nobody. `has_lecturers`:
 * there are accounts to sign in to.
 */
export interface SignedIn {
  readonly is_host: boolean;
  readonly lecturer: string | null;
  readonly has_lecturers: boolean;
}

/** A lecturer of the house. */
export interface LecturerLine {
  readonly name: string;
  readonly made_at: ServerMillis;
}

/** What an invitation is for. */
export const PURPOSES = [
  /** The first account of all; void as soon as there is one. */
  "first",
  /** One more lecturer. */
  "new",
  /** A new passphrase for the lecturer of `Invitation.name`. */
  "reset",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** An invitation that still opens, without its secret. `name`: whose passphrase it renews. */
export interface InvitationLine {
  readonly id: string;
  readonly purpose: Purpose;
  readonly made_at: ServerMillis;
  readonly ends_at: ServerMillis;
  readonly name: string | null;
}

/** An invitation that was just made. `link` holds its secret, which is told this once. */
export interface MadeInvitation {
  readonly id: string;
  readonly ends_at: ServerMillis;
  readonly link: string;
}

/** What a link is for, for whoever holds it. `name`: whose passphrase it renews. */
export interface OpenInvitation {
  readonly purpose: Purpose;
  readonly ends_at: ServerMillis;
  readonly name: string | null;
}

/** What an acknowledged answer survives, the strongest first; by the store's own settings. */
export const KEPTS = [
  /** On the disk before it is acknowledged: a power cut loses nothing. */
  "each_write",
  /** In the file before it is acknowledged: a crash loses nothing, a power cut two seconds at most. */
  "each_second",
  /** The store appends to a file, but does not say how soon that is on the disk. */
  "unknown",
  /** In the file before it is acknowledged, on the disk half a minute later: a crash loses nothing. */
  "by_the_system",
  /** A crash loses all since the last snapshot: minutes, or the hour. */
  "by_snapshots",
  /** A crash, or a restart, loses all. */
  "in_memory",
] as const;
export type Kept = (typeof KEPTS)[number];

/** What an acknowledged answer survives, by the store's settings now. */
export interface StoreLine {
  readonly kept: Kept;
}

/** A room that was just opened. */
export interface OpenedRoom {
  readonly room: RoomId;
  readonly pin: Pin;
}

/** A key to lead a room that was just made. `link` holds its secret, which is told this once. */
export interface MadeKey {
  readonly id: string;
  readonly role: KeyRole;
  readonly ends_at: ServerMillis;
  readonly link: string;
}

/** A key to lead a room, without its secret. `made_by` is a key; `is_here`: a device of it is connected. */
export interface KeyLine {
  readonly id: string;
  readonly role: KeyRole;
  readonly made_at: ServerMillis;
  readonly ends_at: ServerMillis;
  readonly made_by: string | null;
  readonly is_here: boolean;
}

/** In what quality somebody leads a room. */
export const LEADERS = [
  "owner",
  "colleague",
  "remote",
] as const;
export type Leader = (typeof LEADERS)[number];

/** In what quality this browser leads a room, which commands it may give, and which keys it may make. */
export interface Leading {
  readonly room: RoomId;
  readonly leader: Leader;
  readonly commands: readonly string[];
  readonly keys: readonly KeyRole[];
}

/** A place in the stored standings. Ties share a rank. */
export interface LeaderboardRow {
  readonly player: PlayerId;
  readonly name: string;
  readonly rank: number;
  readonly points: MilliPoints;
}

/** The stored standings of a room, as of its last reveal. */
export interface Leaderboard {
  readonly rows: readonly LeaderboardRow[];
}

/** Where phones join. `join_host` is `join_url` without scheme and path. */
export interface Address {
  readonly join_url: string;
  readonly join_host: string;
  readonly pin: Pin;
}

/** Where a card came up. `number` counts from 1 as it did in the hall; a trial card has that of the card before. */
export interface CardMark {
  readonly number: number;
  readonly id: CardId;
  readonly title: Text;
  readonly is_trial: boolean;
  readonly at: ServerMillis;
}

/** What the screen was about. */
export const MOMENT_KINDS = [
  "square",
  "read",
  "vote",
  "closed",
  "talk",
  "second_vote",
  "reveal",
  "flow",
  "earlier",
  "ranks",
  "podium",
  "ended",
] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/**
 * From here on the screen showed something else. `card` is what it was about; `number` how many had come up.
 *
 * `axis_label` names the axis of a reveal.
 */
export interface Moment {
  readonly at: ServerMillis;
  readonly version: Version;
  readonly kind: MomentKind;
  readonly number: number;
  readonly card: CardId | null;
  readonly title: Text | null;
  readonly is_trial: boolean;
  readonly axis_label: Text | null;
  readonly board: BoardKind | null;
}

/** What the host did beside going on. What was done about one person is not told. */
export const ACTION_KINDS = [
  "time_added",
  "skipped",
  "undone",
  "earlier",
  "board",
  "locked",
  "unlocked",
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Something that the host did. `seconds` were added; `board` was laid over the slide. */
export interface HostAction {
  readonly at: ServerMillis;
  readonly version: Version;
  readonly kind: ActionKind;
  readonly seconds: number | null;
  readonly board: BoardKind | null;
}

/** How many answers came in, for every `every_millis` from `at` on: the opening of this vote on this card. */
export interface AnswersIn {
  readonly card: CardId;
  readonly vote: number;
  readonly at: ServerMillis;
  readonly every_millis: number;
  readonly counts: readonly number[];
}

/** How a part lies in the whole: its first frame, counted from 0, with the moment and the version of it. */
export interface PartMark {
  readonly frame: number;
  readonly at: ServerMillis;
  readonly version: Version;
}

/**
 * The head of a replay: everything but its frames, which come in `parts`.
 *
 * `version` names this replay. `ended_at` is null and `is_live` true while the sitting goes on; `last_at` is the
 * moment of the last frame. `cards_played` leaves out what was skipped, and the trial card.
 */
export interface Replay {
  readonly room: RoomId;
  readonly version: Version;
  readonly with_names: boolean;
  readonly deck_title: Text;
  readonly opened_at: ServerMillis;
  readonly ended_at: ServerMillis | null;
  readonly last_at: ServerMillis;
  readonly is_live: boolean;
  readonly players: number;
  readonly cards_played: number;
  readonly cards: readonly CardMark[];
  readonly moments: readonly Moment[];
  readonly actions: readonly HostAction[];
  readonly answers: readonly AnswersIn[];
  readonly parts: readonly PartMark[];
}

/** The screen at a version. `at` never falls from frame to frame; `change` maps field names to their new values. */
export interface Frame {
  readonly at: ServerMillis;
  readonly version: Version;
  readonly change: ScreenChange;
}

/** Some of the frames, in order; the first of them is whole, so that a part can be read alone. */
export interface ReplayPart {
  readonly number: number;
  readonly frames: readonly Frame[];
}

/** A course to choose. */
export interface CourseLine {
  readonly id: CourseId;
  readonly title: string;
  readonly made_at: ServerMillis;
}

/** A room of a week. */
export interface WeekRoom {
  readonly room: RoomId;
  readonly title: Text;
  readonly opened_at: ServerMillis;
  readonly is_over: boolean;
  readonly is_warm_up: boolean;
}

/**
 * A step: a sitting, with its warm-up where there was one. `number` counts from 1.
 *
 * `people` came; `came_back` of them had been there before. `right_share` (0..1) is of the first vote, null where
 * nothing was judged. `is_over`: false while its room is still going.
 */
export interface CourseWeek {
  readonly number: number;
  readonly title: Text;
  readonly opened_at: ServerMillis;
  readonly is_over: boolean;
  readonly people: number;
  readonly came_back: number;
  readonly right_share: number | null;
  readonly rooms: readonly WeekRoom[];
}

/** What became of an axis since the time before. */
export const TRENDS = [
  "up",
  "down",
  "same",
  "too_few",
] as const;
export type Trend = (typeof TRENDS)[number];

/** An axis that was asked in the newest week, beside the last time before that it was asked, if ever. */
export interface Sticking {
  readonly axis: AxisId;
  readonly label: Text;
  readonly week: number;
  readonly right_share: number;
  readonly before_week: number | null;
  readonly before_share: number | null;
  readonly trend: Trend;
}

/** A place in the season, under the name of the last time. Ties share a rank. */
export interface SeasonRow {
  readonly rank: number;
  readonly name: string;
  readonly points: MilliPoints;
}

/** Who climbed most places in the newest week. */
export interface Climb {
  readonly name: string;
  readonly from_rank: number;
  readonly to_rank: number;
}

/** A course as its page shows it. `warm_up_from` is the sitting whose cards come back next; null: there is none. */
export interface CourseView {
  readonly course: CourseId;
  readonly title: string;
  readonly weeks: readonly CourseWeek[];
  readonly sticking: readonly Sticking[];
  readonly season: readonly SeasonRow[];
  readonly members: number;
  readonly climb: Climb | null;
  readonly warm_up_from: RoomId | null;
  readonly warm_up_from_week: number | null;
}

/** What comes back for a card that slipped. */
export const STAND_INS = [
  "twin",
  "same_key",
  "itself",
] as const;
export type StandIn = (typeof STAND_INS)[number];

/**
 * A card that comes back, and why: of a card's axes the one that went worst at the first vote.
 *
 * `right_share` and `certain_wrong` (0..1) are parts of its answers there. `title` is the card that is asked now.
 */
export interface WarmUpCard {
  readonly slipped: CardId;
  readonly slipped_title: Text;
  readonly axis: AxisId;
  readonly axis_label: Text;
  readonly right_share: number;
  readonly certain_wrong: number;
  readonly card: CardId;
  readonly title: Text;
  readonly stand_in: StandIn;
}

/** The cards that come back after a sitting, worst first; none: nothing slipped. */
export interface WarmUpView {
  readonly cards: readonly WarmUpCard[];
}

/**
 * A revealed card. Its axes without counts where `few` names them: fewer than five people answered there.
 *
 * `mean` is what stood in the middle of the class after this card: points, or how right it was, of 1000 a card.
 */
export interface SessionCard {
  readonly number: number;
  readonly round: RoundView;
  readonly axes: readonly AxisReveal[];
  readonly few: readonly AxisId[];
  readonly debate: Text | null;
  readonly mean: MilliPoints | null;
}

/** A sitting without a person in it. `can_race`: the class may be raced against as it was. */
export interface ClassSession {
  readonly room: RoomId;
  readonly deck: string;
  readonly deck_title: Text;
  readonly opened_at: ServerMillis;
  readonly is_live: boolean;
  readonly players: number;
  readonly scoring: ScoreMode;
  readonly can_race: boolean;
  readonly cards: readonly SessionCard[];
}

/**
 * A card as it went for this student; `result` is null for a card before they came in.
 *
 * `earned`, `most` and `total` are points in thousandths; in a room without points how right it was, of 1000 a card.
 */
export interface OwnCard {
  readonly number: number;
  readonly card: CardId;
  readonly result: ResultView | null;
  readonly has_answered: boolean;
  readonly earned: MilliPoints;
  readonly most: MilliPoints;
  readonly total: MilliPoints;
}

/** Something said that was not right. `others` stood there too; null where only a handful answered. */
export interface Miss {
  readonly number: number;
  readonly card: CardId;
  readonly axis: AxisId;
  readonly share: number;
  readonly confidence: Confidence | null;
  readonly others: number | null;
}

/** How the own answers of one confidence did. */
export interface OwnSureness {
  readonly confidence: Confidence;
  readonly answers: number;
  readonly right: number;
}

/**
 * A student's own session. Who was taken out has no cards of their own.
 *
 * Beside it stands the ClassSession, with the cards themselves. `total` of `most` points, or shares in a room without;
 * `rank` only where the host shows it. `misses`: what was certain first.
 */
export interface OwnSession {
  readonly name: string;
  readonly is_removed: boolean;
  readonly came_in_at_card: number;
  readonly cards: readonly OwnCard[];
  readonly total: MilliPoints;
  readonly most: MilliPoints;
  readonly rank: number | null;
  readonly ranked: number;
  readonly misses: readonly Miss[];
  readonly confusions: readonly ConfusionView[];
  readonly sureness: readonly OwnSureness[];
}

/** Why a class cannot be raced. */
export const NO_RACES = [
  /** It is still going on. */
  "live",
  /** It kept no points, or its host does not show who stood where. */
  "hidden",
  /** Only a handful of people played, or no card was revealed. */
  "few",
] as const;
export type NoRace = (typeof NO_RACES)[number];

/**
 * A card to race. Times are in milliseconds since its answers opened; `arrivals` are when the class's came in.
 *
 * Each stands at its part of its own limit, put on that of the room. `votes`: 2 where the class voted again.
 */
export interface GhostCard {
  readonly number: number;
  readonly round: RoundView;
  readonly reading_millis: number;
  readonly arrivals: readonly number[];
  readonly votes: number;
  readonly most: MilliPoints;
}

/** All that a race needs to begin with. Without cards `why_not` says why. */
export interface GhostRace {
  readonly room: RoomId;
  readonly deck_title: Text;
  readonly opened_at: ServerMillis;
  readonly ghosts: number;
  readonly why_not: NoRace | null;
  readonly cards: readonly GhostCard[];
}

/** How many ghosts had so many points. */
export interface TreadCount {
  readonly points: MilliPoints;
  readonly count: number;
}

/** How the racer did on a card so far. `missed` are the axes on which something was said that was not right. */
export interface RacedMark {
  readonly number: number;
  readonly card: CardId;
  readonly points: MilliPoints;
  readonly missed: readonly AxisId[];
}

/** Where the racer would stand after a card, and its truth. `beside`: ghosts with just as many points. */
export interface RacedCard {
  readonly number: number;
  readonly result: ResultView;
  readonly axes: readonly AxisReveal[];
  readonly debate: Text | null;
  readonly total: MilliPoints;
  readonly most: MilliPoints;
  readonly rank: number;
  readonly ranked: number;
  readonly beside: number;
  readonly treads: readonly TreadCount[];
  readonly marks: readonly RacedMark[];
}

/** A card by name. */
export interface CardName {
  readonly id: CardId;
  readonly title: Text;
}

/** A deck that can be practised. */
export interface PracticeDeck {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly cards: readonly CardName[];
}

/** A mock exam on the list. `items` have options, `questions` want words; `minutes` null: as long as it takes. */
export interface ExamOutline {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly items: number;
  readonly questions: number;
  readonly minutes: number | null;
}

/** All that can be practised at one's own pace. */
export interface PracticeShelf {
  readonly decks: readonly PracticeDeck[];
  readonly exams: readonly ExamOutline[];
}

/**
 * How an answer did. `is_hit`: right on every axis that was asked; null where only words of one's own were.
 *
 * `shares` (0..1) say how right each axis was, but words; `axes` are the truth, its counts those of this one answer.
 */
export interface PracticeResult {
  readonly card: CardId;
  readonly is_hit: boolean | null;
  readonly shares: Readonly<Record<AxisId, number>>;
  readonly result: ResultView;
  readonly axes: readonly AxisReveal[];
  readonly debate: Text | null;
}

/** The three parts of the exam. */
export const SECTION_KINDS = [
  "theory",
  "case",
  "open",
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** The case that the questions of a section are about. */
export interface ExamCase {
  readonly title: Text;
  readonly paragraphs: readonly Text[];
}

/** One answer to a question, or one point of a rubric. */
export interface ExamOption {
  readonly id: OptionId;
  readonly text: Text;
}

/** A question of an exam without its key, nor the place in the case that decides it. No options: it wants words. */
export interface ExamItemView {
  readonly id: CardId;
  readonly question: Text;
  readonly options: readonly ExamOption[];
}

/** A part of an exam, its questions in the author's order. */
export interface ExamSection {
  readonly kind: SectionKind;
  readonly title: Text;
  readonly case: ExamCase | null;
  readonly items: readonly ExamItemView[];
}

/** A whole mock exam as it lies on the table. */
export interface ExamSheet {
  readonly id: string;
  readonly title: Text;
  readonly about: Text;
  readonly minutes: number | null;
  readonly sections: readonly ExamSection[];
}

/** One question with options, marked. `said` is null where it was left open. */
export interface ExamItemMark {
  readonly item: CardId;
  readonly said: OptionId | null;
  readonly key: OptionId;
  readonly is_right: boolean;
  readonly why: Text;
}

/** How the questions on one theme and model went. */
export interface ExamModelRow {
  readonly theme: string;
  readonly model: string;
  readonly right: number;
  readonly asked: number;
}

/** `rows` come in the order in which their models are asked first. */
export interface ExamMarks {
  readonly right: number;
  readonly asked: number;
  readonly items: readonly ExamItemMark[];
  readonly rows: readonly ExamModelRow[];
}

/** What a question in words asked for, to mark one's own answer by. */
export interface ModelAnswer {
  readonly item: CardId;
  readonly model_answer: Text;
  readonly rubric: readonly ExamOption[];
}

/** How an exam went, after it was handed in. */
export interface ExamResult {
  readonly exam: string;
  readonly marks: ExamMarks;
  readonly questions: readonly ModelAnswer[];
}

/** A homework as its link shows it. `is_open`: results still come in. `title` may be empty. */
export interface HomeworkView {
  readonly id: string;
  readonly title: string;
  readonly deck: string;
  readonly deck_title: Text;
  readonly cards: readonly CardName[];
  readonly until: ServerMillis | null;
  readonly closed_at: ServerMillis | null;
  readonly is_open: boolean;
}

/** A homework on the lecturer's list. `devices` have handed in at least one card; `room`: whose cards they are. */
export interface HomeworkLine {
  readonly id: string;
  readonly title: string;
  readonly deck: string;
  readonly deck_title: Text;
  readonly cards: number;
  readonly made_at: ServerMillis;
  readonly until: ServerMillis | null;
  readonly closed_at: ServerMillis | null;
  readonly is_open: boolean;
  readonly devices: number;
  readonly room: RoomId | null;
  readonly link: string;
}

/** First tries on one axis: how many, how many of them were right, and their mean share (0..1) of the point. */
export interface HomeworkAxisRow {
  readonly axis: AxisId;
  readonly label: Text;
  readonly tries: number;
  readonly right: number;
  readonly mean_share: number;
}

/** First tries on one card; `right` counts those that were right on every axis. */
export interface HomeworkCardRow {
  readonly card: CardId;
  readonly title: Text;
  readonly tries: number;
  readonly right: number;
  readonly axes: readonly HomeworkAxisRow[];
}

/** `begun` devices have handed in a card, `finished` all of them. `cards` stand in the order they were set in. */
export interface HomeworkReport {
  readonly homework: string;
  readonly begun: number;
  readonly finished: number;
  readonly cards: readonly HomeworkCardRow[];
}

/** The cards of a sitting that went worst, the worst first. */
export interface WorstCards {
  readonly room: RoomId;
  readonly deck: string;
  readonly cards: readonly CardName[];
}

/** The one sentence about the hour: what they know, what still blurs, both, or neither. */
export const FINDING_KINDS = [
  "nothing_yet",
  "know_and_blur",
  "know",
  "blur",
  "mixed",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What the sentence is made of: the axis that is known best, and what is mixed up most. */
export interface Finding {
  readonly kind: FindingKind;
  readonly known: Text | null;
  readonly blurred: ConfusionView | null;
}

/**
 * What a correlation says of a card or an axis.
 *
 * Below zero those who know less are right more often: look at the key. Below 0.20 it tells little, from there on it
 * tells knowers from guessers. `same`: everybody said the same, or knows the same; `contested`: more can be right;
 * `unmarked`: words that nobody has marked.
 */
export const FITS = [
  "tells",
  "weak",
  "check_key",
  "too_few",
  "same",
  "contested",
  "unmarked",
] as const;
export type Fit = (typeof FITS)[number];

/**
 * How a card or axis tells knowers from guessers, over the `people` who also said something elsewhere.
 *
 * `best` and `lowest` are the shares right of those in the best and in the lowest third of all the rest.
 */
export interface Discrimination {
  readonly fit: Fit;
  readonly people: number;
  readonly r: number | null;
  readonly best: number | null;
  readonly lowest: number | null;
}

/** What a talk did, of the picks of the first vote: shares right before and after, and how many came and left. */
export interface Gain {
  readonly before: number;
  readonly after: number;
  readonly came: number;
  readonly left: number;
}

/** How long people thought: the quartiles, by linear interpolation. */
export interface Times {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/**
 * How an option was used at the first vote.
 *
 * `choosing_r` correlates choosing it with the rest: on a wrong option above zero, those who know more choose it.
 * `is_idle`: a wrong option that so few choose that it does no work. `trap` is why it tempts, where that was written.
 */
export interface OptionUse {
  readonly option: OptionId;
  readonly label: Text;
  readonly is_key: boolean;
  readonly count: number;
  readonly share: number;
  readonly choosing_r: number | null;
  readonly is_idle: boolean;
  readonly trap: Text | null;
}

/** The trap of an axis that most fell into at the first vote. */
export interface FallenFor {
  readonly pick: OptionId;
  readonly text: Text;
  readonly count: number;
}

/**
 * One axis of one card, at the first vote.
 *
 * `right_share` and `mean_share` are null while nothing is judged; `options` is empty where no option is chosen.
 */
export interface AxisReport {
  readonly axis: AxisId;
  readonly label: Text;
  readonly question: Text;
  readonly kind: AxisKind;
  readonly is_contested: boolean;
  readonly answers: number;
  readonly right_share: number | null;
  readonly mean_share: number | null;
  readonly discrimination: Discrimination;
  readonly options: readonly OptionUse[];
  readonly confused: ConfusionView | null;
  readonly fallen_for: FallenFor | null;
  readonly gain: Gain | null;
  readonly agreement: number | null;
}

/** One card: what it says of the class as a whole, and along each of its axes. `number` counts from 1. */
export interface CardReport {
  readonly number: number;
  readonly id: CardId;
  readonly title: Text;
  readonly is_contested: boolean;
  readonly shown_at: ServerMillis;
  readonly revealed_at: ServerMillis;
  readonly people: number;
  readonly right_share: number | null;
  readonly mean_share: number | null;
  readonly discrimination: Discrimination;
  readonly gain: Gain | null;
  readonly times: Times | null;
  readonly certain_wrong: number;
  readonly axes: readonly AxisReport[];
}

/** Something that somebody had wrong at the first vote, where one answer is right. */
export interface StudentMiss {
  readonly number: number;
  readonly axis: AxisId;
  readonly confidence: Confidence | null;
}

/**
 * One person's hour. Of `judged` picks with one right answer `right` were right, `rated` with a confidence,
 * `certain` certain.
 *
 * `cards` were there since this person came in (from card `came_in_at` on), of which `answered` were answered.
 */
export interface StudentReport {
  readonly name: string;
  readonly rank: number;
  readonly points: MilliPoints;
  readonly came_in_at: number;
  readonly cards: number;
  readonly answered: number;
  readonly judged: number;
  readonly right: number;
  readonly rated: number;
  readonly certain: number;
  readonly certain_wrong: number;
  readonly misses: readonly StudentMiss[];
}

/** Why somebody may need a word of the lecturer. */
export const WORD_REASONS = [
  "certain_and_wrong",
  "lost",
  "came_late",
  "never_sure",
  "silent",
] as const;
export type WordReason = (typeof WORD_REASONS)[number];

/** Somebody who needs a word: `student` is the place in the report's list of students. */
export interface NeedsWord {
  readonly student: number;
  readonly reason: WordReason;
}

/**
 * A lecturer's report. `talk_from` and `talk_to` bound the shares right between which talking pays.
 *
 * `ended_at` null: the sitting goes on. `with_names` says whether `students` bear their own names.
 */
export interface Report {
  readonly room: RoomId;
  readonly deck_title: Text;
  readonly opened_at: ServerMillis;
  readonly ended_at: ServerMillis | null;
  readonly with_names: boolean;
  readonly people: number;
  readonly talk_from: number;
  readonly talk_to: number;
  readonly has_points: boolean;
  readonly asked_confidence: boolean;
  readonly right_share: number | null;
  readonly finding: Finding;
  readonly confusions: readonly ConfusionView[];
  readonly calibration: CalibrationView;
  readonly cards: readonly CardReport[];
  readonly students: readonly StudentReport[];
  readonly words: readonly NeedsWord[];
}

/** The part of a ScreenView that a frame of a replay changes; the first frame of a part changes all of it. */
export type ScreenChange = Partial<ScreenView>;

/** The server has it: the room's log is at least at `version`. */
export interface Accepted {
  readonly ok: true;
  readonly version: Version;
}

/** Refused. With `retry` the same command may be sent again, unchanged. */
export interface Refused {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly retry: boolean;
  /** What would have been accepted instead, where there is such a thing: a free name. */
  readonly suggestion?: string;
}

/** The one answer to every command. */
export type Ack = Accepted | Refused;

/** The body of every HTTP error. */
export interface HttpError {
  readonly code: RefusalCode;
  readonly retry: boolean;
}

/** Codes after which the same command may succeed unchanged. */
export const RETRY_CODES: readonly RefusalCode[] = ["TOO_FAST", "SERVER_BUSY", "STORAGE_FULL"];

/** What the server sends: the body of each event. Every one is whole. */
export interface ServerToClient {
  readonly room: RoomView;
  readonly seat: SeatView | null;
  readonly screen: ScreenView;
  readonly host: HostView;
  readonly roster: RosterView;
}

/** What a player may send. */
export interface PlayerCommands {
  readonly join: JoinMessage;
  readonly answer: AnswerMessage;
  readonly team: TeamMessage;
}

/** What the host may send. */
export interface HostCommands {
  readonly step: StepMessage;
  readonly back: BackMessage;
  readonly undo: UndoMessage;
  readonly talk: TalkMessage;
  readonly extend: ExtendMessage;
  readonly skip: SkipMessage;
  readonly arrange: ArrangeMessage;
  readonly earlier: EarlierMessage;
  readonly board: BoardMessage;
  readonly choose_axes: ChooseAxesMessage;
  readonly change_settings: ChangeSettingsMessage;
  readonly lock: LockMessage;
  readonly remove: RemoveMessage;
  readonly remove_since: RemoveSinceMessage;
  readonly let_back: LetBackMessage;
  readonly let_all_back: LetAllBackMessage;
  readonly approve_entry: ApproveEntryMessage;
  readonly let_in: LetInMessage;
  readonly let_in_until: LetInUntilMessage;
  readonly turn_away: TurnAwayMessage;
  readonly turn_away_since: TurnAwaySinceMessage;
  readonly rename: RenameMessage;
  readonly put_in_team: PutInTeamMessage;
  readonly extra_time: ExtraTimeMessage;
  readonly group: GroupAnswersMessage;
  readonly podium: PodiumMessage;
  readonly end: EndMessage;
}

/** Everything that may be sent; each is answered with one Ack. */
export interface Commands extends PlayerCommands, HostCommands {}
export type CommandName = keyof Commands;
