/**
 * What of the page comes after its first painting, and when. Whoever joins and waits in the lobby needs none of it; there
 * it is fetched, so that it is at hand when the first card comes.
 */
import type { ScreenName } from "../screen_of";
import { browserEdition } from "./edition";
import { Part } from "./part.svelte";

const edition = browserEdition();

/** The card until its time is up. */
export const answering = new Part(() => import("../screens/Answering.svelte"), edition);
/** The reveal, the standing and the end. */
export const outcome = new Part(() => import("../screens/Outcome.svelte"), edition);
/** What the rarer ways of answering need, for a deck that asks for one of them. */
export const ways = new Part(() => import("../ways/All.svelte"), edition);
/** The question how sure, for a room that asks it. */
export const weighing = new Part(() => import("../screens/Weighing.svelte"), edition);
/** For a room whose host lets in who is new. */
export const door = new Part(() => import("../screens/DoorScreen.svelte"), edition);
/** For whoever wants to be forgotten, once they say so. */
export const forgetting = new Part(() => import("../../privacy/ForgetMe.svelte"), edition);

/** The part that shows a screen; null for a screen that is at hand. */
export function partOf(screen: ScreenName): typeof answering | typeof outcome | typeof door | null {
  switch (screen) {
    case "waiting":
    case "turned_away":
      return door;
    case "card":
    case "confidence":
    case "sent":
    case "closed":
    case "talk":
      return answering;
    case "reveal":
    case "standing":
    case "podium":
    case "ended":
      return outcome;
    default:
      return null;
  }
}

/** Fetches what a room will need, one part after the other, in the order in which it will. */
async function fetchInOrder(asksWays: boolean): Promise<void> {
  await answering.fetch();
  if (asksWays) await ways.fetch();
  await outcome.fetch();
}

/** The same, once the page has painted what it shows now and has nothing better to do. Returns how to call it off. */
export function fetchAhead(asksWays: boolean): () => void {
  const begin = (): void => void fetchInOrder(asksWays);
  if (!("requestIdleCallback" in window)) {
    const soon = setTimeout(begin, 200); // Safari
    return () => clearTimeout(soon);
  }
  const idle = requestIdleCallback(begin, { timeout: 2_000 });
  return () => cancelIdleCallback(idle);
}
