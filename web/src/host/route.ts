/** Which of the lecturer's pages an address names. Only the address; what is on the page is elsewhere. */

export type HostRoute = { page: "home" | "account" | "invite" } | { page: "console"; room: string };

/** `/host` is the shelf, `/host/<room>` the console of that room; `/account` and `/invite` are the lecturer's own. */
export function hostRoute(pathname: string): HostRoute {
  const [, first, room] = pathname.split("/");
  if (first === "host" && room) return { page: "console", room: decodeURIComponent(room) };
  return { page: first === "account" || first === "invite" ? first : "home" };
}

export const homePath = "/host";
export const accountPath = "/account";

export function consolePath(room: string): string {
  return `/host/${encodeURIComponent(room)}`;
}

export function screenPath(room: string): string {
  return `/screen/${encodeURIComponent(room)}`;
}

export function reportPath(room: string): string {
  return `/report/${encodeURIComponent(room)}`;
}

export function replayPath(room: string): string {
  return `/replay/${encodeURIComponent(room)}`;
}
