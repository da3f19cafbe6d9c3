/** Practice, mock exam and homework for the gallery. */
import type { Component } from "svelte";
import { type GalleryScreens, shown } from "../gallery/entry";
import { roundOf, type KindName } from "../play/gallery_kinds";
import { bakerReveal, bakerRound } from "../gallery/samples";
import type {
  ExamResult,
  ExamSheet,
  HomeworkLine,
  HomeworkReport,
  PracticeResult,
  PracticeShelf,
} from "../wire/generated";
import { newAttempt, orderOf, type Attempt } from "./attempt";
import CardAsked from "./CardAsked.svelte";
import CardTold from "./CardTold.svelte";
import ExamOutcome from "./ExamOutcome.svelte";
import ExamOver from "./ExamOver.svelte";
import ExamQuestion from "./ExamQuestion.svelte";
import GalleryPage from "./GalleryPage.svelte";
import Home from "./Home.svelte";
import HomeworkList from "./HomeworkList.svelte";
import Notice from "./Notice.svelte";
import type { PoolCard } from "./pool";

const text = (nl: string, en: string) => ({ nl, en });
const nothing = (): void => undefined;
const TODAY = "2026-11-28";

const card = (id: string, nl: string, en: string, change: Partial<PoolCard> = {}): PoolCard => ({
  deck: "village-square",
  card: id,
  title: text(nl, en),
  axes: ["stage"],
  confidence: null,
  said: null,
  isAlmost: false,
  step: 0,
  hits: 0,
  due: TODAY,
  missedOn: TODAY,
  ...change,
});
const due: PoolCard[] = [
  card("a", "Het derde pakket", "The third parcel", { confidence: "certain", said: text("Hoog", "High") }),
  card("b", "Kamer twaalf", "Room twelve", { confidence: "certain", said: text("Moreel", "Moral") }),
  card("c", "De camper", "The camper", { confidence: "fairly_sure" }),
  card("d", "Koffie per maand", "Coffee by the month", { confidence: "guess" }),
  card("e", "De dorpsbakker", "The village baker", { isAlmost: true }),
];
const later = [1, 1, 1, 2, 2, 2, 2, 3, 3].map((step, place) =>
  card(`later-${place}`, `Later ${place}`, `Later ${place}`, { step, due: step === 1 ? "2026-11-30" : "2026-12-05" }),
);
const known = Array.from({ length: 9 }, (_, place) => card(`known-${place}`, "Gekend", "Known", { step: 4, due: "2026-11-01" }));

const shelf: PracticeShelf = {
  decks: [
    { id: "village-square", title: text("Het dorpsplein", "The village square"), about: text("", ""), cards: Array.from({ length: 26 }, (_, n) => ({ id: `c${n}`, title: text("", "") })) },
    { id: "trust", title: text("Vertrouwen", "Trust"), about: text("", ""), cards: Array.from({ length: 20 }, (_, n) => ({ id: `t${n}`, title: text("", "") })) },
  ],
  exams: [{ id: "exam-cg", title: text("Proeftentamen Customer Growth", "Mock exam Customer Growth"), about: text("", ""), items: 46, questions: 2, minutes: null }],
};

const home = { today: TODAY, shelf, doneOf: (deck: string) => (deck === "trust" ? 8 : 0), onstart: nothing, onanyway: nothing, onshelf: nothing, onforget: nothing };
const asked = { progress: "Kaart 2 van 5", seed: "1", mark: () => new Promise<never>(nothing), ontold: nothing };

const told: PracticeResult = {
  card: bakerRound.card,
  is_hit: false,
  shares: { stage: 1, "commitment-form": 0, "trust-level": 0.5 },
  result: {
    card: bakerRound.card,
    axes: [
      { axis: "stage", pick: "supporter", first_pick: null, verdict: "right", points: 3000 },
      { axis: "commitment-form", pick: "personal", first_pick: null, verdict: "wrong", points: -3000 },
      { axis: "trust-level", pick: "integrity", first_pick: null, verdict: "almost", points: 0 },
    ],
    points: -1500,
    bonus: 0,
    most: 9000,
    confidence: "certain",
    is_trial: false,
    counted_vote: 1,
  },
  axes: bakerReveal.axes,
  debate: null,
};

