/** A story cut into pieces, so that each cue in it can be lit. */

export interface StoryPiece {
  readonly text: string;
  readonly isCue: boolean;
}

/** The story in order; overlapping cues become one lit piece. A cue that is not in the story lights nothing. */
export function storyPieces(story: string, cues: readonly string[]): StoryPiece[] {
  const lit = new Array<boolean>(story.length).fill(false);
  for (const cue of cues) {
    const start = cue ? story.indexOf(cue) : -1;
    if (start >= 0) lit.fill(true, start, start + cue.length);
  }
  const pieces: StoryPiece[] = [];
  let from = 0;
  for (let at = 1; at <= story.length; at++) {
    if (at < story.length && lit[at] === lit[from]) continue;
    pieces.push({ text: story.slice(from, at), isCue: lit[from] === true });
    from = at;
  }
  return pieces;
}
