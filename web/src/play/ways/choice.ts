/** What every way of answering is given, and what it gives back. */
import type { AxisResult, AxisReveal, AxisView, OptionId } from "../../wire/generated";
import type { Said } from "../../wire/said";
import type { AnswerSheet } from "../answer_sheet.svelte";
import type { Standing } from "../sheet";

/** An axis on the sheet of an open card. */
export interface SheetAxis {
  axis: AxisView;
  sheet: AnswerSheet;
  isOpen: boolean;
  /** The only axis of the card. */
  isOnly: boolean;
  /** Milliseconds until the deadline; null when there is none. */
  left: number | null;
  /** Decides this phone's order of options that are no scale. */
  seed: string;
}

export interface Choice {
  axis: AxisView;
  pick: Said | undefined;
  /** An order that is not whole yet. */
  draft: readonly OptionId[] | undefined;
  isOpen: boolean;
  /** The only axis of the card. */
  isOnly: boolean;
  /** Decides this phone's order of options that are no scale. */
  seed: string;
  /** A pick, or none any more. */
  onchoose: (said: Said | undefined) => void;
  /** One action of several that make a pick together. */
  onact: (standing: Standing) => void;
  /** Words as they are typed. */
  onwrite: (said: Said | undefined) => void;
}

/** One object, since spreading many props would bring its machinery onto every phone, also those that never need it. */
export interface ChoiceProps {
  on: Choice;
}

/** One axis of the reveal, as a student sees it. */
export interface OutcomeOf {
  readonly axis: AxisView;
  readonly reveal: AxisReveal;
  /** Null for a student who was not there for this card. */
  readonly result: AxisResult | null;
  /** Which vote the verdict is about, where the axis was voted on twice. */
  readonly countedVote: number | undefined;
  readonly showsPoints: boolean;
}
