/** Views of the rarer ways to answer for the gallery and the tests: one card with its key and counts per kind. */

import { componentAxis, formGridAxis } from "../gallery/model_axes";
import { noAdvice, noDetail, plainAxis } from "../wire/blank";
import type { AnswerGroup, AxisView, HostAxis, HostView, OptionView, Phase, PlayerWords, Text } from "../wire/generated";
import { sampleHost, sampleKeys } from "./samples";

const both = (nl: string, en: string = nl): Text => ({ nl, en });
const option = (id: string, nl: string, en: string = nl): OptionView => ({ id, label: both(nl, en), short: both(nl, en), hint: both("") });
const blank = { columns: [], rows: [], cells: null, empty_at: null, empty_why: null };

const resources = [
  option("love", "Liefde", "Love"),
  option("status", "Status"),
  option("services", "Diensten", "Services"),
  option("information", "Informatie", "Information"),
  option("goods", "Goederen", "Goods"),
  option("money", "Geld", "Money"),
];

function axis(id: string, kind: AxisView["kind"], picture: AxisView["picture"]["kind"], short: Text, options: readonly OptionView[]): AxisView {
  return { ...plainAxis, id, kind, label: short, short_label: short, question: short, options, picture: { kind: picture, ...blank } };
}

const planeAxis: AxisView = {
  ...axis("foa-plane", "map2d", "plane", both("Ruil", "Exchange"), resources),
  x_axis: { low: both("symbolisch", "symbolic"), high: both("tastbaar", "tangible") },
  y_axis: { low: both("onpersoonlijk", "impersonal"), high: both("persoonlijk", "personal") },
};
const rankAxis = axis("foa-rank", "rank", "climb", both("Hoe persoonlijk", "How personal"), [resources[4]!, resources[0]!, resources[5]!]);
const chainAxis = axis("chain", "sequence", "climb", both("Keten", "Chain"), [
  option("commitment", "Commitment"),
  option("exchange", "Ruil van middelen", "Exchange"),
  option("trust", "Vertrouwen", "Trust"),
  option("intention", "Blijven willen", "Intention"),
  option("emotion", "Emotie", "Emotion"),
]);
const pairAxis: AxisView = {
  ...axis("foa-pair", "pair", "bars", both("Geven", "Giving"), resources),
  items: [
    { id: "hug", label: both("de omhelzing bij de kraam", "the hug at the stall") },
    { id: "herring", label: both("de haring", "the herring") },
    { id: "praise", label: both("zijn compliment", "his compliment") },
  ],
};
const openAxis = axis("open-why", "open", "quotes", both("Opvolger", "Successor"), []);

const said = {
  trap_counts: [], words: [], groups: [], flow: null, advice: noAdvice, is_contested: false, accepted: [], counts: [], traps: [], detail: noDetail,
  cue: both("stond hij de hele nacht opnieuw te kneden", "he was up all night kneading again"),
  why: both("Wat er staat, beslist; wat men erbij denkt niet.", "What is written decides, not what one adds to it."),
};
const counted = (of: AxisView, counts: readonly number[]) => of.options.map((each, place) => ({ option: each.id, count: counts[place] ?? 0 }));
const trap = (pick: string, nl: string, en: string) => ({ pick, text: both(nl, en) });

