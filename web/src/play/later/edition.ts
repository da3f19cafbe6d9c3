/**
 * The edition of the page: which script it runs, and which one the server's page names now. After a new edition was put
 * on the server the parts of the old one are gone; then the page begins anew. The seat and the sheet are kept on the device.
 */
import { canKeep } from "../kept";

/** What a part may ask of its page; handed in, so that tests decide. */
export interface Edition {
  /** What the server's page names now: the script that this page runs, another, or null where the server is away. */
  served(): Promise<"same" | "other" | null>;
  /** Loads the page anew, unless what the device keeps would be lost; the seat would be gone with it. */
  beginAnew(): void;
  /** The same, but no more than once for each edition that the server names: a broken one must not turn in circles. */
  beginAnewOnce(): void;
}

const BEGUN_FOR = "trede.begun-for";

const scriptOf = (page: Document): string =>
  page.querySelector('script[type="module"][src]')?.getAttribute("src") ?? "";

export function browserEdition(): Edition {
  let named = "";

  return {
    async served() {
      try {
        const reply = await fetch(location.href, { cache: "no-store" });
        if (!reply.headers.get("content-type")?.startsWith("text/html")) return null; // a server that cannot serve now
        named = scriptOf(new DOMParser().parseFromString(await reply.text(), "text/html"));
      } catch {
        return null;
      }
      return named === scriptOf(document) ? "same" : "other";
    },
    beginAnew() {
      if (canKeep()) location.reload();
    },
    beginAnewOnce() {
      try {
        if (sessionStorage.getItem(BEGUN_FOR) === named) return;
        sessionStorage.setItem(BEGUN_FOR, named);
      } catch {
        return; // what cannot be remembered could go on for ever
      }
      this.beginAnew();
    },
  };
}
