/** What a refusal says to a student in class: what happened, and what to do next. A phone meets no other codes. */
import type { RefusalCode } from "../wire/generated";
import type { Language } from "./language.svelte";

const nl = {
  BAD_REQUEST: "Deze pagina en de server begrijpen elkaar niet. Laad de pagina opnieuw.",
  BAD_NUMBER: "Daar staat een getal dat niet kan. Kijk het na en probeer het opnieuw.",
  BAD_TEXT: "In deze tekst staat een teken dat we niet kunnen tonen. Typ het opnieuw met gewone letters.",
  TOO_LARGE: "Dit is te lang om te versturen. Maak het korter.",
  UNKNOWN_EVENT: "Deze pagina is ouder dan de server. Laad de pagina opnieuw.",
  TOO_FAST: "Dat ging wat snel achter elkaar. Het wordt vanzelf opnieuw geprobeerd.",
  FORBIDDEN: "Dit is alleen voor de docent. Open de link van de docent.",
  TOKEN_INVALID: "Je plek is op dit toestel niet te lezen. Doe opnieuw mee met de code op het scherm.",
  NO_SEAT: "Je hebt hier nog geen plek. Kies een naam en kom erbij.",
  REMOVED: "De docent heeft je uit de ronde gehaald. Steek je hand op: je kunt zo teruggezet worden.",
  ROOM_NOT_FOUND: "Geen plein met deze code. Kijk op het scherm in de zaal en verbeter de cijfers.",
  ROOM_ENDED: "Deze ronde is al afgelopen. Vraag de docent om de terugkijklink.",
  ROOM_LOCKED: "De deur is even dicht. Vraag de docent om hem open te doen en probeer het opnieuw.",
  ROOM_FULL: "Het plein is vol. Kijk mee met je buur.",
  TURNED_AWAY: "De docent heeft je niet binnengelaten. Zit je in de zaal? Steek je hand op.",
  NAME_EMPTY: "Je hebt nog geen naam. Vul er een in, of kies er een hieronder.",
  NAME_TOO_LONG: "Deze naam is te lang. Kies een kortere.",
  NAME_TAKEN: "Deze naam staat al op het plein. Zet er een letter achter of kies een andere.",
  NAME_NOT_ALLOWED: "In die naam staat een woord dat hier niet mag. Kies een andere.",
  NAME_NOT_OFFERED: "Hier kies je geen eigen naam. Neem een van de namen die je ziet.",
  NOT_NOW: "Dat kan op dit moment niet. Kijk op het scherm waar de ronde is.",
  NOT_OPEN: "De antwoorden zijn nog niet open. Lees het verhaal; het gaat zo open.",
  WRONG_CARD: "De ronde is al bij een andere kaart. Kijk op het scherm.",
  TOO_LATE: "De tijd is om. Dit antwoord telt niet meer mee. Kijk naar het scherm.",
  BAD_PICK: "Deze keuze hoort niet bij deze kaart. Laad de pagina opnieuw en kies nog eens.",
  SERVER_BUSY: "Het is druk op het plein. Het wordt vanzelf opnieuw geprobeerd.",
  STORAGE_FULL: "De server heeft geen ruimte meer: dit is niet bewaard en wordt vanzelf opnieuw verstuurd. Zeg het tegen de docent.",
  SERVER_ERROR: "Er ging bij ons iets mis. Probeer het opnieuw; blijft het, zeg het dan tegen de docent.",
} satisfies Partial<Record<RefusalCode, string>>;

export type PhoneRefusal = keyof typeof nl;

const en: Record<PhoneRefusal, string> = {
  BAD_REQUEST: "This page and the server do not understand each other. Load the page again.",
  BAD_NUMBER: "There is a number in it that cannot be. Check it and try again.",
  BAD_TEXT: "This text holds a character that we cannot show. Type it again with plain letters.",
  TOO_LARGE: "This is too long to send. Make it shorter.",
  UNKNOWN_EVENT: "This page is older than the server. Load the page again.",
  TOO_FAST: "That was a bit quick. It is tried again by itself.",
  FORBIDDEN: "This is for the lecturer only. Open the lecturer's link.",
  TOKEN_INVALID: "Your seat cannot be read on this device. Join again with the code on the screen.",
  NO_SEAT: "You have no seat here yet. Choose a name and come and join.",
  REMOVED: "The lecturer took you out of the round. Raise your hand: you can be let back in.",
  ROOM_NOT_FOUND: "No square has this code. Look at the screen in the hall and correct the digits.",
  ROOM_ENDED: "This round is over. Ask the lecturer for the replay link.",
  ROOM_LOCKED: "The door is shut for a moment. Ask the lecturer to open it and try again.",
  ROOM_FULL: "The square is full. Look along with your neighbour.",
  TURNED_AWAY: "The lecturer did not let you in. Are you in the hall? Raise your hand.",
  NAME_EMPTY: "You have no name yet. Fill one in, or choose one below.",
  NAME_TOO_LONG: "This name is too long. Choose a shorter one.",
  NAME_TAKEN: "This name is on the square already. Add a letter or choose another one.",
  NAME_NOT_ALLOWED: "A word in that name is not allowed here. Choose another.",
  NAME_NOT_OFFERED: "Names of your own are off here. Take one of those on offer.",
  NOT_NOW: "That cannot be done right now. Look at the screen to see where the round is.",
  NOT_OPEN: "The answers are not open yet. Read the story; they open in a moment.",
  WRONG_CARD: "The round is at another card already. Look at the screen.",
  TOO_LATE: "Time is up. This answer does not count any more. Look at the screen.",
  BAD_PICK: "This choice does not belong to this card. Load the page again and choose once more.",
  SERVER_BUSY: "It is busy on the square. It is tried again by itself.",
  STORAGE_FULL: "The server has no room left: this is not kept, and is sent again by itself. Tell the lecturer.",
  SERVER_ERROR: "Something went wrong on our side. Try again; if it stays, tell the lecturer.",
};

export const phoneRefusals: Readonly<Record<Language, Record<PhoneRefusal, string>>> = { nl, en };

/** What a refusal says on a phone; for a code that only a lecturer can meet that something went wrong. */
export const phoneRefusal = (code: RefusalCode, language: Language): string =>
  phoneRefusals[language][code as PhoneRefusal] ?? phoneRefusals[language].SERVER_ERROR;
