/** The own session for the gallery: as it mostly is, and at its edges. */
import { shown, type GalleryScreens } from "../gallery/entry";
import CardView from "./CardView.svelte";
import GalleryMine from "./GalleryMine.svelte";
import { ownOf, sampleOwn, sampleSession, sessionOf } from "./samples";

const late = ownOf(12, {
  came_in_at_card: 5,
  cards: ownOf(12).cards.map((card) => (card.number < 5 ? { ...card, result: null, has_answered: false, earned: 0, total: 0 } : { ...card, total: card.total - 10_750 })),
});
const few = sessionOf(3, { players: 3, can_race: false, cards: sessionOf(3).cards.map((card) => ({ ...card, few: card.axes.map((axis) => axis.axis), mean: null })) });
const open = { session: sampleSession, own: sampleOwn, number: 9, first: "commitment-form", onclose: () => undefined, onopen: () => undefined };

export const screens: GalleryScreens = {
  session: shown(GalleryMine, { session: sampleSession, own: sampleOwn }),
  forty: shown(GalleryMine, { session: sessionOf(40), own: ownOf(40) }),
  late: shown(GalleryMine, { session: sampleSession, own: late }),
  "no-misses": shown(GalleryMine, { session: sampleSession, own: ownOf(12, { misses: [], confusions: [], sureness: [] }) }),
  "no-points": shown(GalleryMine, { session: sessionOf(12, { scoring: "none", can_race: false }), own: ownOf(12, { rank: null, ranked: 0 }) }),
  few: shown(GalleryMine, { session: few, own: ownOf(3, { misses: ownOf(3).misses.slice(3, 4).map((miss) => ({ ...miss, others: null })), rank: null }) }),
  removed: shown(GalleryMine, { session: sampleSession, own: ownOf(0, { is_removed: true, misses: [], rank: null }) }),
  live: shown(GalleryMine, { session: sessionOf(2, { is_live: true, can_race: false }), own: ownOf(2, { misses: [] }) }),
  nothing: shown(GalleryMine, { session: sessionOf(0, { is_live: true, can_race: false }), own: ownOf(0, { misses: [], rank: null }) }),
  nobody: shown(GalleryMine, { session: sampleSession, own: null }),
  link: shown(GalleryMine, { session: sampleSession, own: sampleOwn, asks: true }),
  card: shown(CardView, open),
  "card-few": shown(CardView, { ...open, session: few, number: 2, first: null }),
};
