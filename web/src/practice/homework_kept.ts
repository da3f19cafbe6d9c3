/** What this device keeps of a homework: an id made for it alone, and which cards were handed in. */
import type { Keeper } from "../play/kept";
import type { CardId, HomeworkView } from "../wire/generated";
import { keep, readKept } from "./kept";

export interface HomeworkKept {
  /** 32 random hex characters. They are of no other homework, so that two cannot be laid side by side. */
  readonly device: string;
  /** The cards that the server has, each with whether it was right. */
  readonly done: Readonly<Record<CardId, boolean>>;
}

const nameOf = (id: string): string => `homework.${id}`;

export function homeworkKept(keeper: Keeper, id: string, newDevice: () => string): HomeworkKept {
  const kept = readKept<Partial<HomeworkKept>>(keeper, nameOf(id));
  if (typeof kept?.device === "string" && /^[0-9a-f]{32}$/.test(kept.device)) {
    return { device: kept.device, done: kept.done ?? {} };
  }
  const made = { device: newDevice(), done: {} };
  keep(keeper, nameOf(id), made);
  return made;
}

export function noteHandedIn(keeper: Keeper, id: string, before: HomeworkKept, card: CardId, isRight: boolean): HomeworkKept {
  const after = { ...before, done: { ...before.done, [card]: before.done[card] ?? isRight } };
  keep(keeper, nameOf(id), after);
  return after;
}

export type HomeworkState = "open" | "late" | "closed";

export function stateOf(homework: Pick<HomeworkView, "is_open" | "closed_at">): HomeworkState {
  if (homework.is_open) return "open";
  return homework.closed_at === null ? "late" : "closed";
}
