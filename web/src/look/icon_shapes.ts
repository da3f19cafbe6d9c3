/** The line drawings of the controls, in a box of 24 by 24. Every one stands beside a word or has a spoken name. */

export interface IconShape {
  /** What is drawn with a line, and how wide that is. */
  readonly line?: string;
  readonly width?: number;
  /** What is filled. */
  readonly fill?: string;
}

export const ICON_SHAPES = {
  check: { line: "M4 13l5.5 5.5L20 7", width: 3.4 },
  lock: { line: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3", width: 2.4 },
  unlock: { line: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2", width: 2.4 },
  key: { line: "M12.2 12a4.2 4.2 0 1 1-8.4 0a4.2 4.2 0 1 1 8.4 0h9v4M17 12v3", width: 2.8 },
  cross: { line: "M6 6l12 12M18 6 6 18", width: 3.2 },
  almost: { line: "M4 14h16", width: 3.2 },
  network: { line: "M3 9.5a13 13 0 0 1 18 0M6.5 13.5a8 8 0 0 1 11 0", width: 2.6, fill: "M12 16a2 2 0 1 1 0 4a2 2 0 1 1 0-4Z" },
  up: { fill: "M12 4l8 10H4Z" },
  down: { fill: "M12 20 4 10h16Z" },
  play: { fill: "M7 4l13 8-13 8Z" },
  pause: { fill: "M6 4h4.5v16H6zM13.5 4H18v16h-4.5z" },
  eye: { line: "M2.5 12C6 6.5 18 6.5 21.5 12 18 17.5 6 17.5 2.5 12Z", width: 2.2, fill: "M12 9a3 3 0 1 1 0 6a3 3 0 1 1 0-6Z" },
  next: { line: "M5 12h13M12 6l6 6-6 6", width: 3 },
  back: { line: "M19 12H6M12 6l-6 6 6 6", width: 3 },
  below: { line: "M12 4v14M6 12l6 6 6-6", width: 3 },
  again: { line: "M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5", width: 2.6 },
  clock: { line: "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17ZM12 7v5l3.5 2", width: 2.4 },
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof ICON_SHAPES;
