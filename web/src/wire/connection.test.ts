import { beforeEach, describe, expect, it, vi } from "vitest";
import { roomView, seatView } from "../gallery/samples";
import { Connection, type ConnectionState } from "./connection";
import { FakeSocket } from "./fake_socket";
import type { RefusalCode, RoomView, SeatView } from "./generated";

let socket: FakeSocket;
let rooms: RoomView[];
let seats: (SeatView | null)[];
let states: [ConnectionState, RefusalCode | null][];
let connection: Connection;

beforeEach(() => {
  socket = new FakeSocket();
  rooms = [];
  seats = [];
  states = [];
  connection = new Connection(
    socket,
    {
      room: (view) => rooms.push(view),
      seat: (view) => seats.push(view),
      state: (state, code) => states.push([state, code]),
    },
    { wait: () => Promise.resolve(), commandId: () => "id" },
  );
});

describe("a connection", () => {
  it("hands on views, and ignores one that was overtaken on the way", () => {
    socket.comeOnline();
    for (const version of [5, 7, 6, 7, 8]) socket.hear("room", roomView({ version }));
    expect(rooms.map((view) => view.version)).toEqual([5, 7, 7, 8]);
  });

  it("judges each kind of view by its own versions", () => {
    socket.comeOnline();
    socket.hear("room", roomView({ version: 9 }));
    socket.hear("seat", seatView({ version: 8 }));
    expect(seats).toHaveLength(1);
  });

  it("takes the first view after a reconnect as it is", () => {
    socket.comeOnline();
    socket.hear("room", roomView({ version: 9 }));
    socket.lose();
    socket.comeOnline();
    socket.hear("room", roomView({ version: 4 }));
    expect(rooms.at(-1)?.version).toBe(4);
  });

  it("knows a device without a seat", () => {
    socket.comeOnline();
    socket.hear("seat", null);
    socket.hear("seat");
    expect(seats).toEqual([null, null]);
  });

  it("learns the server's clock from the views", () => {
    socket.comeOnline();
    const ahead = Date.now() + 3_600_000;
    socket.hear("room", roomView({ server_now: ahead }));
    expect(Math.abs(connection.clock.now() - ahead)).toBeLessThan(1_000);
  });

  it("tells of a lost line and of its return", () => {
    socket.comeOnline();
    socket.lose();
    socket.comeOnline();
    expect(states.map(([state]) => state)).toEqual(["online", "away", "online"]);
  });

  it("tells of a refusal by its code", () => {
    socket.refuse("ROOM_NOT_FOUND");
    expect(states).toEqual([["refused", "ROOM_NOT_FOUND"]]);
  });

  it("knocks again by itself at a server that was busy", async () => {
    socket.refuse("SERVER_BUSY");
    await Promise.resolve();
    await Promise.resolve();
    expect(socket.dialled).toBe(1);
    expect(states).toEqual([]);
  });

  it("goes on dialling when the line fails, without calling it a refusal", () => {
    socket.hear("connect_error", new Error("xhr poll error"));
    expect(states).toEqual([]);
    expect(connection.state).toBe("connecting");
  });

  it("dials a dead line anew when the page wakes", () => {
    socket.comeOnline();
    socket.lose();
    connection.wake();
    expect(socket.dialled).toBe(1);
  });

  it("dials once for the several signs that come together when a page wakes", () => {
    socket.comeOnline();
    socket.lose();
    connection.wake();
    connection.wake();
    connection.wake();
    expect(socket.dialled).toBe(1);
  });

  it("leaves a first dial that has just begun, and does not wait out a pause between later ones", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const dialling = new Connection(socket, {});
    dialling.wake();
    expect(socket.dialled).toBe(0);
    vi.advanceTimersByTime(1500);
    dialling.wake();
    expect(socket.dialled).toBe(1);
    vi.useRealTimers();
  });

  it("does not dial again at a server that said no", () => {
    socket.refuse("ROOM_NOT_FOUND");
    connection.wake();
    expect(socket.dialled).toBe(0);
  });

  const told = (version: number, title: string | null) => [
    { ...roomView({ version }), "=": "words" },
    ...(title === null ? [] : [{ words: { note: title } }]),
  ];

  it("reads on with the sheets that it was told, on this line", () => {
    socket.comeOnline();
    socket.hear("room", ...told(1, "a sheet"));
    socket.hear("room", ...told(2, null));
    expect(rooms.at(-1)).toMatchObject({ version: 2, note: "a sheet" });
  });

  it("keeps its view and asks again when it lacks a sheet", async () => {
    socket.comeOnline();
    socket.hear("room", roomView({ version: 1 }));
    socket.hear("room", ...told(2, null));
    socket.hear("room", ...told(3, null));
    expect(rooms.map((view) => view.version)).toEqual([1]);
    expect(socket.emitted.map(({ event, body }) => [event, body])).toEqual([["again", {}]]);
    socket.hear("room", ...told(3, "a sheet"));
    socket.emitted[0]?.answer({ ok: true, version: 3 });
    await new Promise((done) => setTimeout(done));
    expect(rooms.map((view) => view.version)).toEqual([1, 3]);
    expect(socket.emitted).toHaveLength(1);
  });

  it("goes on asking while the server is too busy to answer", async () => {
    socket.comeOnline();
    socket.hear("room", roomView({ version: 1 }));
    socket.hear("room", ...told(2, null));
    socket.emitted[0]?.answer({ ok: false, code: "TOO_FAST", retry: true });
    await new Promise((done) => setTimeout(done));
    expect(socket.emitted.map(({ event }) => event)).toEqual(["again", "again"]);
  });

  it("waits for its first views before it asks for them again", () => {
    socket.comeOnline();
    socket.hear("room", ...told(2, null));
    expect(socket.emitted).toEqual([]);
    socket.hear("room", ...told(2, "a sheet"));
    expect(rooms).toHaveLength(1);
  });
});
