/** A story cut into pieces, so that every cue in it can be lit: a card has one cue per axis. */

export interface StoryPiece {
  readonly text: string;
  readonly isCue: boolean;
}

/** The story with all cues marked; cues that touch or overlap become one. A cue that is not in the story is left out. */
export function storyPieces(story: string, cues: readonly string[]): StoryPiece[] {
  const lit = cues
    .map((cue) => ({ start: cue ? story.indexOf(cue) : -1, length: cue.length }))
    .filter(({ start }) => start >= 0)
    .sort((one, other) => one.start - other.start);
  const pieces: { text: string; isCue: boolean }[] = [];
  let at = 0;
  for (const { start, length } of lit) {
    const end = start + length;
    if (end <= at) continue;
    const last = pieces.at(-1);
    if (start <= at && last?.isCue) last.text += story.slice(at, end);
    else {
      if (start > at) pieces.push({ text: story.slice(at, start), isCue: false });
      pieces.push({ text: story.slice(start, end), isCue: true });
    }
    at = end;
  }
  if (at < story.length) pieces.push({ text: story.slice(at), isCue: false });
  return pieces;
}
