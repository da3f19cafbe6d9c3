/** The replay for the gallery: a short round, a long evening, and one that still goes on. */
import { type GalleryScreens, shown } from "../gallery/entry";
import { longReplay, sampleReplay, talkedReplay } from "../gallery/replay_samples";
import GalleryReplay from "./GalleryReplay.svelte";

export const screens: GalleryScreens = {
  short: shown(GalleryReplay, { replay: sampleReplay }),
  talked: shown(GalleryReplay, { replay: talkedReplay }),
  twelve: shown(GalleryReplay, { replay: longReplay(12) }),
  forty: shown(GalleryReplay, { replay: longReplay(40) }),
  live: shown(GalleryReplay, { replay: { ...sampleReplay, is_live: true, ended_at: null } }),
};
