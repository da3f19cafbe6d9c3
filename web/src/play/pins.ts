/** Asks the server what a PIN leads to. */
import { REFUSAL_CODES, type Pin, type PinView, type RefusalCode } from "../wire/generated";

/** What came of asking: the room, a refusal, or nothing because the server was not reached. */
export type PinAnswer = { readonly found: PinView } | { readonly code: RefusalCode } | { readonly offline: true };

/** So often, and so long after each other, it is asked again while somebody else on this network guesses PINs. */
const TRIES = 5;
const REST_MILLIS = 2_000;

export async function lookUpPin(pin: Pin): Promise<PinAnswer> {
  for (let left = TRIES; ; left -= 1) {
    const answer = await lookUpOnce(pin);
    if (left <= 1 || !("code" in answer) || answer.code !== "TOO_FAST") return answer;
    await new Promise((go) => setTimeout(go, REST_MILLIS));
  }
}

async function lookUpOnce(pin: Pin): Promise<PinAnswer> {
  try {
    const response = await fetch(`/api/pins/${pin}`);
    const body = (await response.json()) as PinView | { code?: string };
    if (response.ok) return { found: body as PinView };
    const said = (body as { code?: string }).code;
    return { code: REFUSAL_CODES.find((known) => known === said) ?? "SERVER_ERROR" };
  } catch {
    return { offline: true };
  }
}
