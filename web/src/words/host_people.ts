/** Words of the list of people: how their lines do, more time, names, teams, and a flood of strangers. */
import type { Allowance, LineState } from "../wire/generated";
import { bilingual } from "./bilingual";

const lines: Readonly<Record<"nl" | "en", Readonly<Record<LineState, string>>>> = {
  nl: { here: "verbonden", shaky: "hapert", away: "weg" },
  en: { here: "connected", shaky: "falters", away: "away" },
};

const allowances: Readonly<Record<"nl" | "en", Readonly<Record<Allowance, string>>>> = {
  nl: { usual: "gewoon", half_more: "× 1,5", double: "× 2", unlimited: "geen grens" },
  en: { usual: "usual", half_more: "× 1.5", double: "× 2", unlimited: "no limit" },
};

export const hostPeopleWords = bilingual(
  {
    line: (state: LineState) => lines.nl[state],
    counts: (joined: number, here: number, shaky: number, away: number) =>
      `${joined} binnen: ${[`${here} verbonden`, ...(shaky ? [`${shaky} ${shaky === 1 ? "hapert" : "haperen"}`] : []), ...(away ? [`${away} weg`] : [])].join(", ")}`,
    allowance: (allowance: Allowance) => allowances.nl[allowance],
    ownTime: (allowance: string) => `eigen tijd ${allowance}`,
    time: "Tijd om te antwoorden",
    timeExplained: "Geldt meteen en voor elke ronde. Alleen jij en deze persoon zien het.",
    change: "Wijzig",
    changeOf: (name: string) => `Wijzig ${name}`,
    name: "Naam",
    rename: "Geef deze naam",
    team: "Team",
    noTeam: "geen team",
    onlyUnsteady: "Alleen wie hapert of weg is",
    moments: "Weghalen vanaf een moment",
    momentsExplained: "Voor als vreemden met de code binnenstromen. Doe ook de deur dicht.",
    noMoments: "Er kwam nog geen groep tegelijk binnen.",
    moment: (time: string, came: number) => `${time}: ${came} kwamen binnen`,
    removeSince: (time: string, count: number) => `Haal alle ${count} weg sinds ${time}`,
    removeSinceSure: (count: number) => `Ja, haal ${count} weg`,
    letBackLater: "Wie je weghaalt, kun je een voor een terug laten.",
  },
  {
    line: (state) => lines.en[state],
    counts: (joined, here, shaky, away) =>
      `${joined} in: ${[`${here} connected`, ...(shaky ? [`${shaky} ${shaky === 1 ? "falters" : "falter"}`] : []), ...(away ? [`${away} away`] : [])].join(", ")}`,
    allowance: (allowance) => allowances.en[allowance],
    ownTime: (allowance) => `own time ${allowance}`,
    time: "Time to answer",
    timeExplained: "Holds at once and for every round. Only you and this person see it.",
    change: "Change",
    changeOf: (name) => `Change ${name}`,
    name: "Name",
    rename: "Give this name",
    team: "Team",
    noTeam: "no team",
    onlyUnsteady: "Only who falters or is away",
    moments: "Remove from a moment on",
    momentsExplained: "For when strangers pour in with the code. Shut the door too.",
    noMoments: "No group has come in at once yet.",
    moment: (time, came) => `${time}: ${came} came in`,
    removeSince: (time, count) => `Remove all ${count} since ${time}`,
    removeSinceSure: (count) => `Yes, remove ${count}`,
    letBackLater: "Whom you remove you can let back one by one.",
  },
);
