import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { freePorts, LOOPBACK } from "../../../../local/ports";
import { Network } from "../../../integration/flink-job/faults/network";

const SILENCE_MS = 100;

let broker: ReturnType<typeof createServer>;
let network: Network;
let port: number;
let accepted: Socket[];

/** A broker that gives the configured answers. */
beforeEach(async () => {
  const ports = await freePorts(["network", "broker"]);
  port = ports.network;
  accepted = [];
  broker = createServer((socket) => {
    accepted.push(socket);
    socket.on("error", () => undefined);
    socket.pipe(socket);
  });
  await new Promise<void>((listening) => broker.listen(ports.broker, LOOPBACK, listening));
  network = await Network.start(port, ports.broker);
});

afterEach(async () => {
  await network.stop();
  await new Promise((closed) => broker.close(closed));
});

/** A client, and what it sees. */
async function client() {
  const socket = connect(port, LOOPBACK);
  const seen = { text: "", closed: false };
  socket.on("data", (bytes) => {
    seen.text += bytes.toString();
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    seen.closed = true;
  });
  await new Promise((connected) => socket.once("connect", connected));
  return { socket, seen };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 500; tries++) await sleep(10);
  expect(holds()).toBe(true);
}

test("a silent network lets nothing pass and ends nothing; when it is restored all arrives", async () => {
  const { socket, seen } = await client();
  socket.write("a");
  await until(() => seen.text === "a");
  network.blackhole();
  socket.write("b");
  await sleep(SILENCE_MS);
  expect(seen).toEqual({ text: "a", closed: false });
  network.restore();
  await until(() => seen.text === "ab");
  socket.destroy();
});

test("a client that connects while it is silent is neither served nor refused until it is restored", async () => {
  network.blackhole();
  const { socket, seen } = await client();
  socket.write("c");
  await sleep(SILENCE_MS);
  expect(accepted).toHaveLength(0);
  expect(seen).toEqual({ text: "", closed: false });
  network.restore();
  await until(() => seen.text === "c");
  socket.destroy();
});

test("the broker does not learn while the network is silent that a client has gone", async () => {
  const { socket, seen } = await client();
  socket.write("a");
  await until(() => seen.text === "a");
  network.blackhole();
  socket.destroy();
  await sleep(SILENCE_MS);
  expect(accepted[0]?.closed).toBe(false);
  network.restore();
  await until(() => accepted[0]?.closed === true);
});

test("a network that is cut ends every connection, and each new one", async () => {
  const before = await client();
  network.cut();
  await until(() => before.seen.closed);
  const after = await client();
  await until(() => after.seen.closed);
  network.restore();
  const restored = await client();
  restored.socket.write("d");
  await until(() => restored.seen.text === "d");
  restored.socket.destroy();
});
