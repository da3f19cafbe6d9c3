/** Sample reveals of orders, planes, pairs and open answers, with nobody, a few, an ordinary and a large class. */
import { sequence } from "../look/figures";
import { atReveal, noDetail } from "../wire/blank";
import type { AxisReveal, AxisView, GroupView, KindDetail, RoundView, ScreenView, Text } from "../wire/generated";
import * as axes from "./order_axes";
import { bakerRound, screenView } from "./samples";

const { text, RESOURCES, SEVEN, GOODS, LOVE, MONEY } = axes;

type Story = Pick<RoundView, "card" | "title" | "person" | "story">;

const hotel: Story = {
  card: "hotel-room-twelve",
  title: text("Kamer 12", "Room 12"),
  person: "Smit",
  story: text(
    "Op de deur van kamer 12 staat ‘Welkom terug, professor Smit’. De kamer zelf is dezelfde als altijd.",
    "The door of room 12 says ‘Welcome back, Professor Smit’. The room itself is the same as ever.",
  ),
};
const parcel: Story = {
  card: "third-late-parcel",
  title: text("Het derde pakket", "The third parcel"),
  person: "Samira",
  story: text(
    "Voor de derde keer is het pakket te laat. Samira slaat op de balie. De excuses dringen niet eens tot haar door en ze zegt ter plekke haar abonnement op.",
    "For the third time the parcel is late. Samira slaps the counter. The apology does not even get through to her and she cancels her subscription on the spot.",
  ),
};
const kitchen: Story = {
  card: "kitchen-signature",
  title: text("De keuken", "The kitchen"),
  person: "Bas",
  story: text(
    "Bas wil een keuken. Bas merkt dat het om zijn handtekening gaat en koelt af, maar tekent. Daarna hoort hij niets meer.",
    "Bas wants a kitchen. Bas senses it is about his signature and cools off, yet signs. After that he hears nothing.",
  ),
};
const herring: Story = {
  card: "herring-and-a-hug",
  title: text("De haring en de omhelzing", "The herring and the hug"),
  person: "Bep",
  story: text(
    "Visboer Wim omhelsde oma Bep toen haar man stierf. Zij kocht elke donderdag haring. Toen Wim stopte, miste ze hem zeer, maar kocht ze bij zijn opvolger.",
    "Wim the fishmonger hugged Grandma Bep when her husband died. She bought herring every Thursday. When Wim retired she missed him badly, yet bought from his successor.",
  ),
};

interface Told {
  readonly story: Story;
  readonly axis: AxisView;
  readonly cue: Text;
  readonly why: Text;
  readonly keys?: readonly string[];
  readonly trap?: { readonly pick: string; readonly text: Text };
}

/** `fallen` says how many fell into the trap; left away, it is counted from the pairs or the options. */
function view(told: Told, detail: Partial<KindDetail>, counts: readonly number[] = [], fallen?: number): ScreenView {
  const [of, pick] = told.trap?.pick.includes(":") ? told.trap.pick.split(":") : [null, told.trap?.pick];
  const asked = detail.items?.find((item) => item.item === of)?.counts.map(({ count }) => count) ?? counts;
  const inTrap = fallen ?? asked[told.axis.options.findIndex((one) => one.id === pick)] ?? 0;
  const reveal: AxisReveal = {
    axis: told.axis.id,
    is_contested: false,
    accepted: (told.keys ?? []).map((key) => ({ option: key, share: 1 })),
    cue: told.cue,
    why: told.why,
    traps: told.trap ? [told.trap] : [],
    counts: told.axis.options.map((one, place) => ({ option: one.id, count: counts[place] ?? 0 })),
    trap_counts: told.trap ? [inTrap] : [],
    detail: { ...noDetail, ...detail },
    flow: null,
  };
  return screenView({
    phase: "reveal",
    card_number: 9,
    round: { ...bakerRound, ...told.story, axes: [told.axis], open_axes: [told.axis.id] },
    reveal: { ...atReveal, shown_axis: told.axis.id, axes: [reveal], debate: null },
  });
}

const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  love: [0.5, 1], status: [0.15, 0.75], services: [0.85, 0.75], information: [0.1, 0.25], goods: [0.95, 0.25], money: [0.5, 0],
};

