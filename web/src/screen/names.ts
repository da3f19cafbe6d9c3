/** Which names stand where in the lobby. Pure: from the view alone, so that it is the same after a reload. */

export interface NameBoard {
  readonly size: 72 | 48 | 36;
  readonly columns: number;
  readonly rows: number;
  /** Down the first column, then the next; null is an empty place. */
  readonly places: readonly (string | null)[];
  /** The place of who came last; -1 when nobody is there. */
  readonly newest: number;
  /** People on the square without a place on the board. */
  readonly others: number;
  /** A large hall shows the last arrivals only, the newest first. */
  readonly isLatest: boolean;
}

const LARGE_HALL = 150;

/** The board for the last names to arrive (`newest` last) out of `players` in all. */
export function nameBoard(newest: readonly string[], players: number, isNarrow: boolean): NameBoard {
  const wide = isNarrow ? 2 : 3;
  if (players > LARGE_HALL) return latest(newest, players, wide);
  if (newest.length <= 4) return all(newest, 72, 1, 4);
  if (newest.length <= 10) return all(newest, 48, 2, 5);
  const room = wide * 8;
  if (players <= room && newest.length <= room) return all(newest, 36, wide, 8);
  return turning(newest, players, wide, room - 1);
}

function all(newest: readonly string[], size: 72 | 48 | 36, columns: number, rows: number): NameBoard {
  return { size, columns, rows, places: newest, newest: newest.length - 1, others: 0, isLatest: false };
}

function latest(newest: readonly string[], players: number, columns: number): NameBoard {
  const places = newest.slice(-columns * 6).reverse();
  return { size: 36, columns, rows: 6, places, newest: 0, others: players - places.length, isLatest: true };
}

/** Whoever comes takes the place of who came longest ago, so that one name changes and the rest stand still. */
function turning(newest: readonly string[], players: number, columns: number, room: number): NameBoard {
  const shown = newest.slice(-room);
  const places: (string | null)[] = Array.from({ length: room }, () => null);
  const first = players - shown.length;
  shown.forEach((name, order) => (places[(first + order) % room] = name));
  return {
    size: 36,
    columns,
    rows: 8,
    places,
    newest: (players - 1) % room,
    others: players - shown.length,
    isLatest: false,
  };
}
