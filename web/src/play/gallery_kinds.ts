/** Sample axes of the rarer kinds, cards that ask them, picks and truths, for the gallery and the tests. */
import { SAMPLE_NOW } from "../gallery/samples";
import { firstVote, noDetail, plainAxis } from "../wire/blank";
import type { AxisReveal, AxisView, KindDetail, OptionView, PictureKind, RoundView, Text, TrapView } from "../wire/generated";
import type { Said } from "../wire/said";

const text = (nl: string, en: string): Text => ({ nl, en });
const option = (id: string, label: Text, hint: Text = text("", "")): OptionView => ({ id, label, short: label, hint });
const picture = (kind: PictureKind): AxisView["picture"] => ({
  kind,
  columns: [],
  rows: [],
  cells: null,
  empty_at: null,
  empty_why: null,
});

function axis(id: string, label: Text, shortLabel: Text, rest: Partial<AxisView> & Pick<AxisView, "kind" | "picture">): AxisView {
  return { ...plainAxis, id, label, short_label: shortLabel, question: label, options: [], ...rest };
}

const resources = [
  option("goods", text("Goederen", "Goods"), text("Tastbare spullen", "Tangible things")),
  option("status", text("Status", "Status"), text("Aanzien, erkenning", "Esteem, recognition")),
  option("services", text("Diensten", "Services"), text("Werk voor een ander", "Work done for someone")),
  option("love", text("Liefde", "Love"), text("Genegenheid, warmte", "Affection, warmth")),
  option("information", text("Informatie", "Information"), text("Kennis, nieuws, advies", "Knowledge, news, advice")),
  option("money", text("Geld", "Money"), text("Van wie dan ook evenveel waard", "Worth the same from anyone")),
];

const asks = text("Kies er een of meer: wat laat dit verhaal zien?", "Choose one or more: what does this story show?");

export const kindAxes = {
  multi: axis("commitment-component", text("Bouwstenen (Tolboom)", "Components (Tolboom)"), text("Bouwstenen", "Components"), {
    kind: "multi",
    asks,
    picture: picture("stacks"),
    options: [
      option("instrumental-calculative", text("Instrumenteel / calculatief", "Instrumental / calculative"), text("Wat geef ik, wat krijg ik?", "What do I give, what do I get?")),
      option("attitudinal-affective", text("Houding / gevoel", "Attitudinal / affective"), text("Hoe voel ik me hier?", "How do I feel here?")),
      option("temporal", text("Tijd", "Temporal"), text("Hoe lang gebonden", "Bound for how long")),
    ],
  }),
  pillars: axis("trust-basis", text("Basis van vertrouwen", "Basis of trust"), text("Basis", "Basis"), {
    kind: "multi",
    asks,
    picture: picture("pillars"),
    options: [
      option("honesty", text("Eerlijkheid", "Honesty"), text("Zegt hoe het zit", "Says how it is")),
      option("responsibility", text("Verantwoordelijkheid", "Responsibility"), text("Staat in voor de goede koop", "Answers for the right purchase")),
      option("helpfulness", text("Hulpvaardigheid", "Helpfulness"), text("Steekt de hand uit", "Lends a hand")),
      option("involvement", text("Betrokkenheid", "Involvement"), text("Leeft mee (niet: commitment)", "Cares along (not: commitment)")),
    ],
  }),
  grid: axis("commitment-grid", text("Bron × vrijheid", "Locus × freedom"), text("Bron, ruimte", "Locus, room"), {
    kind: "grid",
    picture: {
      ...picture("grid"),
      columns: [text("Vrij", "Free"), text("Beperkt", "Limited")],
      rows: [text("Intern", "Internal"), text("Extern", "External")],
      cells: {
        "internal-free": { row: 0, column: 0 },
        "internal-limited": { row: 0, column: 1 },
        "external-limited": { row: 1, column: 1 },
        "external-free": { row: 1, column: 0 },
      },
    },
    options: [
      option("internal-free", text("Intern, vrij", "Internal, free"), text("Van binnen, eigen keus", "From inside, own choice")),
      option("internal-limited", text("Intern, beperkt", "Internal, limited"), text("Rem in het eigen hoofd", "Brake in one’s own head")),
      option("external-limited", text("Extern, beperkt", "External, limited"), text("Rem van buiten", "Brake from outside")),
      option("external-free", text("Extern, vrij", "External, free"), text("Van buiten, eigen keus", "From outside, own choice")),
    ],
  }),
  map: axis("resource-map", text("Plaats in het vlak", "Place on the plane"), text("Vlak", "Plane"), {
    kind: "map2d",
    picture: picture("plane"),
    options: resources,
    x_axis: { low: text("Niet tastbaar", "Intangible"), high: text("Tastbaar", "Tangible") },
    y_axis: { low: text("Onpersoonlijk", "Impersonal"), high: text("Persoonlijk", "Personal") },
  }),
  rank: axis("resource-rank", text("Van meest naar minst persoonlijk", "Most to least personal"), text("Persoonlijk", "Personal"), {
    kind: "rank",
    picture: picture("climb"),
    options: resources,
  }),
  sequence: axis("sales-curve", text("Zet op volgorde (Levitt)", "Put in order (Levitt)"), text("Verkoopcurve", "Sales curve"), {
    kind: "sequence",
    picture: picture("levitt"),
    options: [
      option("cooling", text("Klant koelt af", "Customer cools")),
      option("interest", text("Klant heeft interesse", "Customer is interested")),
      option("looks-elsewhere", text("Kijkt verder", "Looks elsewhere")),
      option("silence-after-sale", text("Stilte na de koop", "Silence after the sale")),
      option("push", text("Verkoper zet aan", "Seller pushes")),
    ],
  }),
  pair: axis("exchange-pair", text("Koppel gift en resource", "Match gift and resource"), text("Koppelen", "Matching"), {
    kind: "pair",
    picture: picture("bars"),
    options: resources,
    items: [
      { id: "hug", label: text("de omhelzing", "the hug") },
      { id: "herrings", label: text("de haringen", "the herrings") },
      { id: "coins", label: text("de vier euro", "the four euros") },
    ],
  }),
  open: axis("open-why", text("Leg uit waarom", "Explain why"), text("Waarom", "Why"), {
    kind: "open",
    picture: picture("quotes"),
    question: text("Wat verving de opvolger, en wat niet?", "What did the successor replace, and what not?"),
  }),
} as const satisfies Record<string, AxisView>;

