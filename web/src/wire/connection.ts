/**
 * The one connection of a page: says who asks, hands on the views that are newer than the last, keeps the server's
 * clock, and sends commands. It knows nothing of the game.
 */
import { ServerClock } from "./clock";
import { CommandSender, type CommandBody } from "./command_sender";
import type { Ack, CommandName, RefusalCode, ServerToClient } from "./generated";
import { REFUSAL_CODES } from "./generated";
import { browserChance, type Chance, type SocketPort } from "./port";
import { Sheets } from "./sheets";

/** connecting: never been in; online; away: it was in, and the line is lost; refused: the server said no. */
export type ConnectionState = "connecting" | "online" | "away" | "refused";

/** How long a line may be lost before the page speaks of it. */
export const SILENCE_MILLIS = 1500;
/** The server pings every 25 s; a page that woke up and heard nothing for longer has a dead line. */
const DEAD_AFTER_MILLIS = 30_000;
/** Several signs of a page that wakes come at once; a dial that has just begun is left to come through. */
const DIALLED_JUST_NOW_MILLIS = 1000;
/** How long the server has to answer a connection that asks for its views again, and the rest before it asks anew. */
const AGAIN_MILLIS = 5000;
const AGAIN_REST_MILLIS = 1000;
/** Rest before knocking again at a server that refused because it was busy. */
const BUSY_REST_MILLIS = 2000;

export type ViewListeners = {
  readonly [Name in keyof ServerToClient]?: (view: ServerToClient[Name]) => void;
};

export interface ConnectionListeners extends ViewListeners {
  /** Called on every change; `code` is given when refused. */
  readonly state?: (state: ConnectionState, code: RefusalCode | null) => void;
}

export class Connection {
  readonly clock: ServerClock;
  readonly #socket: SocketPort;
  readonly #sender: CommandSender;
  readonly #listeners: ConnectionListeners;
  readonly #chance: Chance;
  readonly #versions = new Map<string, number>();
  readonly #sheets = new Sheets();
  /** The views that could not be read since a sheet was lacking. */
  readonly #lacking = new Set<string>();
  #isAsking = false;
  #state: ConnectionState = "connecting";
  #heardAt = performance.now();
  #dialledAt = performance.now();

  constructor(
    socket: SocketPort,
    listeners: ConnectionListeners,
    chance: Chance = browserChance,
    clock: ServerClock = new ServerClock(),
  ) {
    this.#socket = socket;
    this.#listeners = listeners;
    this.#chance = chance;
    this.clock = clock;
    this.#sender = new CommandSender(socket, chance);
    socket.on("connect", () => this.#connected());
    socket.on("disconnect", () => this.#lost());
    socket.on("connect_error", (error: Error) => this.#failed(error));
    for (const name of ["room", "seat", "screen", "host", "roster"] as const) {
      // A body of null may come as no body at all: some servers send "nothing" that way.
      socket.on(name, (body?: never, sheets?: never) => this.#hear(name, body ?? null, sheets));
    }
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Whether nothing of ours waits for an answer. */
  get isSettled(): boolean {
    return this.#sender.waiting === 0;
  }

  /** Sends a command; resolves with its one answer, however long the line is away. */
  send<Name extends CommandName>(event: Name, body: CommandBody<Name>): Promise<Ack> {
    return this.#sender.send(event, body);
  }

  /** Sends a command now or never; null when there is no line, or it was lost before the answer. */
  sendOnce<Name extends CommandName>(event: Name, body: CommandBody<Name>): Promise<Ack | null> {
    return this.#sender.sendOnce(event, body);
  }

  /** Drops the line and dials at once: for a person who presses "try now", and for a page that slept. */
  redial(): void {
    this.#dialledAt = performance.now();
    this.#socket.disconnect();
    this.#socket.connect();
  }

  /**
   * To be called when the page is looked at again or the network is back: a line that is away is dialled at once, without
   * waiting for the next try; one that went dead in the background is dialled anew.
   */
  wake(): void {
    const now = performance.now();
    if (this.#state === "refused") return;
    if (this.#state === "online" ? now - this.#heardAt > DEAD_AFTER_MILLIS : now - this.#dialledAt > DIALLED_JUST_NOW_MILLIS)
      this.redial();
  }

  /** A sign of life that is no view: the server's ping. */
  heardFrom(): void {
    this.#heardAt = performance.now();
  }

  close(): void {
    this.#socket.disconnect();
  }

  #connected(): void {
    this.#versions.clear();
    this.#sheets.clear();
    this.#lacking.clear();
    this.clock.reset();
    this.heardFrom();
    this.#become("online", null);
  }

  #lost(): void {
    if (this.#state === "online") this.#dialledAt = -Infinity;
    if (this.#state !== "refused") this.#become(this.#state === "connecting" ? "connecting" : "away", null);
  }

  #failed(error: Error): void {
    const code = REFUSAL_CODES.find((known) => known === error.message);
    if (code === undefined || this.#socket.active) return this.#lost(); // the line, not a refusal: it tries on
    if (code === "SERVER_BUSY" || code === "TOO_FAST") {
      this.#lost();
      void this.#chance.wait(BUSY_REST_MILLIS).then(() => this.#socket.connect());
      return;
    }
    this.#become("refused", code);
  }

  #become(state: ConnectionState, code: RefusalCode | null): void {
    if (state === this.#state && state !== "refused") return;
    this.#state = state;
    this.#listeners.state?.(state, code);
  }

  #hear(name: keyof ServerToClient, body: unknown, sheets?: Record<string, unknown>): void {
    const view = this.#sheets.whole(name, body, sheets);
    if (view === undefined) {
      this.#lacking.add(name);
      if (this.#versions.size) void this.#askAgain(); // else the first views are on their way
      return;
    }
    this.#lacking.delete(name);
    this.#take(name, view as never);
  }

  /** Until every view could be read: the page keeps what it shows meanwhile. */
  async #askAgain(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#lacking.size && this.#socket.connected) {
      await this.#socket.timeout(AGAIN_MILLIS).emitWithAck("again", {}).catch(() => null);
      if (this.#lacking.size) await this.#chance.wait(AGAIN_REST_MILLIS);
    }
    this.#isAsking = false;
  }

  #take<Name extends keyof ServerToClient>(name: Name, view: ServerToClient[Name]): void {
    this.heardFrom();
    if (view !== null) {
      if (view.version < (this.#versions.get(name) ?? 0)) return; // overtaken on the way
      this.#versions.set(name, view.version);
      if ("server_now" in view) this.clock.heard(view.server_now);
    }
    const listener = this.#listeners[name] as ((view: ServerToClient[Name]) => void) | undefined;
    listener?.(view);
  }
}
