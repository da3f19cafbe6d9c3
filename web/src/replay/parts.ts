/** Fetches the parts of a replay one after the other, the one that is looked at first, and does not give up. */
import type { RefusalCode, ReplayPart } from "../wire/generated";

/** A part, or why there is none. */
export type PartAnswer =
  | { readonly part: ReplayPart; readonly problem: null }
  | { readonly part: null; readonly problem: RefusalCode | "OFFLINE" };

/** What the fetching works with, and whom it tells. */
export interface PartsAround {
  readonly ask: (number: number) => Promise<PartAnswer>;
  /** Resolves after so long, or when `hurry` is called. */
  readonly rest: (millis: number) => Promise<void>;
  readonly oncame: (part: ReplayPart) => void;
  /** A part did not come, and is tried again after a while; with null it has. */
  readonly onproblem: (problem: RefusalCode | "OFFLINE" | null) => void;
  /** The server has another version by now: the head must be fetched anew. */
  readonly onoutdated: () => void;
}

/** Codes with which the server says for good that this part of this version is not to be had. */
const FINAL: ReadonlySet<string> = new Set(["NOT_NOW", "BAD_NUMBER", "ROOM_NOT_FOUND", "FORBIDDEN"]);
const FIRST_REST_MILLIS = 1000;
const LONGEST_REST_MILLIS = 8000;

export class Parts {
  readonly #around: PartsAround;
  readonly #missing: Set<number>;
  readonly #count: number;
  #wanted: number;
  #isStopped = false;

  constructor(count: number, wanted: number, around: PartsAround) {
    this.#around = around;
    this.#count = count;
    this.#wanted = wanted;
    this.#missing = new Set(Array.from({ length: count }, (_, number) => number));
  }

  /** This part is looked at: it comes next, and then those after it. */
  want(number: number): void {
    this.#wanted = number;
  }

  /** Nothing more is asked for. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Fetches all that is missing. */
  async run(): Promise<void> {
    let pause = 0;
    while (this.#missing.size > 0 && !this.#isStopped) {
      const number = this.#next();
      const answer = await this.#around.ask(number);
      if (this.#isStopped) return;
      if (answer.part) {
        if (pause) this.#around.onproblem(null);
        pause = 0;
        this.#missing.delete(number);
        this.#around.oncame(answer.part);
      } else if (FINAL.has(answer.problem)) {
        this.#around.onoutdated();
        return;
      } else {
        pause = pause ? Math.min(pause * 2, LONGEST_REST_MILLIS) : FIRST_REST_MILLIS;
        this.#around.onproblem(answer.problem);
        await this.#around.rest(pause);
      }
    }
  }

  #next(): number {
    for (let step = 0; step < this.#count; step += 1) {
      const number = (this.#wanted + step) % this.#count;
      if (this.#missing.has(number)) return number;
    }
    throw new RangeError("nothing is missing");
  }
}
