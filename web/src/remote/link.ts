/** The link of a key: /remote/<room>#<secret>. What stands behind the # is sent to no server. */

export interface KeyLink {
  readonly room: string;
  /** Empty where the device has been in before: then its cookie says who it is. */
  readonly secret: string;
}

/** What an address names. */
export function keyLink(pathname: string, hash: string): KeyLink {
  const room = pathname.split("/")[2] ?? "";
  return { room: decodeURIComponent(room), secret: hash.replace(/^#/, "") };
}

/** Takes the secret out of the address, so that it stays in no history and on no picture of the screen. */
export function forgetSecret(): void {
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
}
