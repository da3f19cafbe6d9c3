/** The axes of the models beyond the three headline ones, for the gallery and the tests. */
import type { AxisView, OptionView, Picture, PictureKind, Text } from "../wire/generated";
import { plainAxis } from "../wire/blank";

const text = (nl: string, en: string): Text => ({ nl, en });

function option(id: string, label: Text, hint: Text = text("", ""), short: Text = label): OptionView {
  return { id, label, short, hint };
}

function picture(kind: PictureKind): Picture {
  return { kind, columns: [], rows: [], cells: null, empty_at: null, empty_why: null };
}

export const componentAxis: AxisView = {
  ...plainAxis,
  id: "commitment-component",
  kind: "multi",
  label: text("Bouwstenen (Tolboom)", "Components (Tolboom)"),
  short_label: text("Bouwstenen", "Components"),
  question: text("Waaruit bestaat dit commitment?", "What is this commitment built of?"),
  asks: text("Kies er een of meer: wat laat dit verhaal zien?", "Choose one or more: what does this story show?"),
  picture: picture("stacks"),
  options: [
    option(
      "instrumental-calculative",
      text("Instrumenteel / calculatief", "Instrumental / calculative"),
      text("Wat geef ik, wat krijg ik?", "What do I give, what do I get?"),
      text("Calculatief", "Calculative"),
    ),
    option(
      "attitudinal-affective",
      text("Houding / gevoel", "Attitudinal / affective"),
      text("Hoe voel ik me hier?", "How do I feel here?"),
      text("Gevoel", "Affective"),
    ),
    option("temporal", text("Tijd", "Temporal"), text("Hoe lang gebonden?", "Bound for how long?")),
  ],
};

export const basisAxis: AxisView = {
  ...plainAxis,
  id: "trust-basis",
  kind: "multi",
  label: text("Basis van vertrouwen", "Basis of trust"),
  short_label: text("Vertrouwen", "Trust"),
  question: text("Waarop rust dit vertrouwen?", "What does this trust rest on?"),
  asks: text("Kies er een of meer: wat laat dit verhaal zien?", "Choose one or more: what does this story show?"),
  picture: picture("pillars"),
  options: [
    option("honesty", text("Eerlijkheid", "Honesty"), text("Zegt hoe het zit", "Says how it is")),
    option(
      "responsibility",
      text("Verantwoordelijkheid", "Responsibility"),
      text("Staat in voor de goede koop", "Answers for the right purchase"),
      text("Verantwoordelijk", "Responsibility"),
    ),
    option("helpfulness", text("Hulpvaardigheid", "Helpfulness"), text("Steekt de hand uit", "Lends a hand"), text("Hulpvaardigheid", "Helpfulness")),
    option("involvement", text("Betrokkenheid", "Involvement"), text("Leeft mee (niet: commitment)", "Cares along (not: commitment)"), text("Betrokkenheid", "Involvement")),
  ],
};

export const emotionAxis: AxisView = {
  ...plainAxis,
  id: "emotion",
  kind: "single",
  label: text("Welke emotie?", "Which emotion?"),
  short_label: text("Emotie", "Emotion"),
  question: text("Wat voelt Samira aan de balie?", "What does Samira feel at the counter?"),
  picture: picture("carvings"),
  options: [
    option("surprise", text("Verrassing", "Surprise"), text("Niet verwacht", "Not expected")),
    option("fear", text("Angst", "Fear"), text("Dreiging", "Threat")),
    option("anger", text("Woede", "Anger"), text("Onrecht, eist herstel", "Wronged, wants it put right")),
    option("sadness", text("Verdriet", "Sadness"), text("Verlies", "Loss")),
    option("disgust", text("Afkeer", "Disgust"), text("Weg ermee", "Take it away")),
    option("contempt", text("Minachting", "Contempt"), text("Kijkt neer op", "Looks down on")),
    option("happiness", text("Geluk", "Happiness"), text("Verheugd", "Delighted")),
  ],
};

function scaleAxis(id: string, label: Text, short_label: Text, question: Text, options: OptionView[]): AxisView {
  return { ...plainAxis, id, kind: "single", label, short_label, question, picture: picture("scale"), options };
}

export const togetherAxis = scaleAxis(
  "cooperation-competition",
  text("Samen of tegen?", "With or against?"),
  text("Samen/tegen", "With/against"),
  text("Samen of tegen elkaar?", "With or against each other?"),
  [
    option("cooperation", text("Samenwerking", "Cooperation"), text("Samen het beste resultaat", "Best result together")),
    option("competition", text("Competitie", "Competition"), text("Aanbieders uitspelen", "Playing suppliers off")),
  ],
);

export const powerAxis = scaleAxis(
  "power",
  text("Macht", "Power"),
  text("Macht", "Power"),
  text("Hoe is de macht verdeeld?", "How is the power shared?"),
  [
    option("equal", text("Gelijke macht", "Equal power"), text("Open kaart", "Open cards"), text("Gelijk", "Equal")),
    option("unequal", text("Ongelijke macht", "Unequal power"), text("Lot hangt aan de expert", "Fate rests with the expert"), text("Ongelijk", "Unequal")),
  ],
);

