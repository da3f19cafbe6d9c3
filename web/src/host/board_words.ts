/** What a board is called on the console. */

import type { BoardKind, BoardView } from "../wire/generated";
import { hostHourWords } from "../words/host_hour";
import type { Language } from "../words/language.svelte";

/** `axis` is the name of a matrix's axis, where one is shown. */
export function boardName(kind: BoardKind, axis: string | null, language: Language): string {
  const words = hostHourWords[language];
  if (kind === "matrix" && axis !== null) return words.boardMatrixOf(axis);
  const names: Readonly<Record<BoardKind, string>> = {
    join: words.boardJoin,
    confusions: words.boardConfusions,
    matrix: words.boardMatrix,
    calibration: words.boardCalibration,
    teams: words.boardTeams,
    debate: words.boardDebate,
  };
  return names[kind];
}

/** The board that lies over the slide. */
export function lyingBoard(board: BoardView, language: Language): string {
  return boardName(board.kind, board.matrix?.axis_label[language] ?? null, language);
}
