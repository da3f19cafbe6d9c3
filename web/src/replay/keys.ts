/** The keys of the replay, the same wherever the focus is, but for what a control needs itself. */
import type { Player } from "./player.svelte";

/** Does what a key asks of the player. Fields and lists keep their keys, buttons and boxes keep space. */
export function runsOnKeys(player: Player, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input:not([type=checkbox]), select, textarea")) return;
  if (event.key === " " && target?.closest("button, a, input")) return;
  // plus is typed with Shift on one keyboard and without on another
  const act = ACTIONS[event.shiftKey ? `Shift+${event.key}` : event.key] ?? SPEED_KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act(player);
}

const ACTIONS: Readonly<Record<string, (player: Player) => void>> = {
  " ": (player) => player.toggle(),
  ArrowRight: (player) => player.stepMoment(1),
  ArrowUp: (player) => player.stepMoment(1),
  ArrowLeft: (player) => player.stepMoment(-1),
  ArrowDown: (player) => player.stepMoment(-1),
  "Shift+ArrowRight": (player) => player.stepFrame(1),
  "Shift+ArrowLeft": (player) => player.stepFrame(-1),
  PageDown: (player) => player.stepChapter(1),
  PageUp: (player) => player.stepChapter(-1),
  Home: (player) => player.toStart(),
  End: (player) => player.toEnd(),
};

const SPEED_KEYS: Readonly<Record<string, (player: Player) => void>> = {
  "+": (player) => player.stepSpeed(1),
  "=": (player) => player.stepSpeed(1),
  "-": (player) => player.stepSpeed(-1),
  _: (player) => player.stepSpeed(-1),
};
