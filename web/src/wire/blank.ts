/** What most kinds of axis have not, for samples and tests. */
import type { AxisView, KindDetail } from "./generated";

export const noDetail: KindDetail = { combinations: [], order: null, items: [], plane: null, open: null };
export const plainAxis: Pick<AxisView, "asks" | "items" | "x_axis" | "y_axis"> = {
  asks: null,
  items: [],
  x_axis: null,
  y_axis: null,
};
