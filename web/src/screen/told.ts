/** What the words beside a picture of orders, planes, pairs or open answers say: finding, keys and trap. Pure. */
import { sum } from "../pictures/figures";
import { groupsOf } from "../pictures/groups";
import { nameIn } from "../pictures/lettering";
import { MOMENTS_BEFORE_SALE, saleTally } from "../pictures/levitt";
import { modelOf } from "../pictures/models";
import { orderTally, orderTrap } from "../pictures/orders";
import { hardestItem, pairTrap } from "../pictures/pairs";
import { talliesOf, topTrap, votersOf } from "../pictures/tallies";
import type { AxisReveal, AxisView, Text } from "../wire/generated";
import type { modelWords } from "../words/models";
import type { screenWords } from "../words/screen";

type ModelWords = (typeof modelWords)["nl"];
type Words = (typeof screenWords)["nl"];
type TextOf = (text: Text) => string;

/** How far from the right place the centre of a class is worth a sentence. */
const FAR = 0.08;

/** The sentence under the title; null where the axis has none of these pictures. */
export function modelFinding(axis: AxisView, reveal: AxisReveal, words: ModelWords, textOf: TextOf): string | null {
  switch (modelOf(axis, reveal)) {
    case "plane":
      return planeFinding(axis, reveal, words, textOf);
    case "climb":
      return climbFinding(axis, reveal, words, textOf);
    case "levitt":
      return saleFinding(axis, reveal, words, textOf);
    case "pairs": {
      const hardest = hardestItem(reveal);
      return hardest && hardest.all > 0 ? words.pairsRight(hardest.right, hardest.all, textOf(hardest.item.label)) : "";
    }
    case "quotes":
      return openFinding(reveal, words);
    default:
      return null;
  }
}

function planeFinding(axis: AxisView, reveal: AxisReveal, words: ModelWords, textOf: TextOf): string {
  const all = votersOf(axis, reveal);
  if (all === 0) return "";
  const keys = talliesOf(axis, reveal).filter((tally) => tally.isKey);
  const inRing = words.inRing(sum(keys.map((tally) => tally.count)), all);
  const { centre, places } = reveal.detail.plane ?? { centre: null, places: [] };
  const right = places.find((place) => place.option === keys[0]?.option.id);
  if (!centre || !right || keys.length !== 1) return inRing;
  const across = centre.x - right.x;
  const up = centre.y - right.y;
  if (Math.max(Math.abs(across), Math.abs(up)) < FAR) return inRing;
  const scale = Math.abs(across) >= Math.abs(up) ? axis.x_axis : axis.y_axis;
  const isHigh = Math.abs(across) >= Math.abs(up) ? across > 0 : up > 0;
  return scale ? `${inRing} ${words.centreIs(nameIn(textOf(isHigh ? scale.high : scale.low)))}` : inRing;
}

function climbFinding(axis: AxisView, reveal: AxisReveal, words: ModelWords, textOf: TextOf): string {
  if (!reveal.detail.order) return "";
  const { ground, steps, brokenAfter } = orderTally(axis, reveal.detail.order);
  const all = ground + sum(steps.map((step) => step.count));
  if (all === 0) return "";
  const first = words.wentUp(steps.at(-1)?.count ?? 0, all);
  if (brokenAfter === null) return first;
  if (brokenAfter < 0) return `${first} ${words.missedFirst(ground)}`;
  const step = steps[brokenAfter];
  return step ? `${first} ${words.stoppedAfter(step.count, words.and(step.options.map((option) => textOf(option.short))))}` : first;
}

function saleFinding(axis: AxisView, reveal: AxisReveal, words: ModelWords, textOf: TextOf): string {
  const tally = saleTally(axis, reveal);
  if (!tally || tally.all === 0) return "";
  const item = textOf(tally.item.short);
  const own = tally.counts[tally.own] ?? 0;
  return tally.own < MOMENTS_BEFORE_SALE
    ? words.putBefore(tally.before, tally.all, own, item)
    : words.putAfter(tally.all - tally.before, tally.all, own, item);
}

function openFinding(reveal: AxisReveal, words: ModelWords): string {
  if (!reveal.detail.open) return "";
  const { groups, apart, all } = groupsOf(reveal.detail.open);
  if (all === 0) return "";
  if (groups.length === 0) return words.answersIn(all);
  const first = words.inGroups(all - apart, all, groups.length);
  return apart > 0 ? `${first} ${words.apart(apart)}` : first;
}

/** What is right, one name for each tag. None where every gold step of the picture says it, or nothing is right. */
export function keyNames(axis: AxisView, reveal: AxisReveal, words: ModelWords, textOf: TextOf): string[] {
  const kind = modelOf(axis, reveal);
  if (kind === "climb") return [words.wholeStair];
  if (kind === "levitt") {
    const tally = saleTally(axis, reveal);
    return tally ? [tally.own < MOMENTS_BEFORE_SALE ? words.beforeSale : words.afterSale] : [];
  }
  return talliesOf(axis, reveal)
    .filter((tally) => tally.isKey)
    .map((tally) => nameIn(textOf(tally.option.short)));
}

/** The trap that most fell into: who did what, and why it fails. */
export interface ToldTrap {
  readonly lead: string;
  readonly text: Text;
}

/** The trap to tell of an axis, whatever its kind; null when nobody fell into one. */
export function toldTrap(
  axis: AxisView,
  reveal: AxisReveal,
  words: Words,
  model: ModelWords,
  textOf: TextOf,
): ToldTrap | null {
  const inOrder = orderTrap(axis, reveal);
  if (inOrder) {
    const lead = model.swapped(inOrder.count, textOf(inOrder.first.short), textOf(inOrder.second.short));
    return { lead, text: inOrder.trap.text };
  }
  const inPair = pairTrap(axis, reveal);
  if (inPair) {
    const lead = model.putWith(inPair.count, textOf(inPair.item.label), textOf(inPair.option.short));
    return { lead, text: inPair.trap.text };
  }
  const fallen = topTrap(axis, reveal);
  if (!fallen) return null;
  const label = nameIn(textOf(fallen.option.short));
  const isPlane = reveal.detail.plane !== null;
  return {
    lead: isPlane ? model.near(fallen.count, label) : words.countOn(fallen.count, label),
    text: fallen.trap.text,
  };
}
