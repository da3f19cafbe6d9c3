/** The sentence under a reveal's title: what the class did, in words. Pure. */
import { pictureOf } from "../pictures/kinds";
import { nameIn } from "../pictures/lettering";
import { sum } from "../pictures/figures";
import { exactlyRight, keyPositions } from "../pictures/sets";
import { type OptionTally, talliesOf, topMiss, votersOf } from "../pictures/tallies";
import type { AxisReveal, AxisView, Text } from "../wire/generated";
import { language } from "../words/language.svelte";
import { modelWords } from "../words/models";
import type { screenWords } from "../words/screen";
import { modelFinding } from "./told";

type Words = (typeof screenWords)["nl"];

/** How many stood on the key, and where most of the others were. */
export function finding(axis: AxisView, reveal: AxisReveal, words: Words, textOf: (text: Text) => string): string {
  const told = modelFinding(axis, reveal, modelWords[language.current], textOf);
  if (told !== null) return told || words.nobodyAnswered;
  const tallies = talliesOf(axis, reveal);
  const votes = votersOf(axis, reveal);
  if (votes === 0) return words.nobodyAnswered;
  if (axis.kind === "multi") return findingOfSet(axis, reveal, votes, words, textOf);
  const keys = tallies.filter((tally) => tally.isKey);
  const right = sum(keys.map((tally) => tally.count));
  if (reveal.is_contested) {
    return words.onGold(right, votes, keys.every((tally) => tally.share === 1));
  }
  const key = keys[0];
  if (!key) return "";
  const climbs = pictureOf(axis, reveal) === "pyramid" || pictureOf(axis, reveal) === "stair";
  const label = nameIn(textOf(key.option.short));
  const first = climbs ? words.stoodOn(key.count, votes, label) : words.chose(key.count, votes, label);
  const miss = topMiss(tallies);
  return miss ? `${first} ${others(tallies, key, miss, climbs, words, textOf)}` : first;
}

/** How many chose exactly what is right, where several options belong together. */
function findingOfSet(
  axis: AxisView,
  reveal: AxisReveal,
  votes: number,
  words: Words,
  textOf: (text: Text) => string,
): string {
  const labels = keyPositions(axis, reveal).map((position) => nameIn(textOf(axis.options[position]!.short)));
  const right = exactlyRight(axis, reveal);
  if (pictureOf(axis, reveal) === "stacks") return words.built(right, votes, words.both(labels));
  return words.choseExactly(right, votes, labels.length, words.both(labels));
}

function others(
  tallies: readonly OptionTally[],
  key: OptionTally,
  miss: OptionTally,
  climbs: boolean,
  words: Words,
  textOf: (text: Text) => string,
): string {
  const apart = tallies.indexOf(miss) - tallies.indexOf(key);
  if (climbs && apart === -1) return words.oneLower(miss.count);
  if (climbs && apart === 1) return words.oneHigher(miss.count);
  const label = nameIn(textOf(miss.option.short));
  return climbs ? words.otherStood(miss.count, label) : words.otherChose(miss.count, label);
}
