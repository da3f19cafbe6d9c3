/** The three headline axes as views, for the gallery and the tests. */
import type { AxisView, OptionView, Text } from "../wire/generated";
import { plainAxis } from "../wire/blank";

const text = (nl: string, en: string): Text => ({ nl, en });

function option(id: string, label: Text, short: Text, hint: Text): OptionView {
  return { id, label, short, hint };
}

const plain = { columns: [], rows: [], cells: null, empty_at: null, empty_why: null };

export const stageAxis: AxisView = {
  id: "stage",
  ...plainAxis,
  kind: "ordinal",
  label: text("Trede in de piramide", "Pyramid stage"),
  short_label: text("Trede", "Stage"),
  question: text("Wie stond op welke trede?", "Who stood on which step?"),
  picture: { kind: "pyramid", ...plain },
  options: [
    option("prospect", text("Prospect", "Prospect"), text("Prospect", "Prospect"), text("Interesse, nog niets gekocht", "Interested, nothing bought yet")),
    option("customer", text("Customer (koper)", "Customer (buyer)"), text("Customer", "Customer"), text("Eén transactie afgerond", "One transaction completed")),
    option("client", text("Client (vaste klant)", "Client (regular)"), text("Client", "Client"), text("Kijkt verder dan die ene koop", "Looks past that one purchase")),
    option("supporter", text("Supporter", "Supporter"), text("Supporter", "Supporter"), text("Enthousiast, spreekt er goed over", "Enthusiastic, speaks well of it")),
    option("ambassador", text("Ambassadeur", "Ambassador"), text("Ambassadeur", "Ambassador"), text("Brengt klanten, staat voor het bedrijf", "Brings customers, stands for the firm")),
    option("partner", text("Partner", "Partner"), text("Partner", "Partner"), text("Beide partijen bouwen actief mee", "Both parties actively build")),
  ],
};

export const commitmentAxis: AxisView = {
  id: "commitment-form",
  ...plainAxis,
  kind: "single",
  label: text("Vorm van commitment (Johnson)", "Form of commitment (Johnson)"),
  short_label: text("Commitment", "Commitment"),
  question: text("Willen, horen of moeten?", "Want to, ought to or have to?"),
  picture: {
    kind: "grid",
    columns: [text("Vrij", "Free"), text("Beperkt", "Limited")],
    rows: [text("Intern", "Internal"), text("Extern", "External")],
    cells: { personal: { row: 0, column: 0 }, moral: { row: 0, column: 1 }, structural: { row: 1, column: 1 } },
    empty_at: { row: 1, column: 0 },
    empty_why: text(
      "Met opzet leeg: niemand is vrij en toch van buiten vastgehouden",
      "Empty on purpose: nobody is both free and held from outside",
    ),
  },
  options: [
    option("personal", text("Persoonlijk", "Personal"), text("Persoonlijk", "Personal"), text("Ik wil blijven", "I want to stay")),
    option("moral", text("Moreel", "Moral"), text("Moreel", "Moral"), text("Ik hoor te blijven", "I ought to stay")),
    option("structural", text("Structureel", "Structural"), text("Structureel", "Structural"), text("Ik kan niet weg", "I cannot leave")),
  ],
};

export const trustAxis: AxisView = {
  id: "trust-level",
  ...plainAxis,
  kind: "ordinal",
  label: text("Niveau van vertrouwen", "Level of trust"),
  short_label: text("Vertrouwen", "Trust"),
  question: text("Waarop rust het vertrouwen?", "What does the trust rest on?"),
  picture: { kind: "stair", ...plain },
  options: [
    option("contract", text("Laag: afspraak nagekomen", "Low: obligations kept"), text("Laag: afspraak", "Low: obligation"), text("Wat op papier staat", "What is on paper")),
    option("conduct", text("Midden: gedrag van de partner", "Middle: partner's conduct"), text("Midden: gedrag", "Middle: conduct"), text("Wil en kan de ander?", "Is the other willing and able?")),
    option("integrity", text("Hoog: integriteit", "High: integrity"), text("Hoog: integriteit", "High: integrity"), text("Geen verborgen agenda", "No hidden agenda")),
  ],
};
