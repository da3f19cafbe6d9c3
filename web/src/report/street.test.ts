import { describe, expect, it } from "vitest";
import type { CardReport } from "../wire/generated";
import { fitText, reportWords, secondsText } from "../words/report";
import { findingText, streetLine } from "./finding";
import { bareReport, sampleReport, worseReport } from "./samples";
import { changeOf, gapOf, ordered, shapeOf, spoken } from "./street";

const report = sampleReport();
const card = (number: number, of = report): CardReport => of.cards.find((one) => one.number === number)!;
const en = reportWords.en;

describe("a step of the street", () => {
  it("is stone alone where nobody voted twice", () => {
    expect(shapeOf(card(1))).toEqual({ stone: 0.83, gold: 0, brick: 0, top: 0.83 });
    expect(changeOf(card(1))).toBe(0);
  });

  it("has gold on its stone where talking added", () => {
    const shape = shapeOf(card(4));
    expect([shape.stone, shape.gold, shape.top]).toEqual([0.49, expect.closeTo(0.22), 0.71]);
    expect(changeOf(card(4))).toBe(22);
  });

  it("has brick cut out of its stone where talking took away", () => {
    const shape = shapeOf(card(7, worseReport));
    expect([shape.stone, shape.gold, shape.brick, shape.top]).toEqual([0.38, 0, expect.closeTo(0.16), 0.54]);
    expect(changeOf(card(7, worseReport))).toBe(-16);
  });
});

describe("a card in one sentence", () => {
  it("says the first vote, what talking made of it, and r", () => {
    expect(spoken(card(4), "The village baker", en, "en")).toBe(
      "Card 4, The village baker: 49% first vote, 71% after talking, r 0.42",
    );
  });

  it("warns of a key, and says why there is no figure", () => {
    expect(spoken(card(9), "Third parcel", en, "en")).toMatch(/r −0\.06, check key$/);
    expect(spoken(card(6), "Queue", en, "en")).toMatch(/88% first vote, two keys$/);
    expect(spoken(bareReport.cards[0]!, "Poncho", en, "en")).toMatch(/too few$/);
  });
});

describe("the order of the street", () => {
  const numbers = (order: "hour" | "difficulty" | "gap") => ordered(report.cards, order).map((one) => one.number);

  it("is the hour's, the hardest first, or the widest gap first", () => {
    expect(numbers("hour")).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(numbers("difficulty").slice(0, 3)).toEqual([9, 8, 11]);
    expect(numbers("gap").slice(0, 2)).toEqual([11, 7]);
  });

  it("puts last what has no gap", () => {
    expect(gapOf(card(6))).toBeNull();
    expect(numbers("gap").at(-1)).toBe(6);
  });
});

describe("the finding", () => {
  it("leaves the author of an axis out of it", () => {
    const known = { nl: "Vorm (Johnson)", en: "Form (Johnson)" };
    const told = { ...report, finding: { ...report.finding, kind: "know" as const, known } };
    expect(findingText(told, en, (text) => text.en)).toBe("‘Form’ is known, and nothing was mixed up often.");
  });

  it("says whether anybody talked, and what it cost", () => {
    expect(streetLine(bareReport, en)).toContain("Nobody voted twice");
    expect(streetLine(report, en)).not.toContain("Hatched");
    expect(streetLine(worseReport, en)).toContain("Hatched");
  });
});

describe("figures", () => {
  it("have a comma in Dutch, a true minus, and no minus nought", () => {
    expect(fitText(0.418, "nl")).toBe("0,42");
    expect(fitText(-0.06, "en")).toBe("−0.06");
    expect(fitText(-0.001, "en")).toBe("0.00");
    expect([secondsText(9_440, "nl"), secondsText(16_200, "en")]).toEqual(["9,4", "16"]);
  });
});
