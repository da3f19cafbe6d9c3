import { describe, expect, it } from "vitest";
import { chainView, groupsOfBep, openView, pairView, planeView, saleView } from "../gallery/order_samples";
import { sum } from "../pictures/figures";
import { twinRows } from "../pictures/twin";
import type { ScreenView, Text } from "../wire/generated";
import { modelWords } from "../words/models";
import { screenWords } from "../words/screen";
import { keyNames, modelFinding, toldTrap } from "./told";

const nl = (text: Text): string => text.nl;

function shown(view: ScreenView) {
  const axis = view.round?.axes[0];
  const reveal = view.reveal?.axes[0];
  if (!axis || !reveal) throw new Error("no sample");
  return { axis, reveal };
}

function findingOf(view: ScreenView): string | null {
  const { axis, reveal } = shown(view);
  return modelFinding(axis, reveal, modelWords.nl, nl);
}

describe("the finding", () => {
  it("says how far the class climbed", () => {
    expect(findingOf(chainView([2, 4, 13, 4, 0, 18]))).toBe("18 van de 41 liepen door tot boven. 13 bleven staan na Emotie.");
    expect(findingOf(chainView([29, 6, 4, 2, 0, 0]))).toBe("Niemand liep door tot boven. 29 misten de eerste trede.");
    expect(findingOf(chainView([0, 0, 0, 0, 0, 1]))).toBe("Iedereen liep door tot boven.");
  });

  it("says how many put it before the sale", () => {
    expect(findingOf(saleView([0, 3, 22, 12, 4]))).toBe("25 van de 41 zetten “Koelt af” vóór de koop, 22 op de eigen plaats.");
  });

  it("says who stands in the ring, and where the centre pulls", () => {
    expect(findingOf(planeView({ status: 17, services: 10 }, 5))).toMatch(/^\d+ van de 32 staan in de ring\. Het midden ligt/);
  });

  it("says what is grouped and what lies apart", () => {
    expect(findingOf(openView(groupsOfBep.slice(0, 3), 5))).toBe("36 van de 41 antwoorden in drie groepen. 5 liggen nog apart.");
    expect(findingOf(openView([], 41))).toBe("41 antwoorden. De docent legt ze bij elkaar.");
  });

  it.each([chainView([0, 0, 0, 0, 0, 0]), saleView([0, 0, 0, 0, 0]), planeView({}, 0), pairView({}), openView([], 0)])(
    "is empty while nobody answered",
    (view) => expect(findingOf(view)).toBe(""),
  );
});

describe("key and trap", () => {
  it("name the whole stair, the side of the sale and the place", () => {
    const names = [chainView([0, 0, 0, 0, 0, 1]), saleView([0, 0, 1, 0, 0]), planeView({ status: 1 }, 0)].map((view) => {
      const { axis, reveal } = shown(view);
      return keyNames(axis, reveal, modelWords.nl, nl);
    });
    expect(names).toEqual([["de hele trap, van links naar rechts"], ["vóór de koop"], ["Status"]]);
  });

  it("say in words what the trap was", () => {
    const leads = [chainView([2, 4, 13, 4, 0, 18]), pairView({ hug: [27, 12, 0, 0, 0, 0] })].map((view) => {
      const { axis, reveal } = shown(view);
      return toldTrap(axis, reveal, screenWords.nl, modelWords.nl, nl)?.lead;
    });
    expect(leads).toEqual(["14 zetten Commitment vóór Vertrouwen.", "12 zetten de omhelzing bij Status."]);
  });
});

describe("the table for who reads by ear", () => {
  it.each([
    ["climb", chainView([2, 4, 13, 4, 0, 18]), 41],
    ["sale", saleView([0, 3, 22, 12, 4]), 41],
    ["plane", planeView({ status: 17, services: 10 }, 5), 32],
    ["open answers", openView(groupsOfBep, 2), 41],
  ])("%s: everybody is in it once", (_, view, all) => {
    const { axis, reveal } = shown(view);
    const rows = twinRows(axis, reveal, modelWords.nl, nl) ?? [];
    expect(sum(rows.map((row) => row.count))).toBe(all);
    expect(rows.every((row) => row.name !== "")).toBe(true);
  });

  it("pairs: every item with every option", () => {
    const { axis, reveal } = shown(pairView({ hug: [27, 12, 1, 0, 1, 0] }));
    const rows = twinRows(axis, reveal, modelWords.nl, nl) ?? [];
    expect(rows).toHaveLength(18);
    expect(rows.filter((row) => row.isKey)).toHaveLength(3);
  });
});
