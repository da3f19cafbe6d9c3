/** What stands on an answer sheet, in pieces: picks, drafts of them, and how sure. */
import type { Ack, AxisId, CardId, Confidence, OptionId } from "../wire/generated";
import { saysTheSame, type Said } from "../wire/said";

export type Picks = Readonly<Record<AxisId, Said>>;

/** Orders that are not whole yet: they stand on the sheet, and are no answer. */
export type Drafts = Readonly<Record<AxisId, readonly OptionId[]>>;

/** What stands on one axis: a pick, a draft of one, or neither. */
export interface Standing {
  readonly pick: Said | undefined;
  readonly draft?: readonly OptionId[] | undefined;
}

/** What a sheet says: its picks, and how sure one is of them; null where that is not said. */
export interface Spoken {
  readonly picks: Picks;
  readonly confidence: Confidence | null;
}

/** Sends what a sheet says and resolves with the server's answer, however long the line is away. */
export type SendPicks = (spoken: Spoken, shownMillis: number) => Promise<Ack>;

/** Which sheet it is: of which card, in which of its two votes, and what that asks. */
export interface SheetPlace {
  readonly room: string;
  readonly card: CardId;
  readonly axes: readonly AxisId[];
  readonly vote?: number;
  readonly asksConfidence?: boolean;
}

/** The part of some values that is of these axes. */
export function onlyOf<Value>(axes: readonly AxisId[], values: Readonly<Record<AxisId, Value>>): Record<AxisId, Value> {
  return Object.fromEntries(Object.entries(values).filter(([axis]) => axes.includes(axis)));
}

/** A copy in which an axis has this value, or none. */
export function withAxis<Value>(values: Readonly<Record<AxisId, Value>>, axis: AxisId, value: Value | undefined): Record<AxisId, Value> {
  const { [axis]: _, ...others } = values;
  return value === undefined ? others : { ...others, [axis]: value };
}

/** Whether two sheets say the same. */
export function samePicks(one: Picks, other: Picks): boolean {
  const axes = Object.keys(one);
  return axes.length === Object.keys(other).length && axes.every((axis) => saysTheSame(one[axis], other[axis]));
}