/** A plane with so many taps around each option, and the rest anywhere. */
export function planeView(around: Readonly<Record<string, number>>, anywhere: number): ScreenView {
  const next = sequence(91);
  const bell = (): number => (next() + next() + next() - 1.5) * 1.15;
  const points = Object.entries(around).flatMap(([id, count]) =>
    Array.from({ length: count }, () => [(PLACES[id]?.[0] ?? 0) + bell() * 0.09, (PLACES[id]?.[1] ?? 0) + bell() * 0.08] as const),
  );
  for (let person = 0; person < anywhere; person += 1) points.push([0.55 + bell() * 0.22, 0.55 + bell() * 0.16]);
  const grid = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 24) / 24;
  const cells = new Map<string, { x: number; y: number; count: number }>();
  const counts = new Map<string, number>();
  for (const [x, y] of points) {
    const name = `${grid(x)} ${grid(y)}`;
    cells.set(name, { x: grid(x), y: grid(y), count: (cells.get(name)?.count ?? 0) + 1 });
    const near = Object.entries(PLACES).find(([, place]) => Math.hypot(place[0] - x, place[1] - y) <= 0.2);
    if (near) counts.set(near[0], (counts.get(near[0]) ?? 0) + 1);
  }
  const mean = (axis: 0 | 1): number => points.reduce((total, point) => total + point[axis], 0) / points.length;
  return view(
    {
      story: hotel,
      axis: axes.mapAxis,
      keys: ["status"],
      cue: text("Welkom terug, professor Smit", "Welcome back, Professor Smit"),
      why: text(
        "Erkenning: die telt omdat het háár naam is, en je kunt er niets van meenemen.",
        "Recognition: it counts because it is her name, and there is nothing of it to take home.",
      ),
      trap: {
        pick: "services",
        text: text("De kamer is dezelfde als altijd; er is geen werk bij gekomen.", "The room is the same as ever; no work was added."),
      },
    },
    {
      plane: {
        places: RESOURCES.map(({ id }) => ({ option: id, x: PLACES[id]?.[0] ?? 0, y: PLACES[id]?.[1] ?? 0 })),
        taps: [...cells.values()],
        centre: points.length >= 5 ? { x: mean(0), y: mean(1) } : null,
      },
    },
    RESOURCES.map(({ id }) => counts.get(id) ?? 0),
  );
}

const chain: Told = {
  story: parcel,
  axis: axes.chainAxis,
  cue: text("zegt ter plekke haar abonnement op", "cancels her subscription on the spot"),
  why: text(
    "Te laat, boos, geen vertrouwen, geen band, dus weg: elke trede draagt de volgende.",
    "Late, angry, no trust, no bond, so gone: each step carries the next.",
  ),
  trap: {
    pick: "commitment>trust",
    text: text(
      "Ze lazen het opzeggen als het begin. Maar je bindt je pas aan wie je vertrouwt.",
      "They read the cancelling as the start. But you only bind yourself to whom you trust.",
    ),
  },
};

/** An order with these steps, where so many people had so many right before their first mistake. */
export function orderView(told: Told, key: readonly (readonly string[])[], reached: readonly number[]): ScreenView {
  const all = reached.reduce((total, count) => total + count, 0);
  const flat = key.flat();
  const right = reached.at(-1) ?? 0;
  const steps = flat.map((id, place) => ({
    option: id,
    counts: flat.map((_, step) => (step === place ? right : step === (place + flat.length - 1) % flat.length ? all - right : 0)),
  }));
  return view(told, { order: { key, reached, steps } }, [], Math.round((all - right) * 0.6));
}

const CHAIN = [["exchange"], ["emotion"], ["trust"], ["commitment"], ["intention"]];
export const chainView = (reached: readonly number[]): ScreenView => orderView(chain, CHAIN, reached);

const wordy: Told = {
  ...chain,
  why: text(
    "Het pakket kwam voor de derde keer te laat en dat maakte haar boos. Boosheid vreet aan vertrouwen, zonder vertrouwen bindt zij zich niet, en wie niet gebonden is, blijft niet: elke trede draagt de volgende trede.",
    "The parcel was late for the third time and that made her angry. Anger eats away at trust, without trust she does not bind herself, and whoever is not bound does not stay: every single step carries the next one.",
  ),
};
export const wordyChainView = (reached: readonly number[]): ScreenView => orderView(wordy, CHAIN, reached);

const rank: Told = {
  story: herring,
  axis: axes.rankAxis,
  cue: text("miste ze hem zeer", "missed him badly"),
  why: text(
    "Genegenheid hangt aan de persoon, aanzien en werk minder, spullen en geld zijn van iedereen evenveel waard.",
    "Affection hangs on the person, esteem and work less so, goods and money are worth the same from anybody.",
  ),
  trap: { pick: "services>love", text: text("Een dienst kan een ander ook doen; een omhelzing niet.", "Another can do a service; not a hug.") },
};
const { trap: _trap, ...untrapped } = rank;
/** A rank in which two options share a step. */
export const rankView = (reached: readonly number[]): ScreenView =>
  orderView(rank, [["love"], ["status", "services"], ["goods"], ["money"]], reached);
