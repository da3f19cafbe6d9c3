/** The race with the ghosts for the gallery: each of its screens, and the class in every size. */
import { shown, type GalleryScreens } from "../gallery/entry";
import GalleryGhost from "./GalleryGhost.svelte";
import NoRace from "./NoRace.svelte";
import type { Race } from "./race.svelte";
import { placedAt, sampleRace } from "./samples";

const race = sampleRace();

/** As after a card was answered. */
async function answered(on: Race, after: (millis: number) => void): Promise<void> {
  await on.begin();
  on.openNow();
  after(28_000);
  for (const [axis, option] of Object.entries({ stage: "supporter", "commitment-form": "moral", "trust-level": "integrity" })) on.sheet?.choose(axis, option, on.left);
  on.sheet?.send();
}

/** As after the last one. */
async function finished(on: Race, after: (millis: number) => void): Promise<void> {
  await answered(on, after);
  await new Promise((resolve) => setTimeout(resolve));
  const said = on.answers[0];
  if (said) on.answers = race.cards.map(() => said);
  on.stage = "finished";
}

const at = (act: (on: Race, after: (millis: number) => void) => void | Promise<void>, ghosts = 40, cards = 4) =>
  shown(GalleryGhost, { of: ghosts === 40 ? race : sampleRace(12, ghosts), placed: placedAt(cards, 4, ghosts), act });

export const screens: GalleryScreens = {
  intro: at(() => undefined),
  reading: at((on) => on.begin()),
  answering: at(async (on, after) => {
    await on.begin();
    on.openNow();
    after(24_000);
    on.sheet?.choose("stage", "supporter", on.left);
  }),
  paused: at(async (on, after) => {
    await on.begin();
    after(3_000);
    on.pause();
  }),
  placed: at(answered),
  "placed-hundred": at(answered, 120),
  "placed-thousand": at(answered, 1000),
  finished: at(finished, 40, 12),
  "no-race-few": shown(NoRace, { why: "few", room: "sample-room" }),
  "no-race-live": shown(NoRace, { why: "live", room: "sample-room" }),
};
