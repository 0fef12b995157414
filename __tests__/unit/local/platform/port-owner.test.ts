import { createServer } from "node:net";
import { describeTaken, portOwner } from "../../../../local/platform/port-owner";
import { anyFreePort, LOOPBACK } from "../../../../local/ports";

it("names the program that has a port, and nobody for a free one", async () => {
  const server = createServer();
  const port = await anyFreePort();
  await new Promise<void>((listening) => server.listen(port, LOOPBACK, listening));
  const owner = portOwner(port);
  await new Promise((closed) => server.close(closed));
  // Without lsof and ss, or without leave to see, a system says nothing.
  expect(owner ?? `(process ${process.pid})`).toContain(`(process ${process.pid})`);
  expect(portOwner(port)).toBeUndefined();
});

it("names the port where the program is unknown", () => {
  expect(describeTaken("kafkaPlain", 9092, "java (process 7)")).toBe(
    "127.0.0.1:9092 (kafkaPlain), which java (process 7) has",
  );
});

it("finds neither program on an empty PATH", () => {
  const { PATH } = process.env;
  process.env.PATH = "/nowhere";
  try {
    expect(describeTaken("flink", 8081)).toBe("127.0.0.1:8081 (flink), which another program has");
  } finally {
    process.env.PATH = PATH;
  }
});
