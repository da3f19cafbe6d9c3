import { describe, expect, it } from "vitest";
import { openHost } from "../host/kind_samples";
import { contestedHost, sampleHost, sampleRoster } from "../host/samples";
import { keyLink } from "./link";
import { clockText } from "./moments";
import { adviceLine, keyRows, linesOf, onScreenLine, titleLine } from "./panel";

describe("the private panel", () => {
  it("has a row per asked axis: the key's mark and name, and who was right", () => {
    expect(keyRows(sampleHost("closed", 0), "nl").map((row) => [row.mark, row.key, row.share])).toEqual([
      [3, "Supporter", "38 % goed"],
      [1, "Moreel", "49 % goed"],
      [1, "Midden: gedrag", "73 % goed"],
    ]);
  });

  it("says a key of several options, or of none, in words alone", () => {
    const contested = keyRows(contestedHost("closed", 0), "en").find((row) => row.isContested)!;
    expect(contested.mark).toBeNull();
    expect(contested.key).toContain(" or ");
    expect(keyRows(openHost("closed", 0, []), "nl").every((row) => row.mark === null)).toBe(true);
  });

  it("advises when the round has closed, and on nothing where there is no card", () => {
    const view = sampleHost("closed", 0);
    const talk = { ...view, keys: view.keys.map((axis) => ({ ...axis, advice: { ...axis.advice, suggestion: "talk" as const } })) };
    expect(adviceLine(talk, "nl")).toBe("Laat ze erover praten");
    expect(adviceLine(sampleHost("answering", 0, { answered: 0 }), "en")).toBe("No answers yet");
    expect(adviceLine(sampleHost("lobby", 0), "nl")).toBeNull();
  });

  it("goes on advising at the standings, where no round is counted any more", () => {
    const keys = sampleHost("closed", 0).keys.map((axis) => ({ ...axis, advice: { ...axis.advice, suggestion: "move_on" as const, answers: 37 } }));
    const view = sampleHost("leaderboard", 0, { answered: 0, keys });
    expect(adviceLine(view, "nl")).toBe("Ga door");
    const nobody = keys.map((axis) => ({ ...axis, right_share: null, advice: { ...axis.advice, answers: 0 } }));
    expect(adviceLine({ ...view, keys: nobody }, "nl")).toBe("Niemand antwoordde");
  });
});

describe("what the hall has before it", () => {
  it("is told for each moment, and a board covers the slide", () => {
    expect(onScreenLine(sampleHost("answering", 0), "nl")).toBe("Op het scherm: het verhaal. Nog niets van de stemmen.");
    expect(onScreenLine(sampleHost("reveal", 0), "en")).toContain("the picture of");
    const board = { kind: "join" as const, confusions: [], matrix: null, calibration: null, teams: [], debate: null };
    expect(onScreenLine(sampleHost("reveal", 0, { board }), "en")).toBe("On the screen: the code to join.");
  });

  it("has the card's title, or the deck's between cards", () => {
    expect(titleLine(sampleHost("answering", 0), "nl")).toBe("De dorpsbakker");
    expect(titleLine(sampleHost("lobby", 0), "nl")).toBe("Het dorpsplein");
  });

  it("counts who is connected and whose line keeps breaking", () => {
    const roster = sampleRoster(3, "answering");
    const rows = roster.rows.map((row, place) => ({ ...row, is_removed: false, line: (["here", "shaky", "away"] as const)[place]! }));
    expect(linesOf({ ...roster, rows })).toEqual({ here: 2, slow: 1 });
    expect(linesOf(null)).toEqual({ here: 0, slow: 0 });
  });
});

describe("the link of a key", () => {
  it("names the room before the # and the secret behind it", () => {
    expect(keyLink("/remote/r1", "#s3cret")).toEqual({ room: "r1", secret: "s3cret" });
    expect(keyLink("/remote/r1", "")).toEqual({ room: "r1", secret: "" });
  });

  it("says until when, with the day where that is another one", () => {
    const noon = new Date(2026, 2, 7, 12, 0).getTime();
    expect(clockText(noon + 3_600_000, "nl", noon)).toBe("13:00");
    expect(clockText(noon + 86_400_000, "en", noon)).toMatch(/^Sun,? 12:00$/);
  });
});