const question = (id: string, nl: string, en: string, options: readonly [string, string][]) => ({
  id,
  question: text(nl, en),
  options: options.map(([one, other], place) => ({ id: "abcd"[place] ?? "x", text: text(one, other) })),
});
const stage: [string, string][] = [["Prospect", "Prospect"], ["Customer (koper)", "Customer"], ["Supporter", "Supporter"], ["Ambassadeur", "Ambassador"]];
const sheet: ExamSheet = {
  id: "exam-cg",
  title: text("Proeftentamen Customer Growth", "Mock exam Customer Growth"),
  about: text("Theorie, een casus en twee open vragen.", "Theory, a case and two open questions."),
  minutes: 60,
  sections: [
    {
      kind: "theory",
      title: text("Theorie", "Theory"),
      case: null,
      items: Array.from({ length: 39 }, (_, n) =>
        question(`t${n}`, "Al drie maanden stelt Lotte online campers samen. Ze leest elke nieuwsbrief en maakte een proefrit. Getekend heeft ze nog niets. Op welke trede staat Lotte?", "For three months Lotte has been putting campers together online. She reads every newsletter and took a test drive. She has signed nothing yet. On which step does Lotte stand?", stage),
      ),
    },
    {
      kind: "case",
      title: text("Casus", "Case"),
      case: {
        title: text("De fietsenmaker van de Lange Straat", "The bicycle maker of Long Street"),
        paragraphs: Array.from({ length: 5 }, () => text("Jos repareert al twintig jaar fietsen in dezelfde straat. Wie binnenkomt, krijgt eerst koffie en dan een prijs. Die prijs klopt altijd tot op de euro, ook als het werk tegenvalt.", "Jos has mended bicycles in the same street for twenty years. Whoever comes in gets coffee first and a price next. That price is always right to the euro, also when the work turns out worse.")),
      },
      items: Array.from({ length: 10 }, (_, n) => question(`c${n}`, "Waarop rust het vertrouwen in Jos?", "What does the trust in Jos rest on?", stage)),
    },
    { kind: "open", title: text("Open", "Open"), case: null, items: [question("o0", "Beschrijf met een eigen voorbeeld hoe een klant supporter wordt.", "Describe with an example of your own how a customer becomes a supporter.", [])] },
  ],
};
const order = orderOf(sheet, "one");
const idsOf = (from: number, to: number): string[] => order.slice(from, to).map(({ item }) => item.id);
const midway: Attempt = {
  ...newAttempt("one", 0),
  answers: Object.fromEntries(idsOf(0, 17).map((id) => [id, "c"])),
  flags: [3, 8, 11, 16].map((place) => order[place]!.item.id),
  at: 16,
};
const sat = { asked: order, isCaseOpen: false, caseTop: 0, onpick: nothing, onwrite: nothing, onflag: nothing, ongo: nothing, oncase: nothing, oncasescrolled: nothing };

const result: ExamResult = {
  exam: "exam-cg",
  marks: {
    right: 31,
    asked: 49,
    items: order.slice(0, 4).map(({ item }, place) => ({ item: item.id, said: place === 1 ? null : "b", key: "c", is_right: place > 2, why: text("Ze raadt het merk aan zonder te kopen: enthousiasme en mond-tot-mond.", "She recommends the brand without buying: enthusiasm and word of mouth.") })),
    rows: [
      { theme: "cg", model: "M3", right: 3, asked: 3 },
      { theme: "cg", model: "M12", right: 1, asked: 4 },
      { theme: "cg", model: "M14", right: 4, asked: 5 },
      { theme: "cg", model: "M9", right: 0, asked: 2 },
    ],
  },
  questions: [
    { item: "o0", model_answer: text("Een klant koopt, komt terug en vertelt het door.", "A customer buys, comes back and tells others."), rubric: [{ id: "a", text: text("Noemt herhaalde aankoop", "Names repeated buying") }, { id: "b", text: text("Noemt mond-tot-mond", "Names word of mouth") }] },
  ],
};

