/** The cards of one go: what is due, a deck, a homework. */
import type { AxisId, CardId } from "../wire/generated";
import type { PoolCard } from "./pool";

export interface Asked {
  readonly deck: string;
  readonly card: CardId;
  /** The axes to ask; null for all that the card has. */
  readonly axes: readonly AxisId[] | null;
}

export const askedOf = ({ deck, card, axes }: PoolCard): Asked => ({ deck, card, axes });
