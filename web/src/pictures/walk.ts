/** How people climb to their step, tread by tread, never along a ramp. Pure. */
import type { StandingFigure } from "./figures";
import type { Place } from "./places";
import { HOP, HOP_MOVE, START_SPREAD, STEP_UP } from "./timing";

/** Somebody who starts among all at the foot and ends on their own step. */
export interface Walker {
  readonly figure: StandingFigure;
  readonly step: number;
  readonly startX: number;
}

/** Everybody in one line at the foot, in the order in which they will stand from left to right. */
export function walkersOf(crowds: readonly (readonly StandingFigure[])[], foot: Place): Walker[] {
  const all = crowds.flatMap((crowd, step) => crowd.map((figure) => ({ figure, step })));
  const order = [...all].sort((one, other) => one.figure.x - other.figure.x || one.step - other.step);
  const room = foot.width - 48;
  const pitch = order.length > 1 ? Math.min(30 * (order[0]?.figure.scale ?? 1), room / (order.length - 1)) : 0;
  const left = foot.left + foot.width / 2 - ((order.length - 1) * pitch) / 2;
  const startOf = new Map(order.map((walker, place) => [walker.figure, left + place * pitch]));
  return all.map((walker) => ({ ...walker, startX: startOf.get(walker.figure) ?? walker.figure.x }));
}

/** The way of the walker with this number over the treads, lowest tread first, within `hops` hops in all. */
export function walkFrames(walker: Walker, number: number, treads: readonly Place[], hops: number): Keyframe[] {
  const whole = START_SPREAD + Math.max(1, hops) * HOP;
  const start = (number * 53) % START_SPREAD;
  const at = (x: number, y: number) => `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`;
  const foot = at(walker.startX, (treads[0]?.top ?? 0) - 2);
  const rest = at(walker.figure.x, walker.figure.y);
  const frames: Keyframe[] = [
    { offset: 0, transform: foot },
    { offset: start / whole, transform: foot, easing: STEP_UP },
  ];
  if (walker.step === 0) return [...frames, { offset: (start + HOP) / whole, transform: rest }, { offset: 1, transform: rest }];
  for (let tread = 1; tread <= walker.step; tread += 1) {
    const begin = start + (tread - 1) * HOP;
    const place = onTread(walker, tread, treads);
    if (tread > 1) frames.push({ offset: begin / whole, transform: onTreadAt(walker, tread - 1, treads, at), easing: STEP_UP });
    frames.push({ offset: (begin + HOP_MOVE) / whole, transform: at(place.x, place.y) });
  }
  return [...frames, { offset: 1, transform: rest }];
}

function onTreadAt(walker: Walker, tread: number, treads: readonly Place[], at: (x: number, y: number) => string): string {
  const place = onTread(walker, tread, treads);
  return at(place.x, place.y);
}

/** Where a walker stands on a tread of the way: part of the way across, on that tread's own ground. */
function onTread(walker: Walker, tread: number, treads: readonly Place[]): { x: number; y: number } {
  const { figure, step, startX } = walker;
  if (tread >= step) return { x: figure.x, y: figure.y };
  const ground = treads[tread]?.ground;
  const own = treads[step]?.ground;
  const first = treads[0]?.ground;
  if (!ground || !own || !first) return { x: figure.x, y: figure.y };
  const part = tread / step;
  const fromMiddle = (startX - first.x) * (1 - part) + (figure.x - own.x) * part;
  return { x: ground.x + fromMiddle, y: ground.foot };
}