const line = (id: string, change: Partial<HomeworkLine> = {}): HomeworkLine => ({
  id,
  title: "",
  deck: "village-square",
  deck_title: text("Het dorpsplein", "The village square"),
  cards: 5,
  made_at: Date.UTC(2026, 10, 26, 12),
  until: null,
  closed_at: null,
  is_open: true,
  devices: 0,
  room: null,
  link: `https://trede.example/homework/${id}`,
  ...change,
});
const report: HomeworkReport = {
  homework: "a",
  begun: 41,
  finished: 38,
  cards: [
    { card: "a", title: text("De dorpsbakker", "The village baker"), tries: 41, right: 12, axes: [
      { axis: "stage", label: text("Trede", "Stage"), tries: 41, right: 30, mean_share: 0.8 },
      { axis: "trust-level", label: text("Vertrouwen", "Trust"), tries: 41, right: 14, mean_share: 0.4 },
    ] },
    { card: "b", title: text("Kamer twaalf", "Room twelve"), tries: 38, right: 20, axes: [{ axis: "stage", label: text("Trede", "Stage"), tries: 38, right: 20, mean_share: 0.6 }] },
  ],
};

// Any screen of these pages will do here, with the props that stand beside it.
const phone = (screen: Component<any, any, any>, props: Record<string, unknown>, hasHead = true) =>
  shown(GalleryPage, { screen, props, hasHead });
/** A way of answering that comes beside the page, and one that is answered in several taps; the others are play's to show. */
const ways: readonly KindName[] = ["multi", "pair"];

export const screens: GalleryScreens = {
  due: phone(Home, { ...home, cards: [...due, ...later, ...known] }),
  nothing: phone(Home, { ...home, cards: [...later, ...known] }),
  known: phone(Home, { ...home, cards: known }),
  empty: phone(Home, { ...home, cards: [], keepsNothing: true }),
  away: phone(Home, { ...home, cards: due.slice(2), shelf: null, isShelfAway: true }),
  asked: phone(CardAsked, { ...asked, round: bakerRound }),
  ...Object.fromEntries(ways.map((kind) => [`asked-${kind}`, phone(CardAsked, { ...asked, round: roundOf(kind) })])),
  told: phone(CardTold, { round: bakerRound, told, progress: "Kaart 2 van 5", comesBack: "Ze komt vandaag nog terug.", isLast: false, onnext: nothing }),
  done: phone(Notice, { title: "Klaar voor nu", line: "3 van 5 goed.", action: "Naar je lijst" }),
  question: phone(ExamQuestion, { ...sat, attempt: midway, time: "48 min" }, false),
  case: phone(ExamQuestion, { ...sat, attempt: { ...midway, at: 40 }, time: "4:12", isCaseOpen: true }, false),
  open: phone(ExamQuestion, { ...sat, attempt: { ...midway, at: 49 }, time: "" }, false),
  over: phone(ExamOver, { asked: order, attempt: { ...midway, at: 50 }, ongo: nothing, onhandin: nothing }, false),
  outcome: phone(ExamOutcome, { sheet, attempt: { ...midway, words: { o0: "Een klant die blijft." }, ticked: ["o0/a"] }, result, onpractise: nothing, ontick: nothing, onanew: nothing }),
  homework: shown(GalleryPage, { hasHead: true, title: "Huiswerk", screen: HomeworkList, props: { lines: [line("a", { title: "Voor donderdag", devices: 41, until: Date.UTC(2026, 11, 3) }), line("b", { closed_at: 7, is_open: false }), line("c")], onchange: nothing, shown: report } }),
};
