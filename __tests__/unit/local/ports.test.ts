import { createServer, type Server } from "node:net";
import { anyFreePort, choosePorts, freePorts, isFree } from "../../../local/ports";

function listenOn(port: number): Promise<Server> {
  return new Promise((listening) => {
    const server = createServer();
    server.listen(port, "127.0.0.1", () => listening(server));
  });
}

describe("choosePorts", () => {
  it("keeps every preferred port that is free", async () => {
    const preferred = await freePorts(["broker", "emulator"]);
    await expect(choosePorts(preferred)).resolves.toEqual(preferred);
  });

  it("replaces a taken port by a free one and leaves the others", async () => {
    const preferred = await freePorts(["broker", "emulator"]);
    const other = await listenOn(preferred.broker);
    try {
      const chosen = await choosePorts(preferred);
      expect(chosen.emulator).toBe(preferred.emulator);
      expect(chosen.broker).not.toBe(preferred.broker);
      await expect(isFree(chosen.broker)).resolves.toBe(true);
    } finally {
      other.close();
    }
  });
});

describe("freePorts", () => {
  it("never gives one port to two names", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `part${index}`);
    expect(new Set(Object.values(await freePorts(names))).size).toBe(names.length);
  });
});

describe("isFree", () => {
  it("is false while somebody listens and true afterwards", async () => {
    const port = await anyFreePort();
    const server = await listenOn(port);
    await expect(isFree(port)).resolves.toBe(false);
    await new Promise((closed) => server.close(closed));
    await expect(isFree(port)).resolves.toBe(true);
  });
});