const grid: HostAxis = {
  ...said, axis: formGridAxis.id, accepted: [{ option: "internal-limited", share: 1 }], counts: counted(formGridAxis, [11, 19, 7, 3]), right_share: 0.475,
  traps: [trap("internal-free", "Ze doet het zelf, maar niet vrij.", "She does it herself, but not freely.")], trap_counts: [11],
};
const multi: HostAxis = {
  ...said, axis: componentAxis.id, right_share: 0.38,
  accepted: [{ option: "attitudinal-affective", share: 1 }, { option: "temporal", share: 1 }],
  counts: counted(componentAxis, [17, 31, 21]),
  detail: {
    ...noDetail,
    combinations: [
      { options: ["attitudinal-affective", "temporal"], count: 15 },
      { options: ["attitudinal-affective"], count: 8 },
      { options: ["instrumental-calculative"], count: 6 },
      { options: ["instrumental-calculative", "attitudinal-affective"], count: 5 },
      { options: ["instrumental-calculative", "temporal"], count: 3 },
      { options: ["instrumental-calculative", "attitudinal-affective", "temporal"], count: 3 },
    ],
  },
  traps: [trap("instrumental-calculative", "Een euro duurder: ze rekent juist niet.", "One euro more: she does not reckon at all.")], trap_counts: [17],
};
const plane: HostAxis = {
  ...said, axis: planeAxis.id, accepted: [{ option: "status", share: 1 }], counts: counted(planeAxis, [9, 14, 2, 4, 1, 0]), right_share: 0.3,
  detail: {
    ...noDetail,
    plane: {
      places: [
        { option: "love", x: 0.5, y: 0.95 }, { option: "status", x: 0.15, y: 0.75 }, { option: "services", x: 0.8, y: 0.62 },
        { option: "information", x: 0.15, y: 0.35 }, { option: "goods", x: 0.9, y: 0.3 }, { option: "money", x: 0.55, y: 0.06 },
      ],
      taps: [
        [0.17, 0.75, 6], [0.13, 0.71, 3], [0.21, 0.79, 2], [0.25, 0.67, 3], [0.5, 0.92, 5], [0.46, 0.83, 4], [0.33, 0.58, 4],
        [0.42, 0.5, 3], [0.17, 0.38, 3], [0.13, 0.29, 1], [0.83, 0.58, 2], [0.88, 0.33, 1], [0.58, 0.54, 3],
      ].map(([x = 0, y = 0, count = 0]) => ({ x, y, count })),
      centre: { x: 0.34, y: 0.68 },
    },
  },
  traps: [trap("love", "Een hand op de schouder is nog geen liefde.", "A hand on the shoulder is not yet love.")], trap_counts: [9],
};
const rank: HostAxis = {
  ...said, axis: rankAxis.id, right_share: 0.55,
  detail: { ...noDetail, order: { key: [["love"], ["goods", "money"]], reached: [14, 4, 0, 22], steps: [] } },
  traps: [trap("money>love", "Wat het meest kost, is niet het persoonlijkst.", "What costs most is not most personal.")], trap_counts: [9],
};
const chain: HostAxis = {
  ...said, axis: chainAxis.id, right_share: 0.25,
  detail: { ...noDetail, order: { key: [["exchange"], ["emotion"], ["trust"], ["commitment"], ["intention"]], reached: [5, 6, 16, 3, 0, 10], steps: [] } },
  traps: [trap("commitment>trust", "Toewijding groeit op vertrouwen, niet andersom.", "Commitment grows on trust, not the other way round.")], trap_counts: [16],
};
const pair: HostAxis = {
  ...said, axis: pairAxis.id, right_share: 0.42,
  detail: {
    ...noDetail,
    items: [
      { item: "hug", label: pairAxis.items[0]!.label, key: "love", counts: counted(pairAxis, [28, 7, 3, 0, 0, 0]) },
      { item: "herring", label: pairAxis.items[1]!.label, key: "goods", counts: counted(pairAxis, [0, 0, 5, 0, 35, 0]) },
      { item: "praise", label: pairAxis.items[2]!.label, key: "status", counts: counted(pairAxis, [16, 19, 1, 3, 0, 0]) },
    ],
  },
  traps: [trap("praise:love", "Lof tilt je op bij anderen; dat is aanzien.", "Praise lifts you before others; that is standing.")], trap_counts: [16],
};

const keyed = { grid: [formGridAxis, grid], multi: [componentAxis, multi], plane: [planeAxis, plane], rank: [rankAxis, rank], sequence: [chainAxis, chain], pair: [pairAxis, pair] } as const;
type OneKind = keyof typeof keyed;
export const kindNames = Object.keys(keyed) as readonly OneKind[];

