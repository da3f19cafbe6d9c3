/** Which people the roster shows, and in what order. */

import type { RosterRow } from "../wire/generated";

/** Letters without their accents and case, so that "umit" finds Ümit. */
export const plainName = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Whom to show beside those who are sought by name. */
export interface RosterFilter {
  /** Only who has not answered yet. */
  readonly onlyMissing: boolean;
  /** Only whose line falters or is lost. */
  readonly onlyUnsteady: boolean;
}

/** Those whose name holds `wanted`, in order of arrival, the removed last; filters leave out the removed too. */
export function rosterRows(rows: readonly RosterRow[], wanted: string, filter: RosterFilter): RosterRow[] {
  const sought = plainName(wanted.trim());
  const shown = rows.filter((row) => {
    if (row.is_removed && (filter.onlyMissing || filter.onlyUnsteady)) return false;
    if (filter.onlyMissing && row.has_answered) return false;
    if (filter.onlyUnsteady && row.line === "here") return false;
    return plainName(row.name).includes(sought);
  });
  return [...shown.filter((row) => !row.is_removed), ...shown.filter((row) => row.is_removed)];
}
