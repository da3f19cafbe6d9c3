/**
 * What a page area gives the gallery: a file `gallery.ts` in its folder whose `screens` has one entry per picture.
 * The gallery is for looking at screens while building them; it is not part of the built product.
 */
import type { Component } from "svelte";

export interface GalleryScreen {
  // Any component will do here: the gallery only shows it with the props that stand beside it.
  readonly component: Component<any, any, any>;
  readonly props?: Record<string, unknown>;
  /** It is a piece of a page; the gallery puts a page around it. */
  readonly isPiece?: boolean;
}

export type GalleryScreens = Readonly<Record<string, GalleryScreen>>;

/** Ties a component to props of its own type. */
export function shown<Props extends Record<string, any>>(
  component: Component<Props, any, any>,
  props: NoInfer<Props>,
): GalleryScreen {
  return { component, props };
}
