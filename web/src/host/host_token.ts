/** What a lecturer pastes at the door: the whole link that the server printed, or its token alone. */

/** The token inside what was pasted, without spaces; empty when there is none. */
export function tokenFrom(pasted: string): string {
  const text = pasted.trim();
  const inLink = /[?&]token=([^&#\s]+)/.exec(text);
  if (inLink?.[1]) return decodeURIComponent(inLink[1]);
  return text.includes("/") ? "" : text.replace(/\s+/g, "");
}