/** Which axes stand on a card of a sample: one kind, or several beside each other. */
const cardsOf: Readonly<Record<OneKind | "mixed" | "many", readonly OneKind[]>> = {
  grid: ["grid"], multi: ["multi"], plane: ["plane"], rank: ["rank"], sequence: ["sequence"], pair: ["pair"],
  mixed: ["multi", "plane", "pair"], many: ["grid", "multi", "sequence", "rank"],
};

function withAxes(view: HostView, axes: readonly AxisView[], keys: readonly HostAxis[]): HostView {
  return {
    ...view,
    deck_axes: axes,
    asked_axes: axes.map((each) => each.id),
    round: view.round && { ...view.round, axes },
    keys,
    ...(view.phase === "reveal" && axes.length === 1 ? { next_step: { id: "reveal-next", action: "show_leaderboard" }, back_step: null } : {}),
    shown_axis: view.phase === "reveal" ? axes[0]!.id : null,
  };
}

export function kindHost(name: keyof typeof cardsOf, phase: Phase, now: number): HostView {
  const asked = cardsOf[name].map((each) => keyed[each]);
  return withAxes(sampleHost(phase, now), asked.map(([each]) => each), asked.map(([, truth]) => truth));
}

const texts = [
  "De rol, niet de persoon", "de rol niet de persoon.", "De haring, niet de arm om haar heen.", "Wim was niet te vervangen",
  "Bep kreeg een visboer, geen Wim.", "De donderdag ging door. De koffie niet.", "Een visboer kun je inhuren, wie haar omhelsde niet.",
  "De vis", "de vis!", "Alleen het product is vervangen, want de omgang met Wim was voor haar zo bijzonder dat geen opvolger die kan overnemen",
  "Ze mist Wim maar koopt wel bij de nieuwe", "Het werk wel, de band niet", "De rol van verkoper", "Vertrouwen moet opnieuw groeien",
  "Wim bleef uniek", "wim bleef uniek", "Geen idee", "Beide een beetje", "Een primaire relatie kun je niet overdragen",
];

function writtenBy(count: number): PlayerWords[] {
  return Array.from({ length: count }, (_, place) => ({
    player: `player-${place}`,
    text: place < 41 || place % 3 === 0 ? texts[place % texts.length]! : `${texts[place % texts.length]!.slice(0, 60)} (${place})`,
  }));
}

/** Three groups, marked as given. */
export function sampleGroups(shares: readonly (number | null)[] = [null, null, null]): AnswerGroup[] {
  const written = writtenBy(41);
  const group = (title: string, places: readonly number[], quotes: readonly string[], place: number): AnswerGroup => ({
    title,
    players: written.filter(({ text }) => places.some((at) => texts[at] === text)).map(({ player }) => player),
    quotes,
    share: shares[place] ?? null,
  });
  return [
    group("De rol, niet de persoon", [0, 1, 2, 7, 8, 12, 5], ["De haring, niet de arm om haar heen.", "De donderdag ging door. De koffie niet."], 0),
    group("Wim bleef uniek", [3, 6, 14, 15, 18], ["Wim was niet te vervangen"], 1),
    group("Beide een beetje", [10, 17], [], 2),
  ];
}

/** A card with one open question; before the answers come in none lie together. */
export function openHost(phase: Phase, now: number, groups: readonly AnswerGroup[], count = 41): HostView {
  const marks = groups.filter((group) => group.share !== null);
  const truth: HostAxis = {
    ...said, axis: openAxis.id, words: writtenBy(count), groups, right_share: marks.length ? 0.5 : null,
    detail: { ...noDetail, open: { groups: [], apart: count, model_answer: both("De rol van verkoper is vervangen, de persoon niet.", "The seller’s role was replaced, the person was not.") } },
  };
  return withAxes(sampleHost(phase, now, { answered: count, players: count }), [openAxis], [truth]);
}

/** An open question beside one of the headline axes. */
export function openBesideHost(phase: Phase, now: number): HostView {
  const open = openHost(phase, now, sampleGroups());
  const beside = sampleHost(phase, now);
  return withAxes(open, [beside.deck_axes[1]!, openAxis], [sampleKeys()[1]!, open.keys[0]!]);
}
