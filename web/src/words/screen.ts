/** Words of the projector and the replay. */
import { bilingual } from "./bilingual";

export const screenWords = bilingual({ title: "Trede op het scherm" }, { title: "Trede on the screen" });
