/** Places on a plane: 0 to 1 from the left and from the bottom, to two decimals. Pure. */
import type { Point } from "../../wire/generated";

/** What a button or an arrow key moves by, and a Page key. */
export const STEP = 0.05;
export const PAGE = 0.25;
export const MIDDLE: Point = { x: 0.5, y: 0.5 };

const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** A place in a box of the page, given in pixels from its left and top. */
export function pointAt(left: number, top: number, width: number, height: number): Point {
  return { x: within(left / width), y: within(1 - top / height) };
}

/** The point moved along both sides; it stays on the plane. */
export function shifted(point: Point, byX: number, byY: number): Point {
  return { x: within(point.x + byX), y: within(point.y + byY) };
}

/** Which of five grades a share of one side is: 0 to 4. */
export function gradeOf(share: number): 0 | 1 | 2 | 3 | 4 {
  return Math.min(4, Math.floor(share * 5 + 1e-9)) as 0 | 1 | 2 | 3 | 4;
}