export type KindName = keyof typeof kindAxes;

/** A card that asks one axis. */
export function roundOf(kind: KindName): RoundView {
  return {
    card: `herring-${kind}`,
    title: text("Haring op donderdag", "Herring on Thursday"),
    person: "Bep",
    story: text(
      "Visboer Wim omhelsde oma Bep toen haar man stierf en kwam op de koffie. Zij kocht elke donderdag haring en betaalde contant. Toen Wim stopte, miste ze hem zeer, maar kocht ze bij zijn opvolger.",
      "Wim the fishmonger hugged Grandma Bep when her husband died and came round for coffee. She bought herring every Thursday and paid cash. When Wim retired she missed him badly, yet bought from his successor.",
    ),
    axes: [kindAxes[kind]],
    opens_at: SAMPLE_NOW - 18_000,
    closes_at: SAMPLE_NOW + 42_000,
    limit_millis: 60_000,
    ...firstVote,
    open_axes: [kindAxes[kind].id],
  };
}

/** What somebody says, half right. */
export const kindPicks: Readonly<Record<KindName, Said>> = {
  multi: ["instrumental-calculative", "temporal"],
  pillars: ["honesty", "helpfulness"],
  grid: "internal-limited",
  map: { x: 0.24, y: 0.7 },
  rank: ["love", "status", "information", "services", "goods", "money"],
  sequence: ["interest", "push", "silence-after-sale", "cooling", "looks-elsewhere"],
  pair: { pairs: { hug: "love", herrings: "services" } },
  open: { text: "De haring wel, die arm om haar heen niet. Dus de rol ging over, de mens niet." },
};

interface Truth {
  readonly accepted: readonly string[];
  readonly traps?: readonly TrapView[];
  readonly detail?: Partial<KindDetail>;
}

const truths: Readonly<Record<KindName, Truth>> = {
  multi: {
    accepted: ["instrumental-calculative", "attitudinal-affective"],
    traps: [{ pick: "temporal", text: text("Lang blijven is nog geen afspraak over hoe lang.", "Staying long is not yet an agreement on how long.") }],
  },
  pillars: { accepted: ["honesty", "responsibility"] },
  grid: { accepted: ["internal-free"] },
  map: {
    accepted: ["love"],
    detail: {
      plane: {
        places: [
          { option: "love", x: 0.5, y: 1 },
          { option: "status", x: 0.15, y: 0.75 },
        ],
        taps: [],
        centre: null,
      },
    },
  },
  rank: {
    accepted: [],
    detail: { order: { key: [["love"], ["services", "status"], ["information", "goods"], ["money"]], reached: [], steps: [] } },
  },
  sequence: {
    accepted: [],
    traps: [
      {
        pick: "silence-after-sale>cooling",
        text: text("Afkoelen begint al voor de koop, zodra de bedoeling voelbaar wordt.", "Cooling starts before the sale, as soon as the pitch makes itself felt."),
      },
    ],
    detail: {
      order: {
        key: [["interest"], ["push"], ["cooling"], ["silence-after-sale"], ["looks-elsewhere"]],
        reached: [],
        steps: [],
      },
    },
  },
  pair: {
    accepted: [],
    detail: {
      items: kindAxes.pair.items.map(({ id, label }, place) => ({
        item: id,
        label,
        key: ["love", "goods", "money"][place] ?? "",
        counts: [],
      })),
    },
  },
  open: {
    accepted: [],
    detail: {
      open: {
        groups: [],
        apart: 41,
        model_answer: text("De koop ging over op de opvolger, de band met Wim niet.", "The buying passed to the successor, the tie with Wim did not."),
      },
    },
  },
};

/** The truth on the axis of that card. */
export function revealOf(kind: KindName): AxisReveal {
  const { accepted, traps = [], detail } = truths[kind];
  return {
    axis: kindAxes[kind].id,
    is_contested: false,
    accepted: accepted.map((id) => ({ option: id, share: 1 })),
    cue: text("omhelsde oma Bep", "hugged Grandma Bep"),
    why: text(
      "Een arm om je heen krijg je van niemand anders zo; haring is bij iedere visboer haring.",
      "An arm round you is not the same from anybody else; herring is herring at any fishmonger’s.",
    ),
    traps,
    counts: [],
    trap_counts: traps.map(() => 0),
    detail: { ...noDetail, ...detail },
    flow: null,
  };
}
