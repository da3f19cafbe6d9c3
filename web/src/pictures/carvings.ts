/** Where carved slabs lie, in as many columns as leave the carvings largest. Pure, in the picture's own pixels. */
import type { Text } from "../wire/generated";
import { numberWidth, widthOf } from "./lettering";
import { type Place, RAISE } from "./places";
import { SCENE_HEIGHT, SCENE_WIDTH } from "./scenes";
import type { OptionTally } from "./tallies";

export interface Carvings {
  readonly slabs: readonly Place[];
  /** Of the carving in its slab. */
  readonly sceneScale: number;
  readonly nameSize: number;
  /** The name stands on a line of its own. */
  readonly isStacked: boolean;
  readonly areNamesWhole: boolean;
}

const ACROSS = 12;
const DOWN = 18;
const LEAST_CROWD = 60;
const MOST_CROWD = 112;
const AIR = 26;
const SIDE = 9;
const LINE = 58;
const STACKED = 92;
const LEAST_NAME = 32;
const NAMES = [38, 36, 34, 33, LEAST_NAME];
const NUMBER = 44;
/** Mark and gaps beside a name and its number. */
const BESIDE = 38 + 7 + 8;
/** Names are set a little tighter than measured. */
const TIGHT = 0.975;

type TextOf = (text: Text) => string;

/** The slabs of these options, in their order, row by row. */
export function carvingsOf(tallies: readonly OptionTally[], width: number, height: number, textOf: TextOf): Carvings {
  let best: Carvings | null = null;
  for (let columns = 1; columns <= tallies.length; columns += 1) {
    const tried = inColumns(columns, tallies, width, height, textOf);
    if (!best || (tried.areNamesWhole && tried.sceneScale > best.sceneScale + 1e-6)) best = tried;
  }
  return best ?? inColumns(1, tallies, width, height, textOf);
}

function inColumns(
  columns: number,
  tallies: readonly OptionTally[],
  width: number,
  height: number,
  textOf: TextOf,
): Carvings {
  const rows = Math.ceil(tallies.length / columns);
  const own = (width - ACROSS * (columns - 1)) / columns;
  const rowHeight = (height - RAISE - DOWN * (rows - 1)) / rows;
  const crowd = Math.max(LEAST_CROWD, Math.min(MOST_CROWD, rowHeight * 0.27));
  const names = tallies.map((tally) => textOf(tally.option.short));
  const beside = NAMES.find((size) => fits(tallies, names, size, own, true));
  const isStacked = beside === undefined;
  const nameSize = beside ?? NAMES.find((size) => fits(tallies, names, size, own, false)) ?? LEAST_NAME;
  const nameHeight = isStacked ? STACKED : LINE;
  const most = Math.min((own - 18) / SCENE_WIDTH, (rowHeight - crowd - AIR - nameHeight - 14) / SCENE_HEIGHT);
  const areNamesWhole = fits(tallies, names, LEAST_NAME, own, false);
  const slabHeight = Math.min(rowHeight - crowd, AIR + SCENE_HEIGHT * most + nameHeight + 14);
  const slabs = tallies.map((_, place): Place => {
    const row = Math.floor(place / columns);
    const left = (place % columns) * (own + ACROSS);
    const top = RAISE + row * (rowHeight + DOWN) + rowHeight - slabHeight;
    const ground = { x: left + own / 2, foot: top - 2, width: own - 10, height: rowHeight - slabHeight - 4 };
    return { left, top, width: own, height: slabHeight, ground: { ...ground, height: Math.min(ground.height, 200) } };
  });
  return { slabs, sceneScale: most, areNamesWhole, nameSize, isStacked };
}

function fits(
  tallies: readonly OptionTally[],
  names: readonly string[],
  size: number,
  own: number,
  isBesideNumber: boolean,
): boolean {
  return tallies.every((tally, place) => {
    const number = isBesideNumber ? numberWidth(tally.count, NUMBER) + BESIDE : 0;
    return widthOf(names[place] ?? "", size) * TIGHT + number + 2 * SIDE <= own;
  });
}
