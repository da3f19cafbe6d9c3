/** The course page for the gallery: a new course, its first weeks, a whole season, and what can be the matter. */
import { type GalleryScreen, type GalleryScreens, shown } from "../gallery/entry";
import type { CourseView } from "../wire/generated";
import Course from "./Course.svelte";
import { firstWeek, goingCourse, longCourse, newCourse, sampleCourse, sampleWarmUp } from "./samples";

const nothing = (): void => {};
const base = { warmUp: sampleWarmUp, press: nothing, tryAgain: nothing };
const course = (view: CourseView, change: Partial<typeof base & { warmUp: "away" | null; isOpening: boolean; problem: string }> = {}): GalleryScreen =>
  shown(Course, { view, ...base, ...change });

export const screens: GalleryScreens = {
  two: course(sampleCourse),
  new: shown(Course, { view: newCourse, ...base, warmUp: null }),
  first: course(firstWeek),
  going: course(goingCourse),
  fifteen: course(longCourse),
  nothing: shown(Course, { view: sampleCourse, ...base, warmUp: [] }),
  away: shown(Course, { view: sampleCourse, ...base, warmUp: "away" }),
  problem: shown(Course, { view: sampleCourse, ...base, problem: "De server heeft geen ruimte meer om iets te bewaren." }),
};
