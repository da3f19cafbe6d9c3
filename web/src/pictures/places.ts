/** Where the steps and cells of each picture lie, for any number of options and any size. Pure, in the picture's pixels. */
import type { AxisView, GridCell } from "../wire/generated";
import type { Ground } from "./figures";

/** How far a right step or cell rises. */
export const RAISE = 12;

/** A slab or cell with the ground where its people stand. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly ground: Ground;
}

const NARROWEST_PEAK = 0.4; // of the pyramid's width, so that a label, a mark and a count still fit
const WIDEST_DROP = 0.2; // of the width from one step to the next, so that three steps still look like a pyramid

/** The slabs of a pyramid, lowest first. People stand before the band of stone above their slab. */
export function pyramidPlaces(count: number, width: number, height: number): Place[] {
  const rise = height / count;
  const slab = Math.min(Math.max(rise * 0.42, 44), 72);
  const drop = count > 1 ? Math.min((width * (1 - NARROWEST_PEAK)) / (count - 1), width * WIDEST_DROP) : 0;
  return Array.from({ length: count }, (_, step) => {
    const own = width - step * drop;
    const top = height - step * rise - slab;
    const peak = step === count - 1;
    return {
      left: (width - own) / 2,
      top,
      width: own,
      height: slab,
      ground: {
        x: width / 2,
        foot: top - 2,
        width: own - (peak ? 24 : drop + 16),
        height: rise - slab - RAISE - 2,
      },
    };
  });
}

export const STAIR_GAP = 18;

/**
 * Broad steps side by side, first option left. `heights` are parts (0..1) of the highest step; `headroom` is what is
 * kept free above the highest for its people.
 */
export function stairPlaces(
  heights: readonly number[],
  width: number,
  height: number,
  headroom: number,
): Place[] {
  const own = (width - STAIR_GAP * (heights.length - 1)) / heights.length;
  return heights.map((part, step) => {
    const tall = part * (height - headroom);
    const left = step * (own + STAIR_GAP);
    const top = height - tall;
    return {
      left,
      top,
      width: own,
      height: tall,
      ground: { x: left + own / 2, foot: top - 2, width: own - 40, height: headroom - RAISE - 4 },
    };
  });
}

/** The heights of a stair whose lowest step still holds its own name. */
export function risingHeights(count: number): number[] {
  const least = count > 3 ? 0.28 : 0.38;
  return Array.from({ length: count }, (_, step) =>
    count === 1 ? 0.6 : least + ((1 - least) * step) / (count - 1),
  );
}

export interface GridPlaces {
  readonly cells: readonly (Place | null)[];
  readonly empty: Place | null;
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly rows: readonly { readonly y: number; readonly height: number }[];
  readonly rowLabelWidth: number;
}

const CELL_GAP_ACROSS = 18;
const CELL_GAP_DOWN = 22;
const COLUMN_LABEL_HEIGHT = 64;

/** Whether the axis says for every option in which cell of its grid it stands. */
export function hasGrid(axis: AxisView): boolean {
  const { kind, cells, columns, rows } = axis.picture;
  if (kind !== "grid" || !cells || columns.length === 0 || rows.length === 0) return false;
  return axis.options.every((option) => cells[option.id] !== undefined);
}

/** The cells of a grid, in the order of the options. `head` is what a cell keeps free above its people for its name. */
export function gridPlaces(
  axis: AxisView,
  width: number,
  height: number,
  rowLabelWidth: number,
  head: number,
): GridPlaces {
  const { cells, columns, rows, empty_at } = axis.picture;
  const across = (width - rowLabelWidth - CELL_GAP_ACROSS * (columns.length - 1)) / columns.length;
  const tall = (height - COLUMN_LABEL_HEIGHT - CELL_GAP_DOWN * (rows.length - 1)) / rows.length;
  const place = (at: GridCell): Place => {
    const left = rowLabelWidth + at.column * (across + CELL_GAP_ACROSS);
    const top = COLUMN_LABEL_HEIGHT + at.row * (tall + CELL_GAP_DOWN);
    const ground = { x: left + across / 2, foot: top + tall - 18, width: across - 36, height: tall - head - 24 };
    return { left, top, width: across, height: tall, ground };
  };
  return {
    cells: axis.options.map((option) => {
      const at = cells?.[option.id];
      return at ? place(at) : null;
    }),
    empty: empty_at ? place(empty_at) : null,
    columns: columns.map((_, column) => ({ x: rowLabelWidth + column * (across + CELL_GAP_ACROSS), width: across })),
    rows: rows.map((_, row) => ({ y: COLUMN_LABEL_HEIGHT + row * (tall + CELL_GAP_DOWN), height: tall })),
    rowLabelWidth,
  };
}
