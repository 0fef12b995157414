import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { choosePorts, LOOPBACK } from "../ports";
import { STATE_DIR } from "./paths";
import { describeTaken } from "./port-owner";

/** AWS's side of the laptop: one region, one account, one key. */
export const REGION = "us-east-1";
export const ACCOUNT = "000000000000";
export const ACCESS_KEY = "test";
export const SECRET_KEY = "test";

/** Whose AWS the parts are. */
export interface Identity {
  readonly account: string;
  readonly region: string;
}

export const LOCAL_IDENTITY: Identity = { account: ACCOUNT, region: REGION };

export const PREFERRED_PORTS = {
  emulator: 4566,
  services: 4567,
  kafkaPlain: 9092,
  kafkaIam: 9098,
  kafkaController: 9093,
  flink: 8081,
};

export type LocalPorts = Readonly<Record<keyof typeof PREFERRED_PORTS, number>>;

/** Where the parts of a laptop listen. */
export interface Addresses {
  readonly emulator: string;
  readonly services: string;
  readonly flink: string;
  readonly kafka: string;
  readonly kafkaIam: string;
}

export function addresses(ports: LocalPorts): Addresses {
  return {
    emulator: `http://${LOOPBACK}:${ports.emulator}`,
    services: `http://${LOOPBACK}:${ports.services}`,
    flink: `http://${LOOPBACK}:${ports.flink}`,
    kafka: `${LOOPBACK}:${ports.kafkaPlain}`,
    kafkaIam: `${LOOPBACK}:${ports.kafkaIam}`,
  };
}

/** The files of a laptop, all below one directory. */
export interface Files {
  readonly dir: string;
  readonly ports: string;
  readonly supervisor: string;
  readonly endpoints: string;
  /** Environment variables for people's AWS tools. */
  readonly awsSettings: string;
  readonly logs: string;
  readonly tls: string;
  readonly broker: string;
  readonly emulator: string;
  readonly services: string;
  readonly stacks: string;
}

export function files(dir = STATE_DIR): Files {
  return {
    dir,
    ports: join(dir, "ports.json"),
    supervisor: join(dir, "supervisor.json"),
    endpoints: join(dir, "endpoints.json"),
    awsSettings: join(dir, "aws.env"),
    logs: join(dir, "logs"),
    tls: join(dir, "tls"),
    broker: join(dir, "broker"),
    emulator: join(dir, "emulator"),
    services: join(dir, "services"),
    stacks: join(dir, "cdktf.out"),
  };
}

/**
 * The ports of a laptop that is about to start: those it had before, else the preferred ones; any that somebody else has
 * taken is replaced by a free one.
 */
export async function settlePorts(file: string): Promise<LocalPorts> {
  const preferred = { ...PREFERRED_PORTS, ...(await readPorts(file)) };
  const ports = await choosePorts(preferred);
  for (const name of Object.keys(preferred) as (keyof LocalPorts)[])
    if (ports[name] !== preferred[name])
      console.log(`Port ${ports[name]} instead of ${describeTaken(name, preferred[name])}.`);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, JSON.stringify(ports, null, 2));
  return ports;
}

/** The ports that the laptop has now, or had when it ran last. */
export async function readPorts(file: string): Promise<LocalPorts | undefined> {
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as LocalPorts) : undefined;
}
