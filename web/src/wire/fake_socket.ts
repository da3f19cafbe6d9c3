/** A socket that tests and the gallery hold in their hands: they decide when it connects and what the server says. */
import type { SocketPort } from "./port";

interface Emitted {
  readonly event: string;
  readonly body: Record<string, unknown>;
  /** The server's ack. */
  answer(ack: unknown): void;
  /** No ack in time, or the line went away. */
  fail(): void;
}

export class FakeSocket implements SocketPort {
  connected = false;
  active = true;
  /** Everything that was sent, oldest first. */
  readonly emitted: Emitted[] = [];
  dialled = 0;
  readonly #listeners = new Map<string, ((...received: never[]) => void)[]>();

  on(event: string, listener: (...received: never[]) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  connect(): void {
    this.dialled += 1;
  }

  disconnect(): void {
    this.lose();
  }

  timeout(): { emitWithAck(event: string, body: unknown): Promise<unknown> } {
    return {
      emitWithAck: (event, body) =>
        new Promise((answer, reject) => {
          this.emitted.push({
            event,
            body: body as Record<string, unknown>,
            answer,
            fail: () => reject(new Error("no answer in time")),
          });
        }),
    };
  }

  /** The server lets us in. */
  comeOnline(): void {
    this.connected = true;
    this.hear("connect");
  }

  /** The line goes away; what was sent and not answered fails, as in the real client. */
  lose(): void {
    if (!this.connected) return;
    this.connected = false;
    this.hear("disconnect", "transport close");
    this.emitted.forEach((sent) => sent.fail());
  }

  /** The server refuses the connection with this code. */
  refuse(code: string): void {
    this.active = false;
    this.hear("connect_error", new Error(code));
  }

  /** The server sends an event. */
  hear(event: string, ...received: unknown[]): void {
    this.#listeners.get(event)?.forEach((listener) => (listener as (...all: unknown[]) => void)(...received));
  }
}
