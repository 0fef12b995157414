import { join, resolve } from "node:path";

/** The repository, from this file's place in it. */
export const PROJECT_DIR = resolve(__dirname, "../..");

/** Downloads and builds that any run may use again; safe to delete. */
export const CACHE_DIR = join(PROJECT_DIR, ".cache");

/** Everything that the running laptop writes: data, certificates, logs, endpoints.json. */
export const STATE_DIR = join(PROJECT_DIR, ".local");
