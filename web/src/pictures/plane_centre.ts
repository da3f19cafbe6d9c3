/** Where the name of the class's centre stands: on the side that is free. Pure. */
import type { Box, PlaneSlab, Terraces } from "./plane_places";

export interface CentreSign {
  readonly x: number;
  readonly y: number;
  readonly box: Box;
  /** From the diamond to the name. */
  readonly leader: string;
}

const HEIGHT = 54;
/** From the diamond to the name, in steps. */
const NEAREST = 40;
const FURTHEST = 290;
const STEP = 10;
const DISTANCES = Array.from({ length: (FURTHEST - NEAREST) / STEP + 1 }, (_, step) => NEAREST + step * STEP);
/** Where the leader comes out of the name, from its left. */
const ANCHORS = [0.06, 0.28, 0.5, 0.72, 0.94] as const;

/** The sign with the least beneath it; `crowded` are places where people stand, `rings` the right places' rings. */
export function centreSign(
  centre: { readonly x: number; readonly y: number },
  width: number,
  terraces: Terraces,
  slabs: readonly PlaneSlab[],
  rings: readonly Box[],
  crowded: readonly { readonly x: number; readonly y: number }[],
): CentreSign {
  const x = terraces.x(centre.x);
  const y = terraces.y(centre.y);
  const candidates = DISTANCES.flatMap((distance) =>
    [1, -1].flatMap((side) =>
      ANCHORS.map((anchor) => ({
        left: Math.min(Math.max(x - width * anchor, terraces.left + 6), terraces.left + terraces.width - width - 6),
        top: side > 0 ? y + distance : y - distance - HEIGHT,
        width,
        height: HEIGHT,
        distance,
      })),
    ),
  );
  const cost = (box: (typeof candidates)[number]): number => {
    const isOutside = box.top < terraces.top + 16 || box.top + HEIGHT > terraces.top + terraces.height - 6;
    const isBelow = box.top > y;
    const leader = { left: x - 3, top: isBelow ? y + 20 : box.top, width: 6, height: Math.max(0, isBelow ? box.top - y - 20 : y - box.top - 20) };
    const covered = slabs.reduce((area, slab) => area + shared(box, slab) + 20 * shared(leader, slab), 0);
    const ringed = rings.reduce((area, ring) => area + shared(box, ring), 0);
    const people = crowded.filter(
      (person) => person.x > box.left - 12 && person.x < box.left + width + 12 && person.y > box.top && person.y < box.top + HEIGHT + 52,
    ).length;
    return (isOutside ? 1e7 : 0) + covered * 10 + ringed + people * 900 + box.distance * 6;
  };
  const best = candidates.reduce((least, candidate) => (cost(candidate) < cost(least) ? candidate : least));
  const isBelow = best.top > y;
  const foot = isBelow ? best.top + 4 : best.top + HEIGHT - 4;
  return { x, y, box: best, leader: `M${x} ${isBelow ? y + 18 : y - 18}V${foot}` };
}

function shared(one: Box, other: Box): number {
  const across = Math.min(one.left + one.width, other.left + other.width + 10) - Math.max(one.left, other.left - 10);
  const down = Math.min(one.top + one.height, other.top + other.height + 10) - Math.max(one.top, other.top - 10);
  return Math.max(0, across) * Math.max(0, down);
}
