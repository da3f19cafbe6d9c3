/** The line drawings of the controls, in a box of 24 by 24. Every one stands beside a word or has a spoken name. */

const line = (d: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const ICONS = {
  check: line("M4 13l5.5 5.5L20 7", 3.4),
  lock: line("M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3", 2.4),
  unlock: line("M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2", 2.4),
  key: `<circle cx="8" cy="12" r="4.2" fill="none" stroke="currentColor" stroke-width="2.8"/>${line("M12 12h9v4M17 12v3", 2.8)}`,
  cross: line("M6 6l12 12M18 6 6 18", 3.2),
  almost: line("M4 14h16", 3.2),
  network: `${line("M3 9.5a13 13 0 0 1 18 0M6.5 13.5a8 8 0 0 1 11 0", 2.6)}<circle cx="12" cy="18" r="2" fill="currentColor"/>`,
  up: '<path d="M12 4l8 10H4Z" fill="currentColor"/>',
  down: '<path d="M12 20 4 10h16Z" fill="currentColor"/>',
  play: '<path d="M7 4l13 8-13 8Z" fill="currentColor"/>',
  pause: '<path d="M6 4h4.5v16H6zM13.5 4H18v16h-4.5z" fill="currentColor"/>',
  eye: `${line("M2.5 12C6 6.5 18 6.5 21.5 12 18 17.5 6 17.5 2.5 12Z", 2.2)}<circle cx="12" cy="12" r="3" fill="currentColor"/>`,
  next: line("M5 12h13M12 6l6 6-6 6", 3),
  back: line("M19 12H6M12 6l-6 6 6 6", 3),
  below: line("M12 4v14M6 12l6 6 6-6", 3),
  again: line("M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5", 2.6),
  clock: `<circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="2.4"/>${line("M12 7v5l3.5 2", 2.4)}`,
} as const;

export type IconName = keyof typeof ICONS;
