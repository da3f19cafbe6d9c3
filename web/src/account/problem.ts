/** What is the matter, in the words of an account's pages; a student is told some of it in others. */
import type { RefusalCode } from "../wire/generated";
import { accountWords } from "../words/account";
import { hostHomeWords } from "../words/host_home";
import type { Language } from "../words/language.svelte";
import { refusalWords } from "../words/refusals";

export function problemText(code: RefusalCode | "UNREACHABLE", language: Language): string {
  const words = accountWords[language];
  switch (code) {
    case "UNREACHABLE":
      return hostHomeWords[language].noServer;
    case "LINK_GONE":
      return words.goneWhy;
    case "NAME_TAKEN":
      return words.lecturerExists;
    case "NAME_EMPTY":
      return words.nameEmpty;
    case "NAME_TOO_LONG":
      return words.nameTooLong;
    case "PASSPHRASE_WEAK":
      return words.tooWeak;
    case "TOO_FAST":
      return words.signInTooFast;
    default:
      return refusalWords[language][code];
  }
}
