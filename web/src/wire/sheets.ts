/**
 * Puts views together again: what stays the same over a round comes once, on sheets, and of the list of people what has
 * changed. The rule is in docs/protocol.md, section 3.
 */

type Fields = Record<string, unknown>;

interface Roster {
  readonly version: number;
  readonly number: number;
  readonly after?: number;
  readonly rows: readonly Fields[];
  readonly callers: readonly Fields[];
}

/** What one connection was told. */
export class Sheets {
  readonly #told = new Map<string, unknown>();
  #roster: Roster | null = null;

  /** A new connection begins with nothing. */
  clear(): void {
    this.#told.clear();
    this.#roster = null;
  }

  /** The whole view, or undefined when something that it needs was never told; what came beside it is kept. */
  whole(event: string, body: unknown, sheets: Fields = {}): unknown {
    for (const id in sheets) this.#told.set(id, sheets[id]);
    try {
      const view = this.#laidOut(body);
      return event === "roster" ? this.#people(view as Roster) : view;
    } catch (lacking) {
      if (lacking !== LACKING) throw lacking;
      return undefined;
    }
  }

  #laidOut(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((part) => this.#laidOut(part));
    if (value === null || typeof value !== "object") return value;
    const own: Fields = {};
    let named = "";
    for (const [name, part] of Object.entries(value))
      if (name === "=") named = part as string;
      else own[name] = this.#laidOut(part);
    if (!named) return own;
    const parts = named.split(" ").map((id) => {
      if (!this.#told.has(id)) throw LACKING;
      return this.#laidOut(this.#told.get(id));
    });
    const [rows] = parts;
    if (!Array.isArray(rows)) return Object.assign({}, ...parts, own) as Fields;
    const columns = Object.entries(own) as [string, unknown[]][];
    return rows.map((row: Fields, at) => ({ ...row, ...Object.fromEntries(columns.map(([name, column]) => [name, column[at]])) }));
  }

  #people(view: Roster): Roster {
    const known = this.#roster;
    if (view.after === undefined) return (this.#roster = view);
    if (known?.number !== view.after) throw LACKING;
    return (this.#roster = { ...view, rows: laidOver(known.rows, view.rows), callers: laidOver(known.callers, view.callers) });
  }
}

function laidOver(rows: readonly Fields[], changes: object): readonly Fields[] {
  const changed = [...rows];
  for (const [place, change] of Object.entries(changes)) changed[+place] = { ...changed[+place], ...change };
  return changed;
}

const LACKING = new Error("a sheet that was never told");
