/** The class hour's slides in sentences, for who cannot see the picture: boards, who moved, honours. Pure. */
import { flowCounts } from "../pictures/flow";
import { certaintyTale } from "../screen/boards/calibration";
import { teamsTitle } from "../screen/boards/team_words";
import { gainText, movedCount, placeName } from "../screen/flow_words";
import { honourTold } from "../screen/honour_words";
import type { AxisView, BoardView, FlowView, ScreenView, Text } from "../wire/generated";
import { percentText, pointsText } from "../words/format";
import type { Language } from "../words/language.svelte";
import { screenWords } from "../words/screen";
import { hourWords } from "../words/screen_hour";

/** A slide as a title and sentences. */
export interface InSentences {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Who moved on an axis: how many, the gain, and every move. */
export function flowInWords(axis: AxisView, flow: FlowView, language: Language): InSentences {
  const words = hourWords[language];
  if (flow.voters === 0) return { title: words.nobodyTwice, lines: [words.firstStands] };
  const options = axis.options.map((option) => ({ id: option.id, name: option.label[language] }));
  const nameOf = (id: string): string => placeName(id, options, { right: words.right, almost: words.almost, wrong: words.wrong });
  const counts = flowCounts(flow);
  const moved = movedCount(flow);
  return {
    title: flow.by_option ? words.moved(moved) : words.movedRight(moved),
    lines: [
      `${gainText(flow, language)} ${flow.by_option ? words.onTheKey : words.whollyRight}.`,
      `${flow.by_option ? words.toTheKey(counts.came) : words.toRight(counts.came)}, ${words.stayed(counts.stay)}, ${words.away(counts.left)}.`,
      ...flow.moves
        .filter((move) => move.origin !== move.destination)
        .map((move) => words.movedFromTo(move.count, nameOf(move.origin), nameOf(move.destination))),
    ],
  };
}

/** The board that lies over the slide; null without one. */
export function restInWords(view: ScreenView, language: Language): InSentences | null {
  return view.board ? boardInWords(view.board, language) : null;
}

/** Who stands beside the podium. */
export function honoursInWords(view: ScreenView, language: Language): string[] {
  return view.honours.map((honour) => {
    const told = honourTold(honour, language);
    return `${told.title}: ${told.names}, ${told.figure}.`;
  });
}

function boardInWords(board: BoardView, language: Language): InSentences {
  const words = hourWords[language];
  const said = (text: Text): string => text[language];
  if (board.calibration) {
    const tale = certaintyTale(board.calibration);
    const title =
      tale.kind === "often" ? words.certainRight(tale.times, tale.of) : tale.kind === "over" ? words.moreCertainThanRight : words.howSure;
    const steps = board.calibration.steps.map((step) => {
      const share = step.right_share === null ? words.tooFew : percentText(step.right_share, language);
      return `${words[step.confidence]}: ${share}, ${words.answers(step.answers)}.`;
    });
    return { title, lines: [...steps, `${words.certainWrong(board.calibration.certain_wrong)}.`] };
  }
  if (board.matrix) {
    const { matrix } = board;
    const lines = matrix.options.flatMap((key, row) =>
      matrix.options.map((pick, column) => words.matrixCell(matrix.counts[row]?.[column] ?? 0, said(key.label), said(pick.label))),
    );
    return { title: words.matrixTitle(said(matrix.axis_label)), lines };
  }
  if (board.kind === "confusions") {
    const lines = board.confusions.map((one) => {
      const pair = `${said(one.pick_label)} ${words.insteadOf} ${said(one.key_label)}`;
      return `${words.outOf(one.count, one.of)}: ${pair}. ${one.question ? said(one.question) : ""}`.trim();
    });
    return lines.length > 0
      ? { title: words.pairsMixed(lines.length), lines }
      : { title: words.nothingMixed, lines: [words.nothingMixedWhy] };
  }
  if (board.kind === "teams") {
    const lines = board.teams.map((team) => {
      const mean = screenWords[language].points(pointsText(team.mean, language));
      return `${team.name}: ${team.members > 0 ? `${words.onAverage(mean)}, ${words.members(team.members)}` : words.noMembers}.`;
    });
    return { title: teamsTitle(board.teams, language), lines };
  }
  return board.debate ? { title: `“${said(board.debate)}”`, lines: [] } : { title: words.joinNow, lines: [] };
}
