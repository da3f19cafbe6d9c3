/** Keeps the lecturer's screen awake while a room is open, where the browser lets a page ask for that. */

/** Asks now and each time the page is looked at again, since the browser takes it back from a hidden page. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isOver = false;
  const ask = async (): Promise<void> => {
    if (isOver || document.hidden || !("wakeLock" in navigator)) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      if (isOver) void lock.release();
    } catch {
      // Refused on a low battery or without https: the screen then sleeps as it always does.
    }
  };
  document.addEventListener("visibilitychange", ask);
  void ask();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", ask);
    void lock?.release();
  };
}
