/** Words of the lecturer's console. */
import { bilingual } from "./bilingual";

export const hostWords = bilingual({ title: "Trede, voor de docent" }, { title: "Trede, for the lecturer" });
