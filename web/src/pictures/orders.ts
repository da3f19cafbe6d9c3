/** An order that the class put down: where everybody stopped, and which trap it shows. Pure; counts come from the server. */
import type { AxisReveal, AxisView, OptionView, OrderDetail } from "../wire/generated";
import { sum } from "./figures";
import { type FallenInto, worstTrap } from "./tallies";

/** One step of the right order. Options that may change places share it. */
export interface OrderStep {
  readonly options: readonly OptionView[];
  /** How many people stopped here: all who made their first mistake after it, on the last step all who made none. */
  readonly count: number;
  readonly isTop: boolean;
  /** Whether a first mistake after this step cannot be: what is left is then right by itself. */
  readonly isAlwaysEmpty: boolean;
}

export interface OrderTally {
  /** How many had the first wrong. */
  readonly ground: number;
  readonly steps: readonly OrderStep[];
  /** The step behind which most of those stopped who stopped short, -1 for the ground; null when everybody is on top. */
  readonly brokenAfter: number | null;
}

/** The steps of the right order with the people who stopped on each. */
export function orderTally(axis: AxisView, detail: OrderDetail): OrderTally {
  const options = new Map(axis.options.map((option) => [option.id, option]));
  let end = 0;
  const last = detail.key.length - 1;
  const steps = detail.key.map((ids, place): OrderStep => {
    const begin = end;
    end += ids.length;
    const count = sum(detail.reached.slice(begin + 1, end + 1));
    return {
      options: ids.flatMap((id) => options.get(id) ?? []),
      count,
      isTop: place === last,
      isAlwaysEmpty: place === last - 1 && count === 0,
    };
  });
  const ground = detail.reached[0] ?? 0;
  const stopped = [ground, ...steps.slice(0, -1).map((step) => step.count)];
  const most = Math.max(...stopped);
  return { ground, steps, brokenAfter: most > 0 ? stopped.indexOf(most) - 1 : null };
}

/** What a trap of an order says: the first was put before the second. */
export interface OrderTrap extends FallenInto {
  readonly first: OptionView;
  readonly second: OptionView;
}

/** The trap of an order that most fell into; null when nobody did, or on an axis of another kind. */
export function orderTrap(axis: AxisView, reveal: AxisReveal): OrderTrap | null {
  const fallen = reveal.detail.order && worstTrap(reveal);
  const [first, second] = (fallen?.trap.pick.split(">") ?? []).map((id) => axis.options.find((option) => option.id === id));
  return fallen && first && second ? { ...fallen, first, second } : null;
}
