/** Which people the roster shows, and in what order. */

import type { RosterRow } from "../wire/generated";

/** Letters without their accents and case, so that "umit" finds Ümit. */
const plain = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Those whose name holds `wanted`, in order of arrival, the removed last. `onlyMissing` leaves out who has answered. */
export function rosterRows(rows: readonly RosterRow[], wanted: string, onlyMissing: boolean): RosterRow[] {
  const sought = plain(wanted.trim());
  const shown = rows.filter((row) => {
    if (onlyMissing && (row.has_answered || row.is_removed)) return false;
    return plain(row.name).includes(sought);
  });
  return [...shown.filter((row) => !row.is_removed), ...shown.filter((row) => row.is_removed)];
}
