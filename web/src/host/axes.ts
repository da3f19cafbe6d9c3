/** The axes that a console speaks of: those of the card on the screen first, since a trial card has axes of its own. */

import type { AxisView, HostView } from "../wire/generated";
import type { Language } from "../words/language.svelte";

export function axisOf(view: HostView, id: string | null): AxisView | undefined {
  return [...(view.round?.axes ?? []), ...view.deck_axes].find((axis) => axis.id === id);
}

/** Its short name; empty for no axis. */
export function axisName(view: HostView, id: string | null, language: Language): string {
  return axisOf(view, id)?.short_label[language] ?? "";
}
