/** What can be said on one axis, in the shape that the wire has for its kind. */
import type { AnswerMessage, Pairs, Point, Words } from "./generated";

export type Said = AnswerMessage["picks"][string];

/** Whether two picks say the same; order counts where it means something, and a set is kept in one order. */
export function saysTheSame(one: Said | undefined, other: Said | undefined): boolean {
  return one === other || JSON.stringify(inOneOrder(one)) === JSON.stringify(inOneOrder(other));
}

function inOneOrder(said: Said | undefined): unknown {
  if (said === undefined || typeof said === "string" || Array.isArray(said)) return said;
  const fields = "pairs" in said ? said.pairs : said;
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}

export const isPoint = (said: Said | undefined): said is Point => typeof said === "object" && "x" in said;
export const isPairs = (said: Said | undefined): said is Pairs => typeof said === "object" && "pairs" in said;
export const isWords = (said: Said | undefined): said is Words => typeof said === "object" && "text" in said;
export const isList = (said: Said | undefined): said is readonly string[] => Array.isArray(said);

/** The option of a pick that is one option. */
export const optionOf = (said: Said | undefined): string | undefined => (typeof said === "string" ? said : undefined);
