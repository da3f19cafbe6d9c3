import { describe, expect, it } from "vitest";
import { chainView, saleView } from "../gallery/order_samples";
import type { ScreenView } from "../wire/generated";
import { fittingScale, sum } from "./figures";
import { isSale, salePlaces, saleTally } from "./levitt";
import { modelOf } from "./models";

function shown(view: ScreenView) {
  const axis = view.round?.axes[0];
  const reveal = view.reveal?.axes[0];
  if (!axis || !reveal) throw new Error("no sample");
  return { axis, reveal };
}

describe("the sale", () => {
  it("counts where the class put the cooling", () => {
    const { axis, reveal } = shown(saleView([0, 3, 22, 12, 4]));
    expect(saleTally(axis, reveal)).toMatchObject({ own: 2, counts: [0, 3, 22, 12, 4], before: 25, all: 41 });
  });

  it("shows the item that a trap speaks of where none speaks of the cooling", () => {
    const { axis, reveal } = shown(saleView([0, 3, 22, 12, 4]));
    const traps = [{ pick: "looks-elsewhere>silence-after-sale", text: { nl: "", en: "" } }];
    expect(saleTally(axis, { ...reveal, traps, trap_counts: [0] })?.item.id).toBe("looks-elsewhere");
  });

  it("shows the item of the trap that most fell into", () => {
    const { axis, reveal } = shown(saleView([0, 3, 22, 12, 4]));
    const traps = ["push>interest", "cooling>push"].map((pick) => ({ pick, text: { nl: "", en: "" } }));
    const item = (trap_counts: readonly number[]) => saleTally(axis, { ...reveal, traps, trap_counts })?.item.id;
    expect([item([12, 5]), item([5, 12])]).toEqual(["push", "cooling"]);
  });

  it("is a stair for an order with other options, or in another order", () => {
    const { axis, reveal } = shown(saleView([0, 3, 22, 12, 4]));
    expect(modelOf(axis, reveal)).toBe("levitt");
    const other = shown(chainView([2, 4, 13, 4, 0, 18]));
    const drawnAsSale = { ...other.axis, picture: { ...other.axis.picture, kind: "levitt" as const } };
    expect(modelOf(drawnAsSale, other.reveal)).toBe("climb");
    const order = reveal.detail.order;
    expect(order && isSale(axis, { ...order, key: [...order.key].reverse() })).toBe(false);
  });

  it.each([
    [1180, 780],
    [848, 780],
    [1000, 700],
  ])("keeps both profiles inside %i by %i and leaves room for people under the seller's line", (width, height) => {
    const places = salePlaces(width, height, 110);
    expect(places.moments.at(-1)!.left + places.moments.at(-1)!.width).toBeCloseTo(width);
    for (const [moment, place] of places.moments.entries()) {
      expect(place.top).toBeGreaterThan(0);
      expect(place.ground.foot - place.ground.height).toBeGreaterThan(0);
      expect(fittingScale([41], [place.ground], 1)).toBeGreaterThan(moment === 1 ? 0.3 : 0.4);
    }
    const corners = [...places.seller.matchAll(/[MHV]?([\d.]+)/g)].map((part) => Number(part[1]));
    for (const corner of corners) expect(corner).toBeLessThanOrEqual(Math.max(width, height));
    expect(places.risingPart).toBeGreaterThan(0.3);
    expect(places.risingPart).toBeLessThan(1);
    expect(places.post.x).toBeLessThan(places.moments[3]!.left + 1);
    expect(sum(places.moments.map((place) => place.width))).toBeLessThan(width);
  });
});
