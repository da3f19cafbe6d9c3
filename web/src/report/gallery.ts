/** The report for the gallery: the drawing's hour, long and short ones, and what stands there when there is none. */
import "../host/host.css";
import { type GalleryScreens, shown } from "../gallery/entry";
import Message from "./Message.svelte";
import Report from "./Report.svelte";
import { bareReport, sampleReport, worseReport } from "./samples";
import { reportWords } from "../words/report";
import { language } from "../words/language.svelte";

const asked = { onnames: () => undefined, onmore: () => undefined };
const words = reportWords[language.current];

export const screens: GalleryScreens = {
  hour: shown(Report, { report: sampleReport(), ...asked }),
  named: shown(Report, { report: sampleReport(12, 41, { with_names: true }), ...asked, begins: { people: true } }),
  opened: shown(Report, { report: worseReport, ...asked, begins: { opened: "card-7" } }),
  table: shown(Report, { report: sampleReport(), ...asked, begins: { asTable: true } }),
  forty: shown(Report, { report: sampleReport(40, 300), ...asked }),
  one: shown(Report, { report: sampleReport(1, 60), ...asked }),
  bare: shown(Report, { report: bareReport, ...asked }),
  empty: shown(Report, { report: sampleReport(0, 12, { ended_at: null }), ...asked }),
  outside: shown(Message, { title: words.signIn, line: words.signInWhy, action: words.signInGo, href: "/host" }),
};
