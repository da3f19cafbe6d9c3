/** What is carved for each of the seven emotions: what happens, never a face. In a box of 276 by 176, ground at 172. */

/** Somebody, feet on (x, y) before leaning; arms are drawn from the shoulders, in the figure's own measure. */
export interface CarvedFigure {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Degrees. */
  readonly lean?: number;
  readonly headX?: number;
  readonly headY?: number;
  readonly arms?: readonly string[];
  /** Somebody who is missed: only an outline. */
  readonly isGone?: boolean;
}

export interface CarvedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Degrees around (aboutX, aboutY). */
  readonly turn?: readonly [number, number, number];
  readonly isSolid?: boolean;
}

export interface Scene {
  readonly boxes?: readonly CarvedBox[];
  /** Filled with ink. */
  readonly solid?: string;
  /** A loaf's middle foot. */
  readonly loaf?: { readonly x: number; readonly y: number; readonly scale: number };
  readonly figures: readonly CarvedFigure[];
  readonly lines?: string;
  /** The corner that the carving leaves free for the key sign. */
  readonly free: "left" | "right";
}

export const SCENE_WIDTH = 276;
export const SCENE_HEIGHT = 176;

const SCENES: Readonly<Record<string, Scene>> = {
  // a lid flies up
  surprise: {
    boxes: [
      { x: 170, y: 118, width: 72, height: 52 },
      { x: 174, y: 48, width: 80, height: 14, turn: [24, 240, 84] },
    ],
    figures: [{ x: 92, y: 152, scale: 1.75, lean: -8, arms: ["-8 -24L-30 -44", "8 -24L30 -44"] }],
    lines: "M186 106V88M206 106V78M226 106V92",
    free: "left",
  },
  // a block tips over
  fear: {
    boxes: [{ x: 182, y: 2, width: 78, height: 168, turn: [-24, 182, 170], isSolid: true }],
    figures: [{ x: 84, y: 170, scale: 1.45, lean: -12, arms: ["-8 -22L-22 -34L-14 -52", "8 -22L26 -34L16 -54"] }],
    lines: "M36 120l-18 6M32 146H14",
    free: "left",
  },
  // a fist on the counter
  anger: {
    boxes: [{ x: 160, y: 112, width: 100, height: 58 }],
    figures: [{ x: 110, y: 170, scale: 1.75, lean: 10, arms: ["8 -24L33 -36", "-8 -24L-28 -54"] }],
    lines: "M196 98V70M218 100l16-24M240 104l18-12",
    free: "right",
  },
  // an empty place
  sadness: {
    boxes: [{ x: 14, y: 132, width: 248, height: 38 }],
    figures: [
      { x: 96, y: 132, scale: 1.6, headX: 11, headY: -37, arms: ["8 -20L20 -8"] },
      { x: 188, y: 132, scale: 1.6, isGone: true },
    ],
    free: "right",
  },
  // a hand pushes away
  disgust: {
    boxes: [{ x: 196, y: 138, width: 66, height: 32 }],
    solid: "M190 136h78l-12-18h-54Z",
    figures: [{ x: 96, y: 170, scale: 1.75, lean: -15, headX: -5, arms: ["8 -24L46 -18"] }],
    lines: "M212 104q-10-10 0-20t0-20M232 104q-10-10 0-20t0-20M252 104q-10-10 0-20t0-20",
    free: "left",
  },
  // one looks down from a step
  contempt: {
    boxes: [{ x: 20, y: 88, width: 112, height: 82 }],
    figures: [
      { x: 76, y: 86, scale: 1.5, lean: -9, headX: -3, headY: -45, arms: ["9 -24L22 -14L10 -6"] },
      { x: 206, y: 170, scale: 0.95 },
    ],
    lines: "M120 30L180 92M180 92l-4-18M180 92l-18-2",
    free: "right",
  },
  // a loaf held up
  happiness: {
    loaf: { x: 138, y: 44, scale: 1.05 },
    figures: [{ x: 138, y: 170, scale: 1.9, arms: ["-9 -24L-30 -62", "9 -24L30 -62"] }],
    lines: "M58 60l-16-14M50 92H28M218 60l16-14M226 92h22",
    free: "left",
  },
};

/** What is carved for an option; null when nothing is known of it. */
export function sceneOf(option: string): Scene | null {
  return Object.hasOwn(SCENES, option) ? (SCENES[option] ?? null) : null;
}
