/** Where people stand on the village square in the lobby. One figure each, to a thousand; who stands stays put. Pure. */
import { figureLooks, sequence } from "../look/figures";
import type { StandingFigure } from "../pictures/figures";

/** How the square is filled: smaller figures in more rows as it gets fuller. */
interface Crowding {
  readonly most: number;
  readonly scale: number;
  readonly pitch: number;
  readonly rows: number;
  readonly rowHeight: number;
  /** Of the whole square, from its far edge to the bottom of the screen. */
  readonly depth: number;
}

const CROWDINGS: readonly Crowding[] = [
  { most: 60, scale: 0.9, pitch: 0, rows: 5, rowHeight: 11, depth: 82 },
  { most: 150, scale: 0.66, pitch: 32, rows: 4, rowHeight: 15, depth: 90 },
  { most: 400, scale: 0.54, pitch: 24, rows: 6, rowHeight: 15, depth: 120 },
  { most: 1000, scale: 0.46, pitch: 19.2, rows: 10, rowHeight: 11, depth: 132 },
];
const GOLDEN = 0.618033988749895;

function crowdingOf(count: number): Crowding {
  const last = CROWDINGS[CROWDINGS.length - 1] as Crowding;
  return CROWDINGS.find((crowding) => count <= crowding.most) ?? last;
}

/** How deep the square is for so many people, in stage pixels. */
export function squareDepth(count: number): number {
  return crowdingOf(count).depth;
}

/** The people of the square, the farthest first. `y` counts from the square's far edge. */
export function squarePeople(count: number, width: number): StandingFigure[] {
  const crowding = crowdingOf(count);
  const columns = crowding.pitch ? Math.floor(width / crowding.pitch) : 0;
  const shown = crowding.pitch ? Math.min(count, columns * crowding.rows) : count;
  const order = shuffledPlaces(columns * crowding.rows);
  const looks = figureLooks(shown, 11);
  const people = looks.map((look, person) => {
    const place = crowding.pitch
      ? inRows(order[person] ?? person, columns, crowding, width)
      : scattered(person, crowding, width);
    const nearer = 1 + (place.y / crowding.depth) * 0.25;
    return { ...look, ...place, scale: look.scale * crowding.scale * nearer };
  });
  return people.sort((one, other) => one.y - other.y || one.x - other.x);
}

/** Evenly spread at any count, and nobody moves when somebody comes. */
function scattered(person: number, crowding: Crowding, width: number): { x: number; y: number } {
  const across = (person * GOLDEN + 0.31) % 1;
  const down = (person * 7) % crowding.rows;
  const wobble = ((person * 37) % 10) - 5;
  return { x: 60 + across * (width - 120), y: 26 + down * crowding.rowHeight + wobble * 0.6 };
}

function inRows(place: number, columns: number, crowding: Crowding, width: number): { x: number; y: number } {
  const row = Math.floor(place / columns);
  const beat = (row % 2) * (crowding.pitch / 2);
  const wobble = (((place * 37) % 10) - 5) * 0.5;
  const left = (width - (columns - 0.5) * crowding.pitch) / 2;
  return { x: left + (place % columns) * crowding.pitch + beat + wobble, y: 26 + row * crowding.rowHeight };
}

/** All places in an order that looks like chance and is always the same. */
function shuffledPlaces(count: number): number[] {
  const next = sequence(29);
  const places = Array.from({ length: count }, (_, place) => place);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [places[last], places[other]] = [places[other] as number, places[last] as number];
  }
  return places;
}