export const shortRankView = (reached: readonly number[]): ScreenView =>
  orderView({ ...untrapped, axis: { ...axes.rankAxis, options: [GOODS, LOVE, MONEY] } }, [["love"], ["goods", "money"]], reached);
export const longOrderView = (reached: readonly number[]): ScreenView =>
  orderView(
    {
      ...chain,
      axis: axes.longAxis,
      trap: { pick: "step-5>step-3", text: text("Een band komt na tevredenheid, niet ervoor.", "A bond comes after satisfaction, not before.") },
    },
    SEVEN.map((_, place) => [`step-${place}`]),
    reached,
  );

/** The sale with so many people who put the cooling at each moment. */
export function saleView(cooling: readonly number[]): ScreenView {
  const key = ["interest", "push", "cooling", "silence-after-sale", "looks-elsewhere"];
  const all = cooling.reduce((total, count) => total + count, 0);
  const steps = key.map((id, place) => ({
    option: id,
    counts: id === "cooling" ? cooling : key.map((_, step) => (step === place ? all : 0)),
  }));
  return view(
    {
      story: kitchen,
      axis: axes.saleAxis,
      cue: text("koelt af", "cools off"),
      why: text(
        "De verkoper geeft het meest vlak voor de handtekening en erna niets meer.",
        "The seller gives most just before the signature and nothing after it.",
      ),
      trap: {
        pick: "silence-after-sale>cooling",
        text: text("De stilte merkt hij daarna pas. Afgekoeld was hij al.", "The silence is what he notices next. He had cooled already."),
      },
    },
    { order: { key: key.map((id) => [id]), reached: [0, 0, 0, 0, 0, all], steps } },
    [],
    (cooling[3] ?? 0) + (cooling[4] ?? 0),
  );
}

/** Pairs with so many people per item and option, in the order of the resources. */
export function pairView(counts: Readonly<Record<string, readonly number[]>>, more: readonly string[] = []): ScreenView {
  const keys: Readonly<Record<string, string>> = { hug: "love", herring: "goods", payment: "money", greeting: "status" };
  const items = [...axes.pairAxis.items, { id: "greeting", label: text("de groet voor de hele rij", "the greeting before the whole queue") }].filter(
    (item) => item.id !== "greeting" || more.includes("greeting"),
  );
  return view(
    {
      story: herring,
      axis: { ...axes.pairAxis, items },
      cue: text("omhelsde", "hugged"),
      why: text(
        "Een omhelzing is genegenheid, een haring een ding, afrekenen gaat in geld.",
        "A hug is affection, a herring is a thing, paying goes in money.",
      ),
      trap: { pick: "hug:status", text: text("Een omhelzing bij rouw is genegenheid, geen aanzien.", "A hug in grief is affection, not esteem.") },
    },
    {
      items: items.map((item) => ({
        item: item.id,
        label: item.label,
        key: keys[item.id] ?? "love",
        counts: RESOURCES.map(({ id }, place) => ({ option: id, count: counts[item.id]?.[place] ?? 0 })),
      })),
    },
  );
}

const group = (title: string, count: number, quotes: readonly string[], share: number | null = null): GroupView => ({
  title,
  count,
  quotes,
  share,
});

export const groupsOfBep = [
  group("De rol, niet de mens", 19, ["De haring, niet de arm om haar heen.", "Donderdag ging door. De koffie niet."], 1),
  group("Wim bleef uniek", 11, ["Een visboer kun je huren. Wie haar omhelsde niet."]),
  group("Allebei een beetje", 6, ["Bep kreeg een visboer, geen Wim."], 0.5),
  group("De gewoonte", 3, ["Ze liep gewoon door naar dezelfde kraam, want het was nu eenmaal donderdag op de markt."]),
];

/** Open answers in these groups. */
export function openView(groups: readonly GroupView[], apart: number): ScreenView {
  return view(
    {
      story: herring,
      axis: axes.openAxis,
      cue: text("miste ze hem zeer", "missed him badly"),
      why: text(
        "Gevoel en gemis horen bij de persoon; de rol van visboer bleek vervangbaar.",
        "Feeling and loss belong to the person; the fishmonger's role proved replaceable.",
      ),
    },
    {
      open: {
        groups,
        apart,
        model_answer: text(
          "De opvolger verving de rol: de haring op donderdag. De persoon die haar omhelsde niet.",
          "The successor replaced the role: the Thursday herring. Not the person who hugged her.",
        ),
      },
    },
  );
}