export const dependenceAxis = scaleAxis(
  "dependence",
  text("Wie is afhankelijk?", "Who depends?"),
  text("Afhankelijk", "Dependence"),
  text("Wie kan niet zonder wie?", "Who cannot do without whom?"),
  [
    option("customer-dependent", text("Klant afhankelijk", "Customer depends"), text("Klant kan niet zonder", "Customer cannot do without"), text("Klant", "Customer")),
    option("interdependent", text("Over en weer", "Both alike"), text("Beide even sterk", "Both equally strong"), text("Over en weer", "Both alike")),
    option("supplier-dependent", text("Leverancier afhankelijk", "Supplier depends"), text("Leverancier kan niet zonder", "Supplier cannot do without"), text("Leverancier", "Supplier")),
  ],
);

export const focusAxis = scaleAxis(
  "focus",
  text("Taak of gevoel?", "Task or feeling?"),
  text("Taak/gevoel", "Task/feeling"),
  text("Gaat het om de taak of om de mens?", "Is it about the task or the person?"),
  [
    option("task", text("Taak", "Task"), text("Het gaat om de klus", "It is about the job")),
    option("social-emotional", text("Sociaal-emotioneel", "Social-emotional"), text("Het gaat om de mens", "It is about the person")),
  ],
);

export const closenessAxis: AxisView = {
  ...plainAxis,
  id: "closeness",
  kind: "single",
  label: text("Hechtheid", "Closeness"),
  short_label: text("Hechtheid", "Closeness"),
  question: text("Hoe hecht is deze relatie?", "How close is this relationship?"),
  picture: picture("bars"),
  options: [
    option("weak", text("Zwak", "Weak"), text("Kijkt ook bij anderen", "Looks elsewhere too")),
    option("close", text("Hecht", "Close"), text("Overweegt geen ander", "Considers no one else")),
  ],
};

export const transitionAxis: AxisView = {
  ...closenessAxis,
  id: "transition",
  label: text("Welke overgang?", "Which transition?"),
  short_label: text("Overgang", "Transition"),
  question: text("Welke overgang is dit?", "Which transition is this?"),
  options: [
    option("prospect-to-customer", text("Prospect → customer", "Prospect → customer"), text("Transactie rond?", "Transaction done?")),
    option("customer-to-client", text("Customer → client", "Customer → client"), text("Blik op lange termijn?", "Long-term outlook?")),
    option("client-to-supporter", text("Client → supporter", "Client → supporter"), text("Enthousiasme? (afgeleid)", "Enthusiasm? (inferred)")),
    option("supporter-to-ambassador", text("Supporter → ambassadeur", "Supporter → ambassador"), text("Voelen beide het?", "Felt by both?"), text("Naar ambassadeur", "To ambassador")),
    option("ambassador-to-partner", text("Ambassadeur → partner", "Ambassador → partner"), text("Beide actief?", "Both active?"), text("Naar partner", "To partner")),
  ],
};

export const sourceAxis: AxisView = {
  ...closenessAxis,
  id: "source",
  label: text("Van wie?", "Whose model?"),
  short_label: text("Van wie?", "Whose?"),
  question: text("Van wie is dit model?", "Whose model is this?"),
  options: ["Peelen e.a.", "Foa & Foa", "Michael P. Johnson", "Garbarino & Johnson", "Tolboom", "Levitt"].map((name) =>
    option(name.toLowerCase().split(" ")[0] ?? name, text(name, name.replace("e.a.", "et al."))),
  ),
};

export const effectAxis: AxisView = {
  ...closenessAxis,
  id: "emotion-effect",
  kind: "multi",
  label: text("Wat stuurt de emotie?", "What does it steer?"),
  short_label: text("Effect", "Effect"),
  question: text("Wat stuurt de emotie hier?", "What does the emotion steer here?"),
  asks: text("Kies er een of meer", "Choose one or more"),
  options: [
    option("attention", text("Aandacht", "Attention"), text("Waar je op let", "What you notice")),
    option("drive", text("Drive voor resultaat", "Drive for results"), text("Hoe hard je wilt", "How hard you want"), text("Drive", "Drive")),
    option("openness", text("Openheid voor prikkels", "Openness to stimuli"), text("Wat er binnenkomt", "What gets in"), text("Openheid", "Openness")),
    option("decision", text("Beslissen", "Deciding"), text("Wat je kiest", "What you choose")),
  ],
};

export const formGridAxis: AxisView = {
  ...plainAxis,
  id: "commitment-grid",
  kind: "grid",
  label: text("Bron × vrijheid", "Locus × freedom"),
  short_label: text("Bron/vrijheid", "Locus"),
  question: text("Waar zit de rem?", "Where is the brake?"),
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
    option("internal-limited", text("Intern, beperkt", "Internal, limited"), text("Rem in het eigen hoofd", "Brake in one's own head")),
    option("external-limited", text("Extern, beperkt", "External, limited"), text("Rem van buiten", "Brake from outside")),
    option("external-free", text("Extern, vrij", "External, free"), text("Geen vorm bij Johnson", "No form in Johnson")),
  ],
};
