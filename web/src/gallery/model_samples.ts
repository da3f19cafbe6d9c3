/** Sample reveals of the models beyond the three headline axes: with nobody, a few, an ordinary and a large class. */
import type { AxisReveal, AxisView, Combination, RevealView, RoundView, ScreenView, Text } from "../wire/generated";
import { atReveal, noDetail } from "../wire/blank";
import * as axes from "./model_axes";
import { bakerRound, screenView } from "./samples";

const text = (nl: string, en: string): Text => ({ nl, en });

interface Told {
  readonly axis: AxisView;
  readonly keys: readonly string[];
  readonly cue: Text;
  readonly why: Text;
  readonly trap?: { readonly pick: string; readonly text: Text };
}

/** People per option, in the order of the axis. */
export function revealOf(told: Told, counts: readonly number[]): AxisReveal {
  return {
    axis: told.axis.id,
    is_contested: told.keys.length > 1 && told.axis.kind !== "multi",
    accepted: told.keys.map((option) => ({ option, share: 1 })),
    cue: told.cue,
    why: told.why,
    traps: told.trap ? [told.trap] : [],
    counts: told.axis.options.map((option, place) => ({ option: option.id, count: counts[place] ?? 0 })),
    trap_counts: told.trap ? [counts[told.axis.options.findIndex((option) => option.id === told.trap?.pick)] ?? 0] : [],
    detail: noDetail,
    flow: null,
  };
}

/** People per set of options; a set is written as the places of its options. */
export function setsRevealOf(told: Told, sets: Readonly<Record<string, number>>): AxisReveal {
  const combinations: Combination[] = Object.entries(sets)
    .map(([places, count]) => ({ options: [...places].map((place) => told.axis.options[Number(place)]!.id), count }))
    .sort((one, other) => other.count - one.count);
  const chose = (option: string): number =>
    combinations.filter((set) => set.options.includes(option)).reduce((total, set) => total + set.count, 0);
  return {
    ...revealOf(told, told.axis.options.map((option) => chose(option.id))),
    detail: { ...noDetail, combinations },
  };
}

/** The projector at the reveal of some axes of one card; the first is shown unless `shown` names another. */
export function modelView(
  story: Pick<RoundView, "card" | "title" | "person" | "story">,
  told: readonly Told[],
  reveals: readonly AxisReveal[],
  shown = reveals[0]?.axis ?? "",
  debate: Text | null = null,
): ScreenView {
  const reveal: RevealView = { ...atReveal, shown_axis: shown, axes: reveals, debate };
  return screenView({
    phase: "reveal",
    card_number: 8,
    round: { ...bakerRound, ...story, axes: told.map((one) => one.axis), open_axes: told.map((one) => one.axis.id) },
    reveal,
  });
}

export const petra = {
  card: "three-years",
  title: text("Drie jaar vast", "Three years fixed"),
  person: "Petra",
  story: text(
    "Petra's accountant is niet de aardigste. Elk jaar in december rekent Petra het na: wat kost hij, wat levert hij op? Het klopt weer, dus tekent ze meteen voor drie jaar.",
    "Petra's accountant is not the kindest. Every December Petra does the sums: what does he cost, what does he bring in? It adds up again, so she signs for three years straight away.",
  ),
};

export const components: Told = {
  axis: axes.componentAxis,
  keys: ["instrumental-calculative", "temporal"],
  cue: text("rekent Petra het na", "Petra does the sums"),
  why: text(
    "Narekenen is de calculatieve bouwsteen, tekenen voor drie jaar die van de tijd. Van warmte staat er niets; blokken tellen op.",
    "Doing the sums is the calculative block, signing for three years that of time. There is no warmth in it; blocks add up.",
  ),
  trap: {
    pick: "attitudinal-affective",
    text: text("Blijven is nog geen houden van; het staat er letterlijk niet.", "Staying is not caring; the story does not say so."),
  },
};

export const anke = {
  card: "boiler-in-january",
  title: text("De ketel in januari", "The boiler in January"),
  person: "Anke",
  story: text(
    "Ankes ketel valt uit op zondag. Kees komt meteen en blijft tot het warm is. Van de techniek begrijpt Anke niets. 'Valt hij weer uit, dan kom ik op mijn kosten', zegt hij.",
    "Anke's boiler fails on a Sunday. Kees comes at once and stays until it is warm. Anke understands nothing of the works. 'If it fails again, I come back at my own cost,' he says.",
  ),
};

export const bases: Told = {
  axis: axes.basisAxis,
  keys: ["responsibility", "helpfulness"],
  cue: text("blijft tot het warm is", "stays until it is warm"),
  why: text(
    "Blijven tot het warm is, is de hand uitsteken; instaan voor je werk is verantwoordelijkheid.",
    "Staying until it is warm is lending a hand; answering for your work is responsibility.",
  ),
  trap: { pick: "honesty", text: text("Of zijn diagnose klopt, kan Anke niet zien.", "Whether his diagnosis is right, Anke cannot see.") },
};

