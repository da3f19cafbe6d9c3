/** What every way of answering is given, and what it gives back. */
import type { AxisView, OptionId } from "../../wire/generated";
import type { Said } from "../../wire/said";
import type { AnswerSheet, Standing } from "../answer_sheet.svelte";

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
