/**
 * Sends commands: one at a time, each with its own id, repeated under that id until the server answers.
 * It survives reconnects: what is unanswered waits and goes out again. What an answer means is the caller's business.
 */
import type { Ack, CommandName, Commands } from "./generated";
import type { Chance, SocketPort } from "./port";

export const ACK_TIMEOUT_MILLIS = 5000;
/** Rest before a repeat that the server asked for; it doubles to the most. */
export const RETRY_REST_MILLIS = 400;
export const RETRY_REST_MOST_MILLIS = 4000;

/** A command without the id that the sender gives it. */
export type CommandBody<Name extends CommandName> = Omit<Commands[Name], "command_id">;

interface Waiting {
  readonly event: CommandName;
  readonly body: Record<string, unknown>;
  readonly settle: (ack: Ack) => void;
}

export class CommandSender {
  readonly #socket: SocketPort;
  readonly #chance: Chance;
  readonly #queue: Waiting[] = [];
  #running = false;
  #online: (() => void) | null = null;

  constructor(socket: SocketPort, chance: Chance) {
    this.#socket = socket;
    this.#chance = chance;
    socket.on("connect", () => this.#online?.());
  }

  /** How many commands wait for their answer, the one under way included. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Sends when its turn comes; resolves with the server's one answer. Never rejects. */
  send<Name extends CommandName>(event: Name, body: CommandBody<Name>): Promise<Ack> {
    const withId = { command_id: this.#chance.commandId(), ...body };
    return new Promise((settle) => {
      this.#queue.push({ event, body: withId, settle });
      void this.#run();
    });
  }

  /** One try at this moment, for a press that would be wrong later; null when no answer came to it. Never rejects. */
  async sendOnce<Name extends CommandName>(event: Name, body: CommandBody<Name>): Promise<Ack | null> {
    if (!this.#socket.connected) return null; // the library would keep it and send it after a reconnect
    return this.#once({ event, body: { command_id: this.#chance.commandId(), ...body }, settle: () => {} });
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const ack = await this.#untilAnswered(next);
      this.#queue.shift();
      next.settle(ack);
    }
    this.#running = false;
  }

  async #untilAnswered(command: Waiting): Promise<Ack> {
    let rest = RETRY_REST_MILLIS;
    for (;;) {
      await this.#connected();
      const ack = await this.#once(command);
      if (ack && (ack.ok || !ack.retry)) return ack;
      if (ack) {
        await this.#chance.wait(rest);
        rest = Math.min(rest * 2, RETRY_REST_MOST_MILLIS);
      }
    }
  }

  /** One try; null when no answer came in time or the connection went away. */
  async #once(command: Waiting): Promise<Ack | null> {
    try {
      return (await this.#socket.timeout(ACK_TIMEOUT_MILLIS).emitWithAck(command.event, command.body)) as Ack;
    } catch {
      return null;
    }
  }

  #connected(): Promise<void> {
    if (this.#socket.connected) return Promise.resolve();
    return new Promise((resolve) => {
      this.#online = () => {
        this.#online = null;
        resolve();
      };
    });
  }
}
