import { describe, expect, it } from "vitest";
import { markText, percentText, pinText, pointsText, rankText, stopped, timeText } from "./format";

describe("points", () => {
  it("have a comma in Dutch and a point in English", () => {
    expect(pointsText(2_250, "nl")).toBe("2,25");
    expect(pointsText(2_250, "en")).toBe("2.25");
  });

  it("have no more decimals than they need", () => {
    expect(pointsText(3_000, "nl")).toBe("3");
    expect(pointsText(-1_500, "nl")).toBe("−1,5"); // a real minus, which a reader by ear hears
    expect(pointsText(2_500, "en")).toBe("2.5");
    expect(pointsText(1_333, "nl")).toBe("1,33");
    expect(pointsText(0, "nl")).toBe("0");
  });

  it("are quarter signs as the mark of one axis", () => {
    expect([0, 250, 500, 750, 1_000, 1_250].map((points) => markText(points, "nl"))).toEqual(["0", "¼", "½", "¾", "1", "1¼"]);
    expect(markText(400, "nl")).toBe("0,4");
  });
});

describe("ranks", () => {
  it("are said in each language", () => {
    expect(rankText(5, "nl")).toBe("5e");
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map((rank) => rankText(rank, "en"))).toEqual([
      "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "103rd", "111th",
    ]);
  });
});

describe("time", () => {
  it("is rounded up, so that the last second is not lost, and never below zero", () => {
    expect([41_200, 60_000, 999, 1, 0, -50, 754_000].map(timeText)).toEqual([
      "0:42", "1:00", "0:01", "0:01", "0:00", "0:00", "12:34",
    ]);
  });
});

it("a PIN stands in two groups of three", () => {
  expect(pinText("482917")).toBe("482 917");
});

it("a share is whole per cent", () => {
  expect(percentText(0.714, "nl")).toBe("71 %");
  expect(percentText(0.714, "en")).toBe("71%");
});

describe("the end of a sentence", () => {
  it("has one full stop, also after a shortened word", () => {
    expect([stopped("6 op Levitt"), stopped("6 op Peelen e.a.")]).toEqual(["6 op Levitt.", "6 op Peelen e.a."]);
  });
});
