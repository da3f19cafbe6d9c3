/** Which cell of a confusion matrix tells most. Pure. */

/** The cell off the diagonal with most people; the first of equal ones, null when nothing was mixed up. */
export function worstCell(counts: readonly (readonly number[])[]): { readonly row: number; readonly column: number } | null {
  let worst: { row: number; column: number } | null = null;
  let most = 0;
  counts.forEach((cells, row) =>
    cells.forEach((count, column) => {
      if (row === column || count <= most) return;
      most = count;
      worst = { row, column };
    }),
  );
  return worst;
}
