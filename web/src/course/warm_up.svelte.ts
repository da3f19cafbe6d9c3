/** The warm-up of a sitting: its cards, asked for; and the press that opens a room with them. */
import { consolePath } from "../host/route";
import type { RoomId, WarmUpCard } from "../wire/generated";
import { randomHex } from "../wire/port";
import { courseWords } from "../words/course";
import { language } from "../words/language.svelte";
import { refusalWords } from "../words/refusals";
import { fetchWarmUp, openWarmUp } from "./api";

export class WarmUp {
  /** null: on their way, or not asked for yet; "away": they cannot be fetched. */
  cards = $state.raw<readonly WarmUpCard[] | "away" | null>(null);
  isOpening = $state(false);
  problem = $state<string | null>(null);
  /** One id per intention: a repeat after a lost answer opens no second room. */
  #commandId = randomHex(12);

  /** Asks for the cards: it reads a whole sitting, and the page need not wait for it. */
  async look(room: RoomId): Promise<void> {
    const answered = await fetchWarmUp(room);
    this.cards = answered.ok ? answered.body.cards : "away";
  }

  /** Opens a room with them, and goes there. */
  async press(room: RoomId): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    this.problem = null;
    const answered = await openWarmUp(room, this.#commandId);
    if (answered.ok) {
      location.assign(consolePath(answered.body.room));
      return;
    }
    this.isOpening = false;
    const { current } = language;
    this.problem = answered.code === "UNREACHABLE" ? courseWords[current].offlineWhy : refusalWords[current][answered.code];
  }

  /** The page came back as it was left: a room may have been opened since. */
  beginAnew(): void {
    this.isOpening = false;
    this.#commandId = randomHex(12);
  }
}
