/** Words at the door of a room whose host lets people in: a part of the phone's page that few rooms fetch. */
import { bilingual } from "./bilingual";

export const doorWords = bilingual(
  {
    atTheDoor: (name: string) => `Je staat bij de deur, ${name}`,
    atTheDoorLead: "De docent laat je zo binnen. Je hoeft niets te doen: laat deze pagina open.",
    turnedAwayTitle: "Je komt hier niet binnen",
    turnedAwayLead: "De docent heeft je niet binnengelaten. Zit je wel in de zaal? Steek je hand op: het kan nog.",
  },
  {
    atTheDoor: (name) => `You are at the door, ${name}`,
    atTheDoorLead: "The lecturer will let you in shortly. There is nothing to do: keep this page open.",
    turnedAwayTitle: "You were not let in",
    turnedAwayLead: "The lecturer did not let you in. Are you in the hall? Raise your hand: it can still be done.",
  },
);
