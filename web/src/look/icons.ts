/** The icons as markup, to be set inside another drawing. Beside words, use Icon.svelte. */
import { ICON_SHAPES, type IconName, type IconShape } from "./icon_shapes";

function markup({ line, width, fill }: IconShape): string {
  const drawn = line
    ? `<path d="${line}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
    : "";
  return fill ? `${drawn}<path d="${fill}" fill="currentColor"/>` : drawn;
}

export const ICONS = Object.fromEntries(
  Object.entries(ICON_SHAPES).map(([name, shape]) => [name, markup(shape)]),
) as Record<IconName, string>;

export type { IconName };
