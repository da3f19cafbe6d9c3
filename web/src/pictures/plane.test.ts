import { describe, expect, it } from "vitest";
import { planeView } from "../gallery/order_samples";
import type { ScreenView } from "../wire/generated";
import { textOf } from "../words/language.svelte";
import { sum } from "./figures";
import { centreSign } from "./plane_centre";
import { planeFigures, planePaving } from "./plane_crowd";
import { DIAMOND, overlaps, planeSlabs, terracesIn } from "./plane_places";

const BOXES = [
  { left: 180, top: 56, width: 816, height: 640 },
  { left: 6, top: 56, width: 836, height: 590 },
];
const FORTY_ONE = planeView({ status: 17, services: 10, information: 6, love: 3 }, 5);
const CLASSES: Readonly<Record<string, ScreenView>> = {
  nobody: planeView({}, 0),
  five: planeView({ status: 3, services: 1 }, 1),
  "forty-one": FORTY_ONE,
  "a hundred and twenty": planeView({ status: 47, services: 30, information: 16, love: 13, money: 4 }, 10),
  "nine hundred": planeView({ status: 394, services: 233, information: 118, love: 71, goods: 22 }, 62),
};

function onPlane(view: ScreenView, box: (typeof BOXES)[number]) {
  const axis = view.round?.axes[0];
  const reveal = view.reveal?.axes[0];
  if (!axis || !reveal?.detail.plane) throw new Error("a sample without a plane");
  const terraces = terracesIn(box);
  return { detail: reveal.detail.plane, terraces, slabs: planeSlabs(axis, reveal, terraces, textOf) };
}

describe.each(Object.entries(CLASSES))("a plane with %s", (_, view) => {
  it.each(BOXES)("keeps its slabs apart and inside ($width wide)", (box) => {
    const { slabs } = onPlane(view, box);
    expect(slabs).toHaveLength(6);
    slabs.forEach((slab, number) => {
      expect(slab.left).toBeGreaterThanOrEqual(box.left - 6.01);
      expect(slab.left + slab.width).toBeLessThanOrEqual(box.left + box.width + 6.01);
      expect(slab.top + slab.height).toBeLessThanOrEqual(box.top + box.height);
      slabs.slice(number + 1).forEach((other) => expect(overlaps(slab, other)).toBe(false));
    });
  });

  it.each(BOXES)("draws everybody, inside and not behind a slab ($width wide)", (box) => {
    const { detail, terraces, slabs } = onPlane(view, box);
    const figures = planeFigures(detail, terraces, slabs, "seed");
    expect(figures).toHaveLength(sum(detail.taps.map((tap) => tap.count)));
    for (const figure of figures) {
      expect(figure.x).toBeGreaterThan(box.left);
      expect(figure.x).toBeLessThan(box.left + box.width);
      expect(figure.y).toBeLessThanOrEqual(box.top + box.height);
      const isHidden = slabs.some(
        (slab) => figure.x > slab.left && figure.x < slab.left + slab.width && figure.y > slab.top && figure.y < slab.top + slab.height,
      );
      expect(isHidden).toBe(false);
    }
  });

  it.each(BOXES)("counts everybody into the paving, with no stone under a slab ($width wide)", (box) => {
    const { detail, terraces, slabs } = onPlane(view, box);
    const paving = planePaving(detail, terraces, slabs, "seed");
    expect(sum(paving.map((stone) => stone.count))).toBe(sum(detail.taps.map((tap) => tap.count)));
    for (const stone of paving) {
      expect(stone.side).toBeGreaterThanOrEqual(8);
      expect(stone.side).toBeLessThanOrEqual(33);
      const isUnder = slabs.some(
        (slab) => stone.x > slab.left && stone.x < slab.left + slab.width && stone.y > slab.top && stone.y < slab.top + slab.height,
      );
      expect(isUnder).toBe(false);
    }
  });
});

describe("a stone of the paving", () => {
  it("has the area of its number", () => {
    const { detail, terraces, slabs } = onPlane(CLASSES["nine hundred"] as ScreenView, BOXES[0]!);
    const paving = planePaving(detail, terraces, slabs, "seed");
    const large = paving.filter((stone) => stone.side > 8).sort((one, other) => other.count - one.count);
    const [first, second] = [large[0], large.at(-1)];
    if (!first || !second) throw new Error("no stones");
    expect(first.side ** 2 / second.side ** 2).toBeCloseTo(first.count / second.count, 3);
  });
});

describe("the centre of the class", () => {
  it("hides no slab, neither with its sign nor with its name", () => {
    for (const box of BOXES) {
      const { detail, terraces, slabs } = onPlane(FORTY_ONE, box);
      if (!detail.centre) throw new Error("no centre");
      const sign = centreSign(detail.centre, 366, terraces, slabs, [], planeFigures(detail, terraces, slabs, "seed"));
      const diamond = { left: sign.x - DIAMOND, top: sign.y - DIAMOND, width: 2 * DIAMOND, height: 2 * DIAMOND };
      for (const slab of slabs) {
        expect(overlaps(slab, sign.box)).toBe(false);
        expect(overlaps(slab, diamond)).toBe(false);
      }
    }
  });
});
