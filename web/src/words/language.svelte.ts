/** Which language this device reads, and the texts of the deck in it. Each device chooses for itself. */
import type { Text } from "../wire/generated";

export type Language = "nl" | "en";

const STORED_AS = "trede.language";

/** The language of the address (?lang=), of an earlier choice, or of the browser; English where neither is Dutch. */
function firstLanguage(): Language {
  if (typeof window === "undefined") return "nl";
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "nl" || asked === "en") return asked;
  const stored = readStored();
  if (stored === "nl" || stored === "en") return stored;
  return navigator.language.toLowerCase().startsWith("nl") ? "nl" : "en";
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null; // storage is refused in some private windows; the choice then lasts as long as the page
  }
}

class LanguageChoice {
  #current = $state<Language>(firstLanguage());

  get current(): Language {
    return this.#current;
  }

  /** The other language: what the switch offers. */
  get other(): Language {
    return this.#current === "nl" ? "en" : "nl";
  }

  choose(language: Language): void {
    this.#current = language;
    document.documentElement.lang = language;
    try {
      localStorage.setItem(STORED_AS, language);
    } catch {
      // see readStored
    }
  }

  /** Tells the page its language; once, at the start. */
  announce(): void {
    document.documentElement.lang = this.#current;
  }
}

export const language = new LanguageChoice();

/** One of the deck's texts in the language of this device. */
export function textOf(text: Text): string {
  return text[language.current];
}
