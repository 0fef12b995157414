import { readConfig } from "./config";
import { log, reason } from "./log";
import { createServices } from "./services";

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const services = createServices(config);
  await new Promise<void>((resolve, reject) => {
    services.server.once("error", reject);
    services.server.listen(config.port, "127.0.0.1", resolve);
  });
  await services.start();
  log("info", "local services are up", { port: config.port });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    services.server.close();
    services.server.closeAllConnections();
    await services
      .stop()
      .catch((error) => log("error", "not everything was stopped cleanly", { detail: reason(error) }));
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}

main().catch((error) => {
  process.stderr.write(`${reason(error)}\n`);
  process.exit(1);
});
