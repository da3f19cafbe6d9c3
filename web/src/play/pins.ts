/** Asks the server what a PIN leads to. */
import { REFUSAL_CODES, type Pin, type PinView, type RefusalCode } from "../wire/generated";

/** What came of asking: the room, a refusal, or nothing because the server was not reached. */
export type PinAnswer = { readonly found: PinView } | { readonly code: RefusalCode } | { readonly offline: true };

export async function lookUpPin(pin: Pin): Promise<PinAnswer> {
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
