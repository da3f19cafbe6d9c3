/** What views hold when nothing special is going on, for samples and tests. */
import type {
  AxisAdvice,
  AxisResult,
  AxisView,
  CardOutline,
  HostView,
  KindDetail,
  RevealView,
  RoomView,
  RosterRow,
  RoundView,
  ScreenView,
  SeatView,
  SettingsView,
} from "./generated";

export const noDetail: KindDetail = { combinations: [], order: null, items: [], plane: null, open: null };
export const plainAxis: Pick<AxisView, "asks" | "items" | "x_axis" | "y_axis"> = {
  asks: null,
  items: [],
  x_axis: null,
  y_axis: null,
};

/** A card of the deck at its first vote. */
export const firstVote: Pick<RoundView, "is_trial" | "asks_confidence" | "vote" | "open_axes" | "talk_ends_at"> = {
  is_trial: false,
  asks_confidence: false,
  vote: 1,
  open_axes: [],
  talk_ends_at: null,
};
export const atReveal: Pick<RevealView, "shows_flow" | "is_earlier"> = { shows_flow: false, is_earlier: false };
export const oneVote: Pick<AxisResult, "first_pick"> = { first_pick: null };
export const sureOfNothing = { vote: 1, confidence: null } as const;
export const plainResult = { confidence: null, is_trial: false, counted_vote: 1 } as const;

/** A room in which everyone collects points for himself. */
export const soloRoom: Pick<RoomView, "scoring" | "leaderboard_mode" | "offered_names_only" | "team_names" | "honours"> = {
  scoring: "solo",
  leaderboard_mode: "full",
  offered_names_only: false,
  team_names: [],
  honours: [],
};
export const soloScreen: Pick<ScreenView, "scoring" | "honours" | "teams" | "board"> = {
  scoring: "solo",
  honours: [],
  teams: [],
  board: null,
};
export const plainSeat: Pick<SeatView, "door" | "team" | "streak" | "own_time"> = { door: null, team: null, streak: 0, own_time: null };

export const plainSettings: SettingsView = {
  reading_seconds: 10,
  answer_seconds: 60,
  speed_bonus: false,
  asks_confidence: false,
  closes_when_all_answered: false,
  counting_vote: "second",
  leaderboard: "full",
  talk_seconds: 180,
  talk_from: 0.35,
  talk_to: 0.7,
  blocked_words: [],
  scoring: "solo",
  teams: [],
  offered_names_only: false,
};
export const noAdvice: AxisAdvice = { suggestion: "wait", answers: 0, agreement: null, certain_wrong: 0, confused: null };
export const plainHost: Pick<
  HostView,
  | "door" | "settings" | "still_writing" | "shows_flow" | "talk_axes" | "twin" | "honours" | "teams" | "confusions" | "board" | "undo"
> = {
  door: { approves_entry: false, waiting: 0, removal: null },
  settings: plainSettings,
  still_writing: 0,
  shows_flow: false,
  talk_axes: [],
  twin: null,
  honours: [],
  teams: [],
  confusions: [],
  board: null,
  undo: null,
};
export const plainCard: Pick<CardOutline, "is_trial" | "twin_of"> = { is_trial: false, twin_of: null };
export const plainRow: Pick<RosterRow, "joined_at" | "line" | "team" | "allowance"> = {
  joined_at: 0,
  line: "here",
  team: null,
  allowance: "usual",
};
