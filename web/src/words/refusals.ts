/** What a refusal says to the person who meets it: what happened, and what to do next. One sentence pair per code. */
import type { RefusalCode } from "../wire/generated";
import type { Language } from "./language.svelte";
import { phoneRefusals, type PhoneRefusal } from "./refusals_phone";

const nl: Record<Exclude<RefusalCode, PhoneRefusal>, string> = {
  DECK_NOT_FOUND: "Deze kaartenset is er niet meer. Kies een andere.",
  COURSE_NOT_FOUND: "Dit vak is er niet meer. Kies een ander.",
  NOTHING_SLIPPED: "Er gleed niets weg: er hoeft niets terug te komen.",
  CARD_NOT_FOUND: "Deze kaart is er niet meer. Neem een andere.",
  EXAM_NOT_FOUND: "Dit proeftentamen is er niet meer. Kies een ander.",
  HOMEWORK_NOT_FOUND: "Dit huiswerk is er niet. Kijk of de link heel is overgenomen.",
  HOMEWORK_CLOSED: "Dit huiswerk is gesloten. Oefenen kan nog, inleveren niet meer.",
  HOMEWORK_FULL: "Er doen meer mensen mee dan dit huiswerk aankan. Zeg het tegen de docent.",
  LINK_GONE: "Dit is er niet meer. Kies een ander.",
  PASSPHRASE_WEAK: "Te kort. Kies een ander.",
  STALE_STEP: "De ronde was al een stap verder. Kijk en druk opnieuw als dat nog nodig is.",
  PLAYER_NOT_FOUND: "Deze student is niet in de ruimte. Ververs de lijst.",
};

const en: Record<Exclude<RefusalCode, PhoneRefusal>, string> = {
  DECK_NOT_FOUND: "This deck is no longer there. Choose another one.",
  COURSE_NOT_FOUND: "This course is no longer there. Choose another.",
  NOTHING_SLIPPED: "Nothing slipped: no card has to come back.",
  CARD_NOT_FOUND: "This card is no longer there. Take another one.",
  EXAM_NOT_FOUND: "This mock exam is no longer there. Choose another one.",
  HOMEWORK_NOT_FOUND: "This homework is not there. See whether the whole link was copied.",
  HOMEWORK_CLOSED: "This homework is closed. You can still practise it, not hand it in.",
  HOMEWORK_FULL: "More people take part than this homework can hold. Tell the lecturer.",
  LINK_GONE: "This is no longer there. Choose another.",
  PASSPHRASE_WEAK: "Too short. Choose another.",
  STALE_STEP: "The round was a step further already. Look, and press again if it is still needed.",
  PLAYER_NOT_FOUND: "This student is not in the room. Refresh the list.",
};

export const refusalWords: Readonly<Record<Language, Record<RefusalCode, string>>> = {
  nl: { ...phoneRefusals.nl, ...nl },
  en: { ...phoneRefusals.en, ...en },
};
