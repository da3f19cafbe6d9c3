/* Generated from the server's own types by `make wire`. Not for editing: change the Python type instead. */

/** The edition of the protocol that these types describe. */
export const PROTOCOL = 1;

/* The bounds of what a host may choose. */
export const READING_SECONDS_MOST = 120;
export const ANSWER_SECONDS_LEAST = 5;
export const ANSWER_SECONDS_MOST = 1800;
export const EXTEND_SECONDS = 15;

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

/** The card on the screen. `closes_at` is null while there is no deadline, `limit_millis` without a limit. */
export interface RoundView {
  readonly card: CardId;
  readonly title: Text;
  readonly person: string;
  readonly story: Text;
  readonly axes: readonly AxisView[];
  readonly opens_at: ServerMillis;
  readonly closes_at: ServerMillis | null;
  readonly limit_millis: number | null;
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

/**
 * The truth on one axis, with where the class stood.
 *
 * `counts` has every option, also at 0: who chose it, or on a plane who tapped nearest to it. `trap_counts` says how
 * many fell into each of `traps`, in their order.
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
}

/** A revealed card. `shown_axis` is the one whose picture the screen shows. */
export interface RevealView {
  readonly shown_axis: AxisId;
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

/**
 * What all phones share; encoded once and broadcast.
 *
 * `deck_kinds` are the ways of answering that the deck asks for, so that a phone has them ready before a round opens.
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
  readonly round: RoundView | null;
  readonly reveal: RevealView | null;
  readonly podium: readonly StandingRow[];
}

/** A seat's public id: a prefix of the hash of the seat's secret token, so that it can be shown and the token cannot. */
export type PlayerId = string;

/** Items of a story, each with the option that it goes with. An item may be left out. */
export interface Pairs {
  readonly pairs: Readonly<Record<string, OptionId>>;
}

/** A short text of one's own. */
export interface Words {
  readonly text: string;
}

/** What the server holds of a player's answer to the card on the screen. */
export interface AnswerView {
  readonly card: CardId;
  readonly picks: Readonly<Record<AxisId, OptionId | readonly OptionId[] | Point | Pairs | Words>>;
  readonly at: ServerMillis;
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

/** How one pick did. `points` is without the speed bonus. */
export interface AxisResult {
  readonly axis: AxisId;
  readonly pick: OptionId | readonly OptionId[] | Point | Pairs | Words | null;
  readonly verdict: Verdict;
  readonly points: MilliPoints;
}

/** A player's result on the revealed card. `points` includes `bonus`; `most` is what could be earned at best. */
export interface ResultView {
  readonly card: CardId;
  readonly axes: readonly AxisResult[];
  readonly points: MilliPoints;
  readonly bonus: MilliPoints;
  readonly most: MilliPoints;
}

/** What one phone alone knows. Ranks are null before the first reveal and while removed. */
export interface SeatView {
  readonly version: Version;
  readonly server_now: ServerMillis;
  readonly player: PlayerId;
  readonly name: string;
  readonly is_removed: boolean;
  readonly came_in_at_card: number;
  readonly answer: AnswerView | null;
  readonly result: ResultView | null;
  readonly points: MilliPoints;
  readonly rank: number | null;
  readonly previous_rank: number | null;
  readonly ranked: number;
}

/** Six digits lent to an open room; never part of the log's key. */
export type Pin = string;

/** What the projector shows. `newest_names` are the last to arrive, the newest last. */
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
  readonly round: RoundView | null;
  readonly reveal: RevealView | null;
  readonly leaderboard: readonly StandingRow[];
  readonly podium: readonly StandingRow[];
}

/** A contested card has more than one defensible answer on at least one axis. */
export const CARD_STATUSES = [
  "clear",
  "contested",
] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** Where a card stands in the run. */
export const CARD_STATES = [
  "done",
  "current",
  "coming",
] as const;
export type CardState = (typeof CARD_STATES)[number];

/** A card in the host's run. `right_share` (0..1) is the mean share over its asked axes once revealed. */
export interface CardOutline {
  readonly id: CardId;
  readonly title: Text;
  readonly status: CardStatus;
  readonly state: CardState;
  readonly right_share: number | null;
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
}

/** What the host's one key does next. */
export const STEP_ACTIONS = [
  "show_card",
  "open_round",
  "close_round",
  "reveal",
  "show_axis",
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
 */
export interface HostView {
  readonly version: Version;
  readonly server_now: ServerMillis;
  readonly room: RoomId;
  readonly pin: Pin;
  readonly phase: Phase;
  readonly is_locked: boolean;
  readonly deck_title: Text;
  readonly deck_axes: readonly AxisView[];
  readonly asked_axes: readonly AxisId[];
  readonly reading_seconds: number;
  readonly answer_seconds: number | null;
  readonly speed_bonus: boolean;
  readonly cards: readonly CardOutline[];
  readonly card_number: number;
  readonly card_count: number;
  readonly players: number;
  readonly answered: number;
  readonly round: RoundView | null;
  readonly keys: readonly HostAxis[];
  readonly debate: Text | null;
  readonly note: Text | null;
  readonly shown_axis: AxisId | null;
  readonly leaderboard: readonly StandingRow[];
  readonly podium: readonly StandingRow[];
  readonly next_step: StepView | null;
  readonly back_step: StepView | null;
}

/** One seat in the host's list. */
export interface RosterRow {
  readonly player: PlayerId;
  readonly name: string;
  readonly is_removed: boolean;
  readonly has_answered: boolean;
  readonly points: MilliPoints;
  readonly rank: number | null;
}

/** Everybody with a seat, in order of arrival; for the host alone. */
export interface RosterView {
  readonly version: Version;
  readonly rows: readonly RosterRow[];
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
  /** The server has no deck of that id. */
  "DECK_NOT_FOUND",
  /** Nothing is left of the name once spaces and invisible characters are gone. */
  "NAME_EMPTY",
  /** More characters than a name may have. */
  "NAME_TOO_LONG",
  /** Another player has this name, or one that looks the same; `suggestion` is free. */
  "NAME_TAKEN",
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
  /** The store has no memory left; nothing was kept. */
  "STORAGE_FULL",
  /** A mistake of ours; it is in the log of the server. */
  "SERVER_ERROR",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What a client says when it connects. `token`: players only. */
export interface Handshake {
  readonly protocol: 1;
  readonly role: "player" | "screen" | "host";
  readonly room: string;
  readonly token?: string | null;
}

/** The id that a client gives its command, so that a repeat is recognised. */
export type CommandId = string;

/** Takes a seat under a name. Repeated by a device that has a seat, it is answered as the first time. */
export interface JoinMessage {
  readonly command_id: CommandId;
  readonly name: string;
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
 * `shown_millis` is how long this device's own screen has shown the open card.
 */
export interface AnswerMessage {
  readonly command_id: CommandId;
  readonly card: CardId;
  readonly picks: Readonly<Record<AxisId, OptionId | readonly OptionId[] | PointMessage | PairsMessage | WordsMessage>>;
  readonly shown_millis: number;
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

/** Gives the open round of this card more time. */
export interface ExtendMessage {
  readonly command_id: CommandId;
  readonly card: CardId;
  readonly seconds: number;
}

/** The next cards are asked on these axes of the deck. */
export interface ChooseAxesMessage {
  readonly command_id: CommandId;
  readonly axes: readonly AxisId[];
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

/** Undoes a removal. */
export interface LetBackMessage {
  readonly command_id: CommandId;
  readonly player: PlayerId;
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

/**
 * Opens a room on a deck; what is left away is the default. `answer_seconds` null: no limit.
 *
 * `cards` are played in this order; left away: all of the deck, in its own.
 */
export interface OpenRoomMessage {
  readonly command_id: CommandId;
  readonly deck: string;
  readonly cards?: readonly CardId[] | null;
  readonly axes?: readonly AxisId[] | null;
  readonly reading_seconds?: number;
  readonly answer_seconds?: number | null;
  readonly speed_bonus?: boolean;
}

/** Signs the host in with the token of the host link. */
export interface SignInMessage {
  readonly token: string;
}

/** Three names that are free to take, per language. */
export interface OfferedNames {
  readonly nl: readonly string[];
  readonly en: readonly string[];
}

/** What a PIN leads to. */
export interface PinView {
  readonly room: RoomId;
  readonly deck_title: Text;
  readonly is_locked: boolean;
  readonly offered_names: OfferedNames;
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

/** A line of the host's list of sessions. `ended_at` is null while it is live. */
export interface RoomLine {
  readonly room: RoomId;
  readonly pin: Pin;
  readonly deck: string;
  readonly title: Text;
  readonly opened_at: ServerMillis;
  readonly ended_at: ServerMillis | null;
}

/** Whether this browser holds the host's cookie. Not a refusal: a page may ask it of anybody. */
export interface SignedIn {
  readonly is_host: boolean;
}

/** A room that was just opened. */
export interface OpenedRoom {
  readonly room: RoomId;
  readonly pin: Pin;
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

/** Where a card came up, for the timeline. `number` counts from 1. */
export interface CardMark {
  readonly number: number;
  readonly id: CardId;
  readonly title: Text;
  readonly at: ServerMillis;
}

/** The screen at a version. `at` never falls from frame to frame; `change` maps field names to their new values. */
export interface Frame {
  readonly at: ServerMillis;
  readonly version: Version;
  readonly change: ScreenChange;
}

/** A room played back. `ended_at` is null and `is_live` true while the sitting goes on. */
export interface Replay {
  readonly room: RoomId;
  readonly deck_title: Text;
  readonly opened_at: ServerMillis;
  readonly ended_at: ServerMillis | null;
  readonly is_live: boolean;
  readonly players: number;
  readonly cards: readonly CardMark[];
  readonly frames: readonly Frame[];
}

/** The part of a ScreenView that a frame of a replay changes; the first frame changes all of it. */
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
export const RETRY_CODES: readonly RefusalCode[] = ["TOO_FAST", "SERVER_BUSY"];

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
}

/** What the host may send. */
export interface HostCommands {
  readonly step: StepMessage;
  readonly back: BackMessage;
  readonly extend: ExtendMessage;
  readonly choose_axes: ChooseAxesMessage;
  readonly lock: LockMessage;
  readonly remove: RemoveMessage;
  readonly let_back: LetBackMessage;
  readonly group: GroupAnswersMessage;
  readonly podium: PodiumMessage;
  readonly end: EndMessage;
}

/** Everything that may be sent; each is answered with one Ack. */
export interface Commands extends PlayerCommands, HostCommands {}
export type CommandName = keyof Commands;
