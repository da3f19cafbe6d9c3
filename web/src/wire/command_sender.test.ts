import { beforeEach, describe, expect, it } from "vitest";
import { CommandSender, RETRY_REST_MILLIS } from "./command_sender";
import { FakeSocket } from "./fake_socket";
import type { Chance } from "./port";

const card = { card: "baker", picks: { stage: "supporter" }, shown_millis: 4_000 };

let socket: FakeSocket;
let rests: number[];
let sender: CommandSender;

/** Lets everything that is ready run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

beforeEach(() => {
  socket = new FakeSocket();
  rests = [];
  let made = 0;
  const chance: Chance = {
    wait: (millis) => {
      rests.push(millis);
      return Promise.resolve();
    },
    commandId: () => `id-${++made}`,
  };
  sender = new CommandSender(socket, chance);
});

describe("a command", () => {
  it("waits for the line and goes out when it is there", async () => {
    void sender.send("answer", card);
    await settle();
    expect(socket.emitted).toHaveLength(0);
    socket.comeOnline();
    await settle();
    expect(socket.emitted[0]).toMatchObject({ event: "answer", body: { command_id: "id-1", ...card } });
  });

  it("is answered once, with what the server said", async () => {
    socket.comeOnline();
    const answered = sender.send("answer", card);
    await settle();
    socket.emitted[0]?.answer({ ok: true, version: 7 });
    expect(await answered).toEqual({ ok: true, version: 7 });
    expect(sender.waiting).toBe(0);
  });

  it("is repeated under the same id when no answer comes in time", async () => {
    socket.comeOnline();
    const answered = sender.send("answer", card);
    await settle();
    socket.emitted[0]?.fail();
    await settle();
    expect(socket.emitted.map((sent) => sent.body.command_id)).toEqual(["id-1", "id-1"]);
    socket.emitted[1]?.answer({ ok: true, version: 7 });
    expect(await answered).toEqual({ ok: true, version: 7 });
  });

  it("survives a lost line: it goes out again under the same id after the reconnect", async () => {
    socket.comeOnline();
    const answered = sender.send("answer", card);
    await settle();
    socket.lose();
    await settle();
    expect(socket.emitted).toHaveLength(1);
    socket.comeOnline();
    await settle();
    expect(socket.emitted[1]?.body.command_id).toBe("id-1");
    socket.emitted[1]?.answer({ ok: true, version: 8 });
    expect(await answered).toEqual({ ok: true, version: 8 });
  });

  it("waits for the one before it", async () => {
    socket.comeOnline();
    void sender.send("answer", card);
    void sender.send("answer", { ...card, shown_millis: 9_000 });
    await settle();
    expect(socket.emitted).toHaveLength(1);
    socket.emitted[0]?.answer({ ok: true, version: 7 });
    await settle();
    expect(socket.emitted[1]?.body).toMatchObject({ command_id: "id-2", shown_millis: 9_000 });
  });

  it("rests longer each time the server asks to try again", async () => {
    socket.comeOnline();
    const answered = sender.send("answer", card);
    for (let tries = 0; tries < 3; tries++) {
      await settle();
      socket.emitted[tries]?.answer({ ok: false, code: "SERVER_BUSY", retry: true });
    }
    await settle();
    expect(rests).toEqual([RETRY_REST_MILLIS, 2 * RETRY_REST_MILLIS, 4 * RETRY_REST_MILLIS]);
    socket.emitted[3]?.answer({ ok: true, version: 7 });
    expect((await answered).ok).toBe(true);
  });

  it("is given back when the rules say no", async () => {
    socket.comeOnline();
    const answered = sender.send("join", { name: "Noor" });
    await settle();
    socket.emitted[0]?.answer({ ok: false, code: "NAME_TAKEN", retry: false, suggestion: "Noor 2" });
    expect(await answered).toMatchObject({ ok: false, code: "NAME_TAKEN", suggestion: "Noor 2" });
  });

  it("is tried once, now or never, where a later press would be wrong", async () => {
    expect(await sender.sendOnce("step", { step: "s1" })).toBeNull();
    socket.comeOnline();
    await settle();
    expect(socket.emitted).toHaveLength(0);
    const answered = sender.sendOnce("step", { step: "s2" });
    socket.emitted[0]?.fail();
    expect(await answered).toBeNull();
    await settle();
    expect(socket.emitted).toHaveLength(1);
    const again = sender.sendOnce("step", { step: "s3" });
    socket.emitted[1]?.answer({ ok: true, version: 3 });
    expect(await again).toEqual({ ok: true, version: 3 });
  });
});
