/** The words of a story that decide, found in the story and in their own sentence. */

/** A piece of a story; `isCue` where the deciding words stand. */
export interface StoryPart {
  readonly text: string;
  readonly isCue: boolean;
}

/** The story cut in three around the cue; the whole story as one part when the cue is not in it. */
export function storyParts(story: string, cue: string): StoryPart[] {
  const start = cue ? story.indexOf(cue) : -1;
  if (start < 0) return [{ text: story, isCue: false }];
  return [
    { text: story.slice(0, start), isCue: false },
    { text: cue, isCue: true },
    { text: story.slice(start + cue.length), isCue: false },
  ].filter((part) => part.text !== "");
}

/** The sentences of the story that the cue touches, cut around it; the bare cue when the story lacks it. */
export function cueSentence(story: string, cue: string, language: string): StoryPart[] {
  const start = cue ? story.indexOf(cue) : -1;
  if (start < 0) return [{ text: cue, isCue: true }];
  const end = start + cue.length;
  const touched = sentences(story, language).filter((part) => part.start < end && part.end > start);
  const from = touched[0]?.start ?? start;
  const to = touched.at(-1)?.end ?? end;
  return storyParts(story.slice(from, to).trim(), cue);
}

function sentences(story: string, language: string): { start: number; end: number }[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return [...segmenter.segment(story)].map((part) => ({
    start: part.index,
    end: part.index + part.segment.length,
  }));
}
