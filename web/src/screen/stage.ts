/** How large the projector's stage is. Pure: everything on it is laid out in stage pixels and scaled as one. */

export interface StageSize {
  /** In stage pixels. */
  readonly width: number;
  readonly height: number;
  /** Real pixels per stage pixel. */
  readonly scale: number;
  /** 4:3 and taller: the words stand closer to the picture, and the stage is 1440 wide. */
  readonly isNarrow: boolean;
}

const WIDE = 1920;
const NARROW = 1440;
const TALL = 1080;
/** Below this ratio the narrow layout shows more. */
const NARROW_BELOW = 1.5;
/** A very wide or very tall window leaves paper at its sides. */
const MOST_STRETCH = 1.2;

/** The stage that fills a window of this size: never less than 1920 (or 1440) by 1080 of its own pixels. */
export function stageSize(windowWidth: number, windowHeight: number): StageSize {
  const isNarrow = windowWidth / windowHeight < NARROW_BELOW;
  const base = isNarrow ? NARROW : WIDE;
  const scale = Math.min(windowWidth / base, windowHeight / TALL);
  return {
    width: Math.min(windowWidth / scale, base * MOST_STRETCH),
    height: Math.min(windowHeight / scale, TALL * MOST_STRETCH),
    scale,
    isNarrow,
  };
}
