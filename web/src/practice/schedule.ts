/**
 * When a missed card comes back. It lives here and not on the server, since what is practised never leaves the device.
 *
 * The steps are today, 2, 7 and 14 days, known. The first hit takes a card off today: it comes back after two days. From
 * there two spaced hits, each on a day when the card was due, move it up a step; a miss brings it back to today.
 */
import { daysLater, type Day } from "./days";

/** After how many days a card on each step comes back. Above the last it is known, and comes back no more. */
export const SPACES = [0, 2, 7, 14] as const;
export const TODAY = 0;
export const KNOWN = SPACES.length;
/** Hits on days when it was due that a step above today asks for. */
export const HITS_TO_CLIMB = 2;

export interface Place {
  /** From TODAY to KNOWN. */
  readonly step: number;
  /** Spaced hits on this step so far. */
  readonly hits: number;
  readonly due: Day;
}

/** Where a card that was just missed stands. */
export const missedOn = (day: Day): Place => ({ step: TODAY, hits: 0, due: day });

export const isKnown = (place: Place): boolean => place.step >= KNOWN;

export const isDue = (place: Place, day: Day): boolean => !isKnown(place) && place.due <= day;

/** Where a card stands after an answer. A hit on a day when it was not due is no spaced one, and moves nothing. */
export function afterAnswer(place: Place, isHit: boolean, day: Day): Place {
  if (!isHit) return missedOn(day);
  if (!isDue(place, day)) return place;
  const hits = place.hits + 1;
  const climbs = place.step === TODAY || hits >= HITS_TO_CLIMB;
  const step = climbs ? place.step + 1 : place.step;
  return { step, hits: climbs ? 0 : hits, due: daysLater(day, SPACES[step] ?? 0) };
}
