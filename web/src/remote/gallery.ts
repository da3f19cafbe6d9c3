/** The lecturer's phone for the gallery: in every phase, covered, after a press, without a line, and its doors. */

import { shown, type GalleryScreen, type GalleryScreens } from "../gallery/entry";
import { openHost } from "../host/kind_samples";
import { contestedHost, sampleHost, sampleRoster } from "../host/samples";
import { ServerClock } from "../wire/clock";
import type { HostView, KeyLine, MadeKey, Phase } from "../wire/generated";
import HandOver from "./HandOver.svelte";
import { currentCard } from "./orders";
import Remote from "./Remote.svelte";
import RemoteLinks from "./RemoteLinks.svelte";
import type { RemoteModel } from "./remote_model";
import Standstill from "./Standstill.svelte";

const now = Date.now();
const nothing = (): void => {};
document.documentElement.dataset.theme ??= "dark";

function still(view: HostView, change: Partial<RemoteModel> = {}): RemoteModel {
  return {
    view,
    roster: sampleRoster(41, view.phase),
    clock: new ServerClock(),
    line: "online",
    refusal: null,
    isLive: true,
    isResting: false,
    said: null,
    keys: ["remote"],
    covered: null,
    press: nothing,
    choose: nothing,
    cover: nothing,
    ...change,
  };
}

/** The advice that the server gives on such shares. */
const advised = (view: HostView): HostView => ({
  ...view,
  keys: view.keys.map((axis) => ({
    ...axis,
    advice: { ...axis.advice, suggestion: axis.is_contested ? "debate" : (axis.right_share ?? 0) <= 0.7 ? "talk" : "move_on", answers: 37 },
  })),
});
const hand = (view: HostView, change: Partial<RemoteModel> = {}, isMoreOpen = false): GalleryScreen =>
  shown(Remote, { room: still(advised(view), change), isMoreOpen });
const phase = (name: Phase): GalleryScreen => hand(sampleHost(name, now));
const answering = sampleHost("answering", now);
const closed = sampleHost("closed", now, { talk_axes: ["stage"] });

const key: MadeKey = { id: "0123456789abcdef", role: "remote", ends_at: now + 86_400_000, link: "http://192.168.1.24:5000/remote/a3f0#5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a" };
const line = (id: string, change: Partial<KeyLine>): KeyLine => ({
  id, role: "remote", made_at: now - 600_000, ends_at: now + 86_000_000, made_by: null, is_here: true, ...change,
});

export const screens: GalleryScreens = {
  lobby: phase("lobby"),
  reading: phase("reading"),
  answering: phase("answering"),
  closed: hand(closed),
  talk: hand(sampleHost("talk", now)),
  reveal: phase("reveal"),
  leaderboard: phase("leaderboard"),
  podium: phase("podium"),
  contested: hand(contestedHost("closed", now)),
  open: hand(openHost("closed", now, [])),
  covered: hand(answering, { covered: currentCard(answering)!.id }),
  pressed: hand(answering, { isResting: true, said: { kind: "done", text: "Gedaan: Open de antwoorden." } }),
  "not-sent": hand(answering, { said: { kind: "lost" } }),
  refused: hand(answering, { said: { kind: "refused", code: "STALE_STEP" } }),
  lost: hand(answering, { isLive: false, line: "away" }),
  more: hand(closed, {}, true),
  "more-reveal": hand(sampleHost("reveal", now), {}, true),
  "hand-over": { ...shown(HandOver, { room: "sample", role: "remote" as const, made: key }), isPiece: true },
  links: { ...shown(RemoteLinks, { room: "sample", keys: [line("a", {}), line("b", { role: "colleague", is_here: false }), line("c", { made_by: "a" })] }), isPiece: true },
  "no-key": shown(Standstill, { title: "Deze telefoon heeft hier geen sleutel", why: "Laat op de laptop een nieuwe code tonen, en richt de camera daarop." }),
};
