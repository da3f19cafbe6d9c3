/** The replay for the gallery: a short round, a long evening, and one that still goes on. */
import { type GalleryScreens, shown } from "../gallery/entry";
import { liveReplay, longReplay, sampleReplay, talkedReplay } from "../gallery/replay_samples";
import GalleryReplay from "./GalleryReplay.svelte";

export const screens: GalleryScreens = {
  short: shown(GalleryReplay, { recorded: sampleReplay }),
  talked: shown(GalleryReplay, { recorded: talkedReplay }),
  twelve: shown(GalleryReplay, { recorded: longReplay(12) }),
  forty: shown(GalleryReplay, { recorded: longReplay(40) }),
  live: shown(GalleryReplay, { recorded: liveReplay }),
  stuck: shown(GalleryReplay, { recorded: sampleReplay, parts: 1, isStuck: true }),
  host: shown(GalleryReplay, { recorded: sampleReplay, mayName: true }),
};
