import { connect, createServer, type Server, type Socket } from "node:net";
import { LOOPBACK } from "../../../../local/platform/ports";

/** A network between the job and the broker that can be cut. */
export class Network {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {}

  static async start(port: number, targetPort: number): Promise<Network> {
    const server = createServer();
    const network = new Network(server, targetPort);
    server.on("connection", (socket) => network.forward(socket));
    await new Promise<void>((listening, failed) => {
      server.once("error", failed);
      server.listen({ host: LOOPBACK, port }, listening);
    });
    return network;
  }

  /** Ends every connection, and each new one at once, until `mend`. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((closed) => this.server.close(closed));
  }

  private forward(client: Socket): void {
    if (this.isCut) {
      client.destroy();
      return;
    }
    const broker = connect(this.targetPort, LOOPBACK);
    for (const [one, other] of [
      [client, broker],
      [broker, client],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      // Either side's end is the other's; why it ended does not matter to a network.
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
