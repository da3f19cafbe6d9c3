/** Whether single letters are keys on this device (WCAG 2.1.4): who dictates or steers by voice switches them off. */

const KEPT_AS = "trede.single_keys";

function kept(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== "off";
  } catch {
    return true; // refused in some private windows
  }
}

class SingleKeys {
  #isOn = $state(kept());

  get isOn(): boolean {
    return this.#isOn;
  }

  choose(isOn: boolean): void {
    this.#isOn = isOn;
    try {
      localStorage.setItem(KEPT_AS, isOn ? "on" : "off");
    } catch {
      // see kept
    }
  }
}

export const singleKeys = new SingleKeys();