export const samira = {
  card: "slap-on-the-counter",
  title: text("Een klap op de balie", "A slap on the counter"),
  person: "Samira",
  story: text(
    "De trein die de balie beloofde, reed niet. Samira loopt terug en slaat op de balie: 'U beloofde het, maak het in orde!' De korting die de medewerker aanbiedt, hoort ze niet.",
    "The train that the desk promised did not run. Samira walks back and slaps the counter: 'You promised, put it right!' The discount that the clerk offers she does not hear.",
  ),
};

export const emotions: Told = {
  axis: axes.emotionAxis,
  keys: ["anger"],
  cue: text("maak het in orde", "put it right"),
  why: text("Haar is onrecht gedaan en ze eist herstel. Dat is woede, hard of zacht.", "She is wronged and demands repair. That is anger, loud or quiet."),
  trap: {
    pick: "contempt",
    text: text("Minachting kijkt neer en verwacht niets meer. Zij vraagt nog iets.", "Contempt looks down and expects nothing more. She still asks for something."),
  },
};

export const effects: Told = {
  axis: axes.effectAxis,
  keys: ["openness"],
  cue: text("hoort ze niet", "she does not hear"),
  why: text("De korting dringt niet door: de woede sluit haar af voor prikkels.", "The discount does not get through: anger shuts out what comes in."),
  trap: { pick: "attention", text: text("Ze let wel degelijk op; het komt alleen niet binnen.", "She does pay attention; it just does not get in.") },
};

export const colours = {
  card: "the-right-colour",
  title: text("De goede kleur", "The right colour"),
  person: "Sem",
  story: text(
    "Samen zoeken Sem en mevrouw De Wit de kleur uit. Hij kent elk pigment, zij knikt bij alles wat hij zegt. Zonder haar opdracht staat zijn winkel leeg. Eigenlijk komt ze voor het gesprek.",
    "Together Sem and Mrs De Wit work out the colour. He knows every pigment, she nods at all he says. Without her order his shop stands empty. Really she comes for the talk.",
  ),
};

export const together: Told = {
  axis: axes.togetherAxis,
  keys: ["cooperation"],
  cue: text("Samen zoeken", "Together"),
  why: text("Ze zoeken met elkaar het beste resultaat; niemand speelt iemand uit.", "They look for the best result with each other; nobody is played off."),
  trap: { pick: "competition", text: text("Een prijs wordt nergens vergeleken.", "No price is compared anywhere.") },
};

export const power: Told = {
  axis: axes.powerAxis,
  keys: ["unequal"],
  cue: text("zij knikt bij alles wat hij zegt", "she nods at all he says"),
  why: text("De kennis zit bij hem: haar lot hangt aan zijn oordeel.", "The knowledge is his: her fate rests with his judgement."),
  trap: { pick: "equal", text: text("Samen kiezen is nog niet even veel te zeggen hebben.", "Choosing together is not yet having an equal say.") },
};

export const dependence: Told = {
  axis: axes.dependenceAxis,
  keys: ["supplier-dependent"],
  cue: text("Zonder haar opdracht staat zijn winkel leeg", "Without her order his shop stands empty"),
  why: text("Zonder haar geen omzet: de leverancier kan niet zonder haar.", "Without her no turnover: the supplier cannot do without her."),
  trap: { pick: "customer-dependent", text: text("Zij kan morgen naar een ander; hij niet.", "She can go elsewhere tomorrow; he cannot.") },
};

export const focus: Told = {
  axis: axes.focusAxis,
  keys: ["social-emotional"],
  cue: text("komt ze voor het gesprek", "she comes for the talk"),
  why: text("De verf is de aanleiding, het gesprek de reden: het gaat om de mens.", "The paint is the occasion, the talk the reason: it is about the person."),
  trap: { pick: "task", text: text("De klus is er, maar daar komt ze niet voor.", "There is a job, but that is not why she comes.") },
};

export const closeness: Told = {
  axis: axes.closenessAxis,
  keys: ["close"],
  cue: text("komt ze voor het gesprek", "she comes for the talk"),
  why: text("Ze kijkt nergens anders: wie niet rondkijkt, is hecht.", "She looks nowhere else: who does not look around is close."),
  trap: { pick: "weak", text: text("Weinig zeggen is nog geen afstand.", "Saying little is not yet distance.") },
};

export const transition: Told = {
  ...closeness,
  axis: axes.transitionAxis,
  keys: ["client-to-supporter"],
  trap: { pick: "customer-to-client", text: text("Terugkomen doet ze al; nu komt er lof bij.", "Coming back she does already; now there is praise.") },
};

export const source: Told = { ...components, axis: axes.sourceAxis, keys: ["tolboom"], trap: { pick: "michael", text: text("Johnson sorteert in vormen; hier tellen bouwstenen op.", "Johnson sorts into forms; here blocks add up.") } };

export const formStory = bakerRound;

export const formGrid: Told = {
  axis: axes.formGridAxis,
  keys: ["internal-limited"],
  cue: text("niet in de steek mag laten", "must not let him down"),
  why: text("De rem zit in haar eigen hoofd en beperkt haar.", "The brake is in her own head and limits her."),
  trap: { pick: "external-free", text: text("Deze cel is leeg: wie vrij is, wordt niet van buiten gehouden.", "This cell is empty: who is free is not held from outside.") },
};
