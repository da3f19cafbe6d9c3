/** The street of a course: which steps there are, how high each is, and who stands on it. Pure. */
import { fittingScale, figureTally, standOn, type StandingFigure } from "../pictures/figures";
import type { CourseView, CourseWeek } from "../wire/generated";

/** In percent of the street's height: a step as high as everything right. */
export const WHOLE_STEP = 100;
/** The steps of now and of later have no share yet. */
const NOW_STEP = 62;
const COMING_STEP = 45;
/** A street is at least so long, and always goes on for a bit. */
const LEAST_STEPS = 5;
const COMING_LEAST = 2;
/** With more weeks than this a step has room for its number alone. */
export const BROAD_MOST = 7;
/** With more people than this on one step a figure is ten. */
const ONE_TO_ONE_MOST = 60;

export const CROWD = { width: 180, height: 104 } as const;
const LARGEST = 0.5;

export type Step =
  | { readonly kind: "done"; readonly number: number; readonly week: CourseWeek; readonly height: number }
  | { readonly kind: "going"; readonly number: number; readonly week: CourseWeek; readonly height: number }
  | { readonly kind: "next" | "coming"; readonly number: number; readonly week: null; readonly height: number };

/** The steps from the first week on: what was, what is now (going on, or the week that comes next), what may come. */
export function streetOf(weeks: readonly CourseWeek[]): Step[] {
  const steps: Step[] = weeks.map((week) => ({
    kind: week.is_over ? "done" : "going",
    number: week.number,
    week,
    height: week.is_over ? WHOLE_STEP * (week.right_share ?? 0) : NOW_STEP,
  }));
  const isGoing = steps.at(-1)?.kind === "going";
  if (!isGoing && weeks.length > 0) steps.push({ kind: "next", number: weeks.length + 1, week: null, height: NOW_STEP });
  const coming = Math.max(weeks.length < 12 ? COMING_LEAST : 0, LEAST_STEPS - steps.length);
  for (let place = 0; place < coming; place += 1) {
    steps.push({ kind: "coming", number: steps.length + 1, week: null, height: COMING_STEP });
  }
  return steps;
}

/** The people on each week's step, in a picture of CROWD, all of one size; and how many people a figure is. */
export function crowdsOf(view: CourseView): { readonly perFigure: 1 | 10; readonly crowds: readonly StandingFigure[][] } {
  const counts = view.weeks.map((week) => week.people);
  const perFigure = Math.max(0, ...counts) > ONE_TO_ONE_MOST ? 10 : 1;
  const tally = figureTally(counts, perFigure);
  const ground = { x: CROWD.width / 2, foot: CROWD.height, width: CROWD.width - 12, height: CROWD.height - 6 };
  const scale = fittingScale(tally, tally.map(() => ground), LARGEST);
  const crowds = tally.map((count, place) => standOn(ground, count, scale, `${view.course}/${place}`));
  return { perFigure, crowds };
}
