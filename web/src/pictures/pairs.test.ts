import { describe, expect, it } from "vitest";
import { pairView } from "../gallery/order_samples";
import type { ScreenView } from "../wire/generated";
import { sum } from "./figures";
import { hardestItem, pairPlaces, pairRows, pairTrap, TREAD_GAP } from "./pairs";

const FORTY_ONE = pairView({ hug: [27, 12, 1, 0, 1, 0], herring: [0, 0, 8, 0, 33, 0], payment: [0, 2, 5, 1, 3, 30] });
const CLASSES = [pairView({}), pairView({ hug: [3, 2, 0, 0, 0, 0], herring: [0, 0, 0, 0, 5, 0] }), FORTY_ONE];

function shown(view: ScreenView) {
  const axis = view.round?.axes[0];
  const reveal = view.reveal?.axes[0];
  if (!axis || !reveal) throw new Error("no sample");
  return { axis, reveal };
}

describe.each([1180, 880, 640])("rows of treads in %i pixels", (room) => {
  it.each(CLASSES)("count everybody and always have the key", (view) => {
    const { axis, reveal } = shown(view);
    for (const row of pairRows(axis, reveal, room, () => 240)) {
      expect(sum(row.treads.map((tread) => tread.count))).toBe(row.all);
      expect(row.treads.filter((tread) => tread.isKey)).toHaveLength(1);
      expect(row.treads.length * 240 + (row.treads.length - 1) * TREAD_GAP).toBeLessThanOrEqual(room);
    }
  });

  it.each(CLASSES)("stay inside, side by side", (view) => {
    const { axis, reveal } = shown(view);
    const rows = pairRows(axis, reveal, room - 100, () => 240);
    const places = pairPlaces(rows, room, 770, 100, 0, () => 240);
    for (const row of places) {
      row.forEach((place, number) => {
        const before = row[number - 1];
        if (before) expect(place.left).toBeCloseTo(before.left + before.width + TREAD_GAP);
        expect(place.left + place.width).toBeLessThanOrEqual(room + 0.01);
        expect(place.top + place.height).toBeLessThanOrEqual(770.01);
        expect(place.ground.foot - place.ground.height).toBeGreaterThanOrEqual(0);
      });
    }
  });
});

describe("what is told of pairs", () => {
  it("is the item on which most were wrong", () => {
    expect(hardestItem(shown(FORTY_ONE).reveal)).toMatchObject({ item: { item: "hug" }, right: 27, all: 41 });
  });

  it("is the trap that most fell into, and none where nobody did", () => {
    const { axis, reveal } = shown(FORTY_ONE);
    expect(pairTrap(axis, reveal)).toMatchObject({ count: 12, option: { id: "status" } });
    const nobody = shown(pairView({}));
    expect(pairTrap(nobody.axis, nobody.reveal)).toBeNull();
  });
});
