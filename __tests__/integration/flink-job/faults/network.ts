import { connect, createServer, type Server, type Socket } from "node:net";
import { LOOPBACK } from "../../../../local/ports";

/** A network between the job and the broker that can be cut, and that can fall silent. */
export class Network {
  private readonly sockets = new Set<Socket>();
  private state: "whole" | "cut" | "silent" = "whole";
  /** Who has come while it was silent. */
  private readonly waiting = new Set<Socket>();
  /** Whose other side has gone while it was silent. */
  private readonly bereft = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {}

  static async start(port: number, targetPort: number): Promise<Network> {
    const server = createServer({ pauseOnConnect: true });
    const network = new Network(server, targetPort);
    server.on("connection", (socket) => network.accept(socket));
    await new Promise<void>((listening, failed) => {
      server.once("error", failed);
      server.listen({ host: LOOPBACK, port }, listening);
    });
    return network;
  }

  /** Ends every connection, and each new one at once, until `restore`. */
  cut(): void {
    this.state = "cut";
    for (const socket of [...this.sockets, ...this.waiting]) socket.destroy();
    this.waiting.clear();
  }

  /**
   * Lets nothing pass and ends nothing until `restore`, as a route that swallows packets: neither side hears of the other, and not that
   * it has gone. What was under way then arrives late, as TCP's repetitions would.
   */
  blackhole(): void {
    this.state = "silent";
    for (const socket of this.sockets) socket.pause();
  }

  restore(): void {
    this.state = "whole";
    for (const socket of this.sockets) socket.resume();
    for (const socket of this.bereft) socket.destroy();
    for (const client of this.waiting) this.forward(client);
    this.bereft.clear();
    this.waiting.clear();
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((closed) => this.server.close(closed));
  }

  private accept(client: Socket): void {
    if (this.state === "cut") client.destroy();
    else if (this.state === "silent") this.waiting.add(client);
    else this.forward(client);
  }

  private forward(client: Socket): void {
    const broker = connect(this.targetPort, LOOPBACK);
    this.pass(client, broker);
    this.pass(broker, client);
    client.resume();
  }

  private pass(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.on("data", (bytes) => {
      if (to.write(bytes)) return;
      from.pause();
      to.once("drain", () => this.state === "silent" || from.resume());
    });
    // Either side's end is the other's, as soon as it can hear of it; why it ended does not matter to a network.
    from.on("error", () => undefined);
    from.on("close", () => {
      this.sockets.delete(from);
      if (this.state === "silent") this.bereft.add(to);
      else to.destroy();
    });
  }
}
