/** Opens the real connection of a page. The only file that knows the Socket.IO client. */
import { io } from "socket.io-client";
import { Connection, type ConnectionListeners } from "./connection";
import { PROTOCOL, type Handshake, type Role } from "./generated";
import { randomHex, type SocketPort } from "./port";
import { isWebSocketOnly } from "./transports";

/** This page's line, for balancers: drawn anew with each page, known to nobody, kept nowhere. */
const LINE = randomHex(8);
/** So much of a room's id tells it from the others at a balancer, and opens nothing. */
const ROOM_DIGITS = 8;

/** Dials the room for this role; the page's life long. Wakes with the page and with the network. */
export function dial(role: Role, room: string, listeners: ConnectionListeners, token?: string): Connection {
  const auth: Handshake = token === undefined ? { protocol: PROTOCOL, role, room } : { protocol: PROTOCOL, role, room, token };
  const socket = io({
    auth,
    transports: isWebSocketOnly() ? ["websocket"] : ["websocket", "polling"],
    tryAllTransports: true, // else the second is never tried
    // A balancer keeps what has the same room, or the same line, at the same server: docs/deployment.md.
    query: { line: LINE, room: room.slice(0, ROOM_DIGITS) },
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
    randomizationFactor: 0.5,
    withCredentials: true,
  });
  const connection = new Connection(socket as unknown as SocketPort, listeners);
  socket.io.on("ping", () => connection.heardFrom());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) connection.wake();
  });
  window.addEventListener("online", () => connection.wake());
  window.addEventListener("pageshow", () => connection.wake()); // out of the browser's memory of pages
  window.addEventListener("offline", () => socket.io.engine.close()); // notice at once what the ping would notice late
  return connection;
}
