/**
 * The yardstick for answers: each message is acknowledged at once, without a rule, a room or a store.
 * `node acks.mjs PORT` prints "ready" when it listens.
 */
import { Server } from "socket.io";

const port = Number(process.argv[2]);
const server = new Server(port, { perMessageDeflate: false, transports: ["websocket"], serveClient: false });
server.on("connection", (socket) => {
  socket.on("answer", (_body, acknowledge) => acknowledge({ ok: true, version: 1 }));
});
server.httpServer.once("listening", () => console.log("ready"));
if (server.httpServer.listening) console.log("ready");
