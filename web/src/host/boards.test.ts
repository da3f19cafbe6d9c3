import { describe, expect, it } from "vitest";
import type { BoardKind, BoardView, HostView } from "../wire/generated";
import { plainSettings } from "../wire/blank";
import { boardsOf, canShow, otherMatrix, toggled } from "./boards";
import { sampleHost } from "./samples";

const shown = (kind: BoardKind, axis = ""): BoardView => ({
  kind, confusions: [], calibration: null, teams: [], debate: null,
  matrix: kind === "matrix" ? { axis, axis_label: { nl: "", en: "" }, options: [], counts: [] } : null,
});
const atReveal = (change: Partial<HostView> = {}) => sampleHost("reveal", 0, change);

describe("boards over the slide", () => {
  it("wait for a reveal, all but the way in", () => {
    const open = sampleHost("answering", 0);
    expect([canShow(open, "join"), canShow(open, "confusions"), canShow(open, "matrix")]).toEqual([true, false, false]);
    expect([canShow(atReveal(), "confusions"), canShow(atReveal(), "calibration")]).toEqual([true, true]);
    expect(canShow(sampleHost("ended", 0), "join")).toBe(false);
  });

  it("are those that the room and the card have", () => {
    expect(boardsOf(atReveal())).toEqual(["join", "confusions", "matrix", "calibration"]);
    const teams = { ...plainSettings, scoring: "teams" as const, teams: ["A", "B"] };
    expect(boardsOf(atReveal({ settings: teams, debate: { nl: "Wat?", en: "What?" } }))).toEqual([
      "join", "confusions", "matrix", "calibration", "teams", "debate",
    ]);
  });

  it("come at one press and go at the next", () => {
    expect(toggled(atReveal(), "confusions")).toEqual({ board: "confusions", axis: null });
    expect(toggled(atReveal({ board: shown("confusions") }), "confusions")).toEqual({ board: null, axis: null });
    expect(toggled(atReveal(), "debate")).toBeNull();
  });

  it("begin with the matrix of the picture on the screen, and go round the axes", () => {
    expect(toggled(atReveal(), "matrix")).toEqual({ board: "matrix", axis: "commitment-form" });
    const last = atReveal({ board: shown("matrix", "trust-level") });
    expect(otherMatrix(last, 1)).toEqual({ board: "matrix", axis: "stage" });
    expect(otherMatrix(last, -1)).toEqual({ board: "matrix", axis: "commitment-form" });
    expect(otherMatrix(atReveal(), 1)).toBeNull();
  });
});
