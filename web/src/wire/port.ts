/** What of a Socket.IO client socket is used here, so that tests can stand in for it. */

export interface SocketPort {
  readonly connected: boolean;
  /** False once the server refused the connection: the library then does not try again by itself. */
  readonly active: boolean;
  on(event: string, listener: (...received: never[]) => void): unknown;
  connect(): unknown;
  disconnect(): unknown;
  /** An emit whose ack is awaited at most `millis`; rejects on time-out and when the connection is lost. */
  timeout(millis: number): { emitWithAck(event: string, body: unknown): Promise<unknown> };
}

/** Timers and identifiers, handed in so that a test decides when time passes. */
export interface Chance {
  wait(millis: number): Promise<void>;
  commandId(): string;
}

/** `bytes` random bytes as hex characters. */
export function randomHex(bytes: number): string {
  const made = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(made, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const browserChance: Chance = {
  wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  commandId: () => randomHex(12),
};
