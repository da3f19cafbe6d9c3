/** Groups of open answers as steps: as high as their quotations ask, the largest highest. Pure. */
import type { GroupView } from "../wire/generated";
import { linesOf, widthOf } from "./lettering";
import { type Place, RAISE } from "./places";

/** How the steps are set: all the same way. */
export interface QuoteSteps {
  readonly places: readonly Place[];
  /** Sizes of the titles and of the quotations. */
  readonly title: number;
  readonly quote: number;
  /** The quotations of each step, as many as fit. */
  readonly quotes: readonly (readonly string[])[];
  /** Steps side by side, or over each other where there is no width for them. */
  readonly isStacked: boolean;
}

const GAP = 18;
const MARGIN = 26;
/** Serif letters against the measured sans. */
const SERIF = 1.02;
const LEADING = 1.3;
const HEADROOM = 150;
/** A step narrower than this breaks a quotation word by word. */
const NARROWEST = 275;
const COUNT = 60;
/** Over each other: the size of the titles, and quotations and people from the largest down. */
const ROW_TITLE = 34;
const ROW_GAP = 8;
const LEAST_PEOPLE = 38;
const ROW_SIZES = [
  [40, 64],
  [38, 60],
  [36, 56],
  [34, 50],
  [32, 46],
  [32, LEAST_PEOPLE],
] as const;

/** What a mark says of a group; empty where it has none. */
export type MarkOf = (group: GroupView) => string;

/** The steps of the groups, the smallest first. */
export function quoteSteps(groups: readonly GroupView[], width: number, height: number, markOf: MarkOf): QuoteSteps {
  const own = (width - GAP * (groups.length - 1)) / Math.max(1, groups.length);
  return own < NARROWEST ? overEachOther(groups, width, height, markOf) : besideEachOther(groups, own, height, markOf);
}

function besideEachOther(groups: readonly GroupView[], own: number, height: number, markOf: MarkOf): QuoteSteps {
  const inner = own - 2 * MARGIN;
  const most = height - HEADROOM;
  const rise = Math.min(110, (most * 0.3) / Math.max(1, groups.length - 1));
  for (const shown of [2, 1]) {
    for (const quote of [40, 38, 36, 34, 32]) {
      const title = quote >= 38 && own > 420 ? 38 : 34;
      const quotes = groups.map((group) => group.quotes.slice(0, shown));
      const needs = groups.map((group, place) => faceOf(group, title, inner, markOf(group)) + textOf(quotes[place] ?? [], quote, inner));
      const heights: number[] = [];
      for (const [place, need] of needs.entries()) {
        const below = heights[place - 1];
        heights.push(Math.max(need, 190 + place * rise, below ? below + rise * 0.7 : 0));
      }
      const isLast = shown === 1 && quote === 32;
      if ((heights.at(-1) ?? 0) > most && !isLast) continue;
      const tall = heights.map((one, place) => Math.min(one, most - (groups.length - 1 - place) * 8));
      const places = tall.map((one, place) => standing(place * (own + GAP), height - one, own, one));
      return { places, title, quote, quotes, isStacked: false };
    }
  }
  return { places: [], title: 34, quote: 32, quotes: [], isStacked: false };
}

/** The largest group lowest and widest: a stair seen from its front. Each step is as high as its words ask. */
function overEachOther(groups: readonly GroupView[], width: number, height: number, markOf: MarkOf): QuoteSteps {
  const widths = groups.map((_, place) => width * (1 - 0.04 * (groups.length - 1 - place)));
  const headOf = (group: GroupView, place: number): number => {
    const inner = (widths[place] ?? width) - 2 * MARGIN - widthOf(String(group.count), 50) - 16;
    const mark = markOf(group);
    const line = widthOf(group.title, ROW_TITLE) + (mark ? 74 + widthOf(mark, ROW_TITLE) : 0);
    return line <= inner ? 70 : 70 + ROW_TITLE * 1.14;
  };
  let best: { quote: number; people: number; quotes: string[][]; heights: number[] } | null = null;
  for (let withWords = groups.length; withWords >= 0 && !best; withWords -= 1) {
    const quotes = groups.map((group, place) => (place >= groups.length - withWords ? group.quotes.slice(0, 1) : []));
    for (const [quote, people] of ROW_SIZES) {
      const heights = groups.map(
        (group, place) => headOf(group, place) + textOf(quotes[place] ?? [], quote, (widths[place] ?? width) - 2 * MARGIN) + 4,
      );
      const tall = heights.reduce((total, one) => total + one + people + RAISE, 0) + ROW_GAP * (groups.length - 1);
      if (tall > height && !(withWords === 0 && people === LEAST_PEOPLE)) continue;
      best = { quote, people, quotes, heights };
      break;
    }
  }
  if (!best) return { places: [], title: ROW_TITLE, quote: 32, quotes: [], isStacked: true };
  const { quote, people, quotes, heights } = best;
  let top = height - heights.reduce((total, one) => total + one, 0) - (people + RAISE + ROW_GAP) * (groups.length - 1);
  const places = heights.map((tall, place) => {
    const box = standing(0, top, widths[place] ?? width, tall);
    top += tall + people + RAISE + ROW_GAP;
    return { ...box, ground: { ...box.ground, height: people } };
  });
  return { places, title: ROW_TITLE, quote, quotes, isStacked: true };
}

function standing(left: number, top: number, width: number, height: number): Place {
  const ground = { x: left + width / 2, foot: top - 2, width: width - 40, height: HEADROOM - RAISE - 4 };
  return { left, top, width, height, ground };
}

function faceOf(group: GroupView, size: number, inner: number, mark: string): number {
  const room = inner - widthOf(String(group.count), COUNT) - 16;
  const marked = mark ? 10 + linesOf(mark, 34, inner - 50) * 41 : 0;
  return 34 + linesOf(group.title, size, room) * size * 1.14 + marked + 24;
}

function textOf(quotes: readonly string[], size: number, inner: number): number {
  return quotes.reduce((tall, quote) => tall + 20 + linesOf(`“${quote}”`, size * SERIF, inner) * size * LEADING, 0);
}
