/**
 * The projector's sounds: footsteps on stone and a shop bell. Made here, no files; off until somebody asks.
 *
 * Nothing is told by sound alone. Where the browser does not let a page sound yet, all of it is silent.
 */
import type { Cue } from "./sound_cues";

const STORED_AS = "trede.sound";
/** Quiet: a hall's own noise is louder than any of this should be. */
const LOUDNESS = 0.32;
/** A step up the stair: five notes and up again. */
const SCALE = [0, 2, 4, 7, 9];
const GROUND = 110;
const BELL = [1318.5, 1760];

export type SoundState = "off" | "on" | "blocked";

export class Sound {
  #context: AudioContext | null = null;
  #isOn = wasOn();

  /** Turns it on or off, at a key press: only then may a page begin to sound. Returns what holds now. */
  async toggle(): Promise<SoundState> {
    const wasBlocked = this.#isOn && this.#context?.state !== "running";
    this.#isOn = wasBlocked || !this.#isOn;
    keep(this.#isOn);
    if (!this.#isOn) {
      await this.#context?.suspend();
      return "off";
    }
    return (await this.wake()) ? "on" : "blocked";
  }

  /** At any key press: sound that was on when the page was left may begin again. */
  async wake(): Promise<boolean> {
    if (!this.#isOn || typeof AudioContext === "undefined") return false;
    this.#context ??= new AudioContext();
    if (this.#context.state !== "running") await Promise.race([this.#context.resume().catch(() => undefined), after(300)]);
    return this.#context.state === "running";
  }

  /** Sounds a cue; silent while off or not allowed. */
  play(cue: Cue): void {
    const context = this.#context;
    if (!this.#isOn || !context || context.state !== "running") return;
    if (cue.kind === "bell") ring(context, context.currentTime + cue.delay / 1000, cue.isOpening);
    else step(context, context.currentTime + cue.delay / 1000, cue.height);
  }

  close(): void {
    void this.#context?.close();
    this.#context = null;
  }
}

/** A foot on stone: a short dull knock whose pitch rises with the stair. */
function step(context: AudioContext, at: number, height: number): void {
  const octave = Math.floor(height / SCALE.length);
  const note = GROUND * 2 ** (octave + (SCALE[height % SCALE.length] ?? 0) / 12);
  const knock = context.createOscillator();
  knock.type = "triangle";
  knock.frequency.setValueAtTime(note * 1.6, at);
  knock.frequency.exponentialRampToValueAtTime(note, at + 0.05);
  knock.connect(envelope(context, at, 0.9, 0.16));
  knock.start(at);
  knock.stop(at + 0.2);

  const grit = context.createBufferSource();
  grit.buffer = noise(context);
  const stone = context.createBiquadFilter();
  stone.type = "bandpass";
  stone.frequency.value = note * 9;
  stone.Q.value = 0.8;
  grit.connect(stone).connect(envelope(context, at, 0.35, 0.07));
  grit.start(at);
  grit.stop(at + 0.1);
}

/** A shop bell: up when the door opens, down when it closes. */
function ring(context: AudioContext, start: number, isOpening: boolean): void {
  const notes = isOpening ? BELL : [...BELL].reverse();
  notes.forEach((note, place) => {
    for (const [partial, loud] of [[1, 0.5], [2.76, 0.18], [5.4, 0.07]] as const) {
      const tone = context.createOscillator();
      const at = start + place * 0.16;
      tone.frequency.value = note * partial;
      tone.connect(envelope(context, at, loud, 1.1 / partial + 0.2));
      tone.start(at);
      tone.stop(at + 1.6);
    }
  });
}

function envelope(context: AudioContext, at: number, loud: number, length: number): GainNode {
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loud * LOUDNESS, at + 0.006);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + length);
  gain.connect(context.destination);
  return gain;
}

/** A tenth of a second of noise, the same every time. */
function noise(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, Math.ceil(context.sampleRate / 10), context.sampleRate);
  const samples = buffer.getChannelData(0);
  let state = 22_222;
  for (let place = 0; place < samples.length; place += 1) {
    state = (state * 16_807) % 2_147_483_647;
    samples[place] = state / 1_073_741_823.5 - 1;
  }
  return buffer;
}

const after = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

function wasOn(): boolean {
  try {
    return localStorage.getItem(STORED_AS) === "on";
  } catch {
    return false; // storage is refused in some private windows; sound is off then
  }
}

function keep(isOn: boolean): void {
  try {
    localStorage.setItem(STORED_AS, isOn ? "on" : "off");
  } catch {
    // the choice then lasts as long as the page
  }
}
