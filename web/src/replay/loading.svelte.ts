/** A replay on its way: its head, then a player as soon as one part is there, then the other parts. */
import type { RefusalCode, Replay } from "../wire/generated";
import { askPart, askReplay } from "./api";
import { momentOfHash, type LinkedMoment } from "./moment_link";
import { Parts } from "./parts";
import { Player } from "./player.svelte";
import { lastWhere } from "./last";

export class Loading {
  replay = $state.raw<Replay | null>(null);
  player = $state.raw<Player | null>(null);
  /** Why there is no replay. */
  problem = $state<RefusalCode | "OFFLINE" | null>(null);
  /** A part did not come, and is tried again. */
  isStuck = $state(false);
  readonly #room: string;
  #parts: Parts | null = null;
  #asked = 0;
  #hurry: () => void = () => undefined;

  constructor(room: string) {
    this.#room = room;
  }

  /** Fetches the replay as it is now; a player that is there goes on until the new one stands at the same moment. */
  async load(withNames: boolean): Promise<void> {
    const asked = (this.#asked += 1);
    const answer = await askReplay(this.#room, withNames);
    if (asked !== this.#asked) return;
    if (answer.replay) {
      this.problem = null;
      this.isStuck = false;
      if (answer.replay.cards.length > 0) this.#fetchParts(answer.replay, asked);
      else this.replay = answer.replay;
    } else if (answer.problem === "FORBIDDEN" && withNames) await this.load(false); // signed out meanwhile
    else if (this.player === null || answer.problem === "ROOM_NOT_FOUND") this.#giveUp(answer.problem);
    else this.isStuck = true;
  }

  /** Tries at once what waits to be tried again. */
  tryNow(): void {
    if (this.#parts === null) void this.load(this.replay?.with_names ?? false);
    else this.#hurry();
  }

  /** What is looked at has not come yet: it comes next. */
  want(part: number): void {
    this.#parts?.want(part);
  }

  #fetchParts(replay: Replay, asked: number): void {
    this.#parts?.stop();
    const first = this.#momentIn(replay);
    let player: Player | null = null;
    const parts = new Parts(replay.parts.length, partOf(replay, first), {
      ask: (number) => askPart(this.#room, replay.version, number, replay.with_names),
      rest: (millis) =>
        new Promise((resolve) => {
          this.#hurry = resolve;
          setTimeout(resolve, millis);
        }),
      oncame: (part) => {
        if (player) player.take(part);
        else player = this.#begin(new Player(replay, part, this.#momentIn(replay)));
      },
      onproblem: (problem) => (this.isStuck = problem !== null),
      onoutdated: () => void this.load(replay.with_names),
    });
    this.#parts = parts;
    if (asked === this.#asked) void parts.run();
  }

  #begin(next: Player): Player {
    const before = this.player;
    if (before) next.setSpeed(before.speed);
    if (before?.isPlaying) next.play();
    this.replay = next.replay;
    this.player = next;
    return next;
  }

  /** Where to begin: where the player is, where the link leads, or the first card: few want to see the hall fill. */
  #momentIn(replay: Replay): LinkedMoment {
    const card = { time: replay.cards[0]?.at ?? replay.opened_at, version: null };
    return this.player?.here ?? momentOfHash(location.hash, replay.parts[0]?.at ?? 0) ?? card;
  }

  #giveUp(problem: RefusalCode | "OFFLINE"): void {
    this.#parts?.stop();
    this.player = this.replay = null;
    this.problem = problem;
  }
}

function partOf(replay: Replay, moment: LinkedMoment): number {
  const { version } = moment;
  const isThere = version !== null && version <= replay.version;
  return Math.max(0, lastWhere(replay.parts, (part) => (isThere ? part.version <= version : part.at <= moment.time)));
}
