import { afterEach, describe, expect, it } from "vitest";
import { Sound } from "./sound";

/** A browser's sound as far as it is used here: it counts what begins to sound, and may refuse to. */
class Heard {
  static count = 0;
  static isAllowed = true;
  state = "suspended";
  currentTime = 0;
  sampleRate = 8000;
  destination = {};
  resume = async (): Promise<void> => void (Heard.isAllowed && (this.state = "running"));
  suspend = async (): Promise<void> => void (this.state = "suspended");
  close = async (): Promise<void> => void (this.state = "closed");
  createOscillator = () => Heard.part();
  createBufferSource = () => Heard.part();
  createBiquadFilter = () => Heard.part();
  createGain = () => Heard.part();
  createBuffer = (_channels: number, length: number) => ({ getChannelData: () => new Float32Array(length) });

  static part() {
    const value = () => ({ value: 0, setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} });
    const part = { frequency: value(), gain: value(), Q: value(), start: () => (Heard.count += 1), stop() {}, connect: (next: unknown) => next };
    return part;
  }
}

function allow(isAllowed: boolean): void {
  Heard.count = 0;
  Heard.isAllowed = isAllowed;
  Object.assign(globalThis, { AudioContext: Heard });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "AudioContext");
});

const bell = { kind: "bell", delay: 0, isOpening: true } as const;

describe("the projector's sound", () => {
  it("is off until somebody asks, and off again at the same key", async () => {
    allow(true);
    const sound = new Sound();
    await sound.wake();
    sound.play(bell);
    expect(Heard.count).toBe(0);
    expect(await sound.toggle()).toBe("on");
    sound.play(bell);
    expect(Heard.count).toBeGreaterThan(0);
    const heard = Heard.count;
    expect(await sound.toggle()).toBe("off");
    sound.play({ kind: "step", delay: 0, height: 7 });
    expect(Heard.count).toBe(heard);
  });

  it("says when the browser refuses, stays silent, and comes at the next press that is allowed", async () => {
    allow(false);
    const sound = new Sound();
    expect(await sound.toggle()).toBe("blocked");
    sound.play(bell);
    expect(Heard.count).toBe(0);
    Heard.isAllowed = true;
    expect(await sound.toggle()).toBe("on");
  });

  it("is nothing where a browser has none", async () => {
    const sound = new Sound();
    expect(await sound.toggle()).toBe("blocked");
    sound.play(bell);
    sound.close();
  });
});
