/** Building an order by taps: what a tap on the pool or on an arrow makes of it. Pure; ids in, a new order out. */
import type { OptionId } from "../../wire/generated";

export type Order = readonly OptionId[];

/** The order after a tap in the pool: the option on the next free step, and the last one left places itself. */
export function placed(order: Order, option: OptionId, all: Order): Order {
  if (order.includes(option)) return order;
  const next = [...order, option];
  const left = all.filter((candidate) => !next.includes(candidate));
  return left.length === 1 ? [...next, ...left] : next;
}

/** The order without an option; what stood after it moves up. */
export function takenBack(order: Order, option: OptionId): Order {
  return order.filter((candidate) => candidate !== option);
}

/** The order with an option one step further (1) or back (-1); the same order where there is no such step. */
export function moved(order: Order, option: OptionId, by: 1 | -1): Order {
  const from = order.indexOf(option);
  const neighbour = order[from + by];
  if (from < 0 || neighbour === undefined) return order;
  const next = [...order];
  next[from] = neighbour;
  next[from + by] = option;
  return next;
}

/** How many stand right from the start; within a tie (several options on one step of the key) any order is right. */
export function rightFromStart(order: Order, key: readonly Order[]): number {
  const allowed = key.flatMap((step) => step.map(() => step));
  const broken = order.findIndex((option, place) => !allowed[place]?.includes(option));
  return broken < 0 ? order.length : broken;
}
