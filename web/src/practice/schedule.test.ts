import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayOf, daysBetween, daysLater } from "./days";
import { afterAnswer, isDue, isKnown, KNOWN, missedOn, TODAY, type Place } from "./schedule";

const zone = process.env.TZ;
beforeEach(() => (process.env.TZ = "Europe/Amsterdam"));
afterEach(() => (process.env.TZ = zone));

describe("a calendar day", () => {
  it("is that of this device, also just before midnight and just after", () => {
    expect(dayOf(new Date(2026, 10, 28, 23, 59))).toBe("2026-11-28");
    expect(dayOf(new Date(2026, 10, 29, 0, 1))).toBe("2026-11-29");
  });

  it("stays a day where it has 23 or 25 hours", () => {
    expect(daysLater("2026-03-28", 2)).toBe("2026-03-30"); // summer time begins on the 29th
    expect(daysLater("2026-10-24", 2)).toBe("2026-10-26"); // and ends on the 25th
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  });

  it("goes over the ends of months and years", () => {
    expect(daysLater("2026-12-25", 14)).toBe("2027-01-08");
    expect(daysLater("2028-02-27", 2)).toBe("2028-02-29");
    expect(daysBetween("2027-01-08", "2026-12-25")).toBe(-14);
  });
});

describe("the schedule", () => {
  /** Answers rightly on every day when the card is due; the days on which that was. */
  function hitUntilKnown(from: Place): { days: string[]; place: Place } {
    const days: string[] = [];
    let place = from;
    while (!isKnown(place)) {
      days.push(place.due);
      place = afterAnswer(place, true, place.due);
    }
    return { days, place };
  }

  it("lets a missed card come back at once, after 2, 7 and 14 days, twice each, and then it is known", () => {
    const { days, place } = hitUntilKnown(missedOn("2026-11-28"));
    expect(days.map((day) => daysBetween("2026-11-28", day))).toEqual([0, 2, 4, 11, 18, 32, 46]);
    expect(place.step).toBe(KNOWN);
    expect(isDue(place, "2030-01-01")).toBe(false);
  });

  it("brings a card back to today by a miss, from wherever it stood, also when it was known", () => {
    for (const step of [0, 1, 2, 3, KNOWN]) {
      const after = afterAnswer({ step, hits: 1, due: "2026-12-24" }, false, "2026-12-01");
      expect(after).toEqual({ step: TODAY, hits: 0, due: "2026-12-01" });
    }
  });

  it("does not count a hit on a day when the card was not due: it is not spaced", () => {
    const place = { step: 2, hits: 1, due: "2026-12-05" };
    expect(afterAnswer(place, true, "2026-12-04")).toEqual(place);
    expect(afterAnswer(place, true, "2026-12-05").step).toBe(3);
  });

  it("counts from the day of the answer, for who comes late", () => {
    expect(afterAnswer({ step: 1, hits: 0, due: "2026-12-01" }, true, "2026-12-20").due).toBe("2026-12-22");
  });
});
