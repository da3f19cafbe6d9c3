/** Axes that are answered with an order, a place, pairs or words, for the gallery and the tests. */
import { plainAxis } from "../wire/blank";
import type { AxisView, OptionView, Text } from "../wire/generated";

export const text = (nl: string, en: string): Text => ({ nl, en });
export const option = (id: string, label: Text, short: Text = label): OptionView => ({ id, label, short, hint: text("", "") });
const plain = { columns: [], rows: [], cells: null, empty_at: null, empty_why: null };

export const LOVE = option("love", text("Liefde", "Love"));
const STATUS = option("status", text("Status", "Status"));
const SERVICES = option("services", text("Diensten", "Services"));
const INFORMATION = option("information", text("Informatie", "Information"));
export const GOODS = option("goods", text("Goederen", "Goods"));
export const MONEY = option("money", text("Geld", "Money"));
export const RESOURCES = [LOVE, STATUS, SERVICES, INFORMATION, GOODS, MONEY];

export const mapAxis: AxisView = {
  ...plainAxis,
  id: "resource-map",
  kind: "map2d",
  label: text("Plaats in het vlak (Foa & Foa)", "Place on the plane (Foa & Foa)"),
  short_label: text("Vlak", "Plane"),
  question: text("Hoe persoonlijk, hoe tastbaar?", "How personal, how tangible?"),
  options: RESOURCES,
  picture: { kind: "plane", ...plain },
  x_axis: { low: text("Niet tastbaar", "Not tangible"), high: text("Tastbaar", "Tangible") },
  y_axis: {
    low: text("Onpersoonlijk: van wie dan ook", "Impersonal: from anybody"),
    high: text("Persoonlijk: het telt van wie", "Personal: it counts from whom"),
  },
};

export const chainAxis: AxisView = {
  ...plainAxis,
  id: "chain",
  kind: "sequence",
  label: text("Keten naar blijven", "Chain to staying"),
  short_label: text("Keten", "Chain"),
  question: text("Op welke trede brak de keten?", "On which step did the chain break?"),
  options: [
    option("trust", text("Vertrouwen", "Trust")),
    option("intention", text("Wil doorgaan", "Intention to continue"), text("Wil doorgaan", "Will continue")),
    option("exchange", text("Uitwisseling", "Exchange")),
    option("commitment", text("Commitment", "Commitment")),
    option("emotion", text("Emotie", "Emotion")),
  ],
  picture: { kind: "climb", ...plain },
};

export const rankAxis: AxisView = {
  ...plainAxis,
  id: "resource-rank",
  kind: "rank",
  label: text("Van meest naar minst persoonlijk", "Most to least personal"),
  short_label: text("Rang", "Rank"),
  question: text("Van meest naar minst persoonlijk?", "From most to least personal?"),
  options: [GOODS, LOVE, MONEY, STATUS, SERVICES],
  picture: { kind: "climb", ...plain },
};

export const SEVEN = ["Eerste contact", "Kennismaking", "Eerste aankoop", "Tevredenheid", "Herhaalaankoop", "Vertrouwensband", "Aanbeveling"];
export const longAxis: AxisView = {
  ...chainAxis,
  id: "seven-steps",
  question: text("Waar hield de reis op?", "Where did the journey end?"),
  options: SEVEN.map((name, place) => option(`step-${place}`, text(name, name))),
};

export const saleAxis: AxisView = {
  ...plainAxis,
  id: "sales-curve",
  kind: "sequence",
  label: text("Zet op volgorde (Levitt)", "Put in order (Levitt)"),
  short_label: text("Verkoop", "Sale"),
  question: text("Wanneer koelde de klant af?", "When did the customer cool off?"),
  options: [
    option("silence-after-sale", text("Stilte na de koop", "Silence after the sale"), text("Hoort niets", "Hears nothing")),
    option("cooling", text("Klant koelt af", "Customer cools"), text("Koelt af", "Cools off")),
    option("looks-elsewhere", text("Kijkt verder", "Looks elsewhere")),
    option("interest", text("Klant heeft interesse", "Customer is interested"), text("Interesse", "Interested")),
    option("push", text("Verkoper zet aan", "Seller pushes"), text("Verkoper duwt", "Seller pushes")),
  ],
  picture: { kind: "levitt", ...plain },
};

export const pairAxis: AxisView = {
  ...plainAxis,
  id: "exchange-pair",
  kind: "pair",
  label: text("Koppel gift en resource", "Match gift and resource"),
  short_label: text("Koppels", "Pairs"),
  question: text("Wat ging er over de toonbank?", "What went over the counter?"),
  options: RESOURCES,
  items: [
    { id: "hug", label: text("de omhelzing", "the hug") },
    { id: "herring", label: text("de haring", "the herring") },
    { id: "payment", label: text("het afrekenen", "the payment") },
  ],
  picture: { kind: "bars", ...plain },
};

export const openAxis: AxisView = {
  ...plainAxis,
  id: "debate",
  kind: "open",
  label: text("In je eigen woorden", "In your own words"),
  short_label: text("Woorden", "Words"),
  question: text("Wat verving de opvolger, en wat niet?", "What did the successor replace, and what not?"),
  options: [],
  picture: { kind: "quotes", ...plain },
};
