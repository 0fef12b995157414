import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "../lock";

/** Something installed or built once and used until what it is made from changes. */
export interface CachedDirectory {
  /** First part of the directory's name, such as `kafka`. */
  readonly name: string;
  /** Texts that decide the content: versions, poms, sources. */
  readonly madeFrom: readonly string[];
  /** Fills the given empty directory, which may be moved afterwards. */
  readonly build: (dir: string) => Promise<void>;
  /** Builds in the final place, for content that cannot be moved (a Python virtual environment). */
  readonly inPlace?: boolean;
}

/**
 * The directory, filled. A half-finished one is never seen: it counts only once a marker is written, and one process at
 * a time builds it while others wait.
 */
export async function cachedDirectory(wanted: CachedDirectory, cacheDir: string): Promise<string> {
  const fingerprint = createHash("sha256").update(wanted.madeFrom.join("\0")).digest("hex").slice(0, 12);
  const dir = join(cacheDir, `${wanted.name}-${fingerprint}`);
  const marker = join(dir, ".complete");
  if (existsSync(marker)) return dir;
  return withLock(`${dir}.lock`, async () => {
    if (existsSync(marker)) return dir;
    const building = wanted.inPlace ? dir : `${dir}.building`;
    await fill(building, wanted.build);
    if (building !== dir) await rename(building, dir);
    return dir;
  });
}

async function fill(dir: string, build: CachedDirectory["build"]): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  try {
    await build(dir);
    await writeFile(join(dir, ".complete"), "");
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw error;
  }
}
