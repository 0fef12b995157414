import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { node, tools } from "../../toolchain/tools.json";

/** A machine as somebody has it, and what must work there. */
export interface Machine {
  readonly name: string;
  /** Feature release of Node; that of this process by default. */
  readonly node?: number;
  /** Feature release of the JDK, which must be installed; the one that is found first by default. */
  readonly jdk?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Name of the checkout's folder. */
  readonly folder?: string;
  /** Options of `git clone`. */
  readonly clone?: readonly string[];
  /** What is in the checkout, or next to it, in addition. */
  readonly prepare?: (checkout: string) => void;
  /** A locale, made by `localedef` of glibc: without it the machine fails. */
  readonly locale?: string;
  /** The job is built there, rather than taken from this checkout where no source has changed. */
  readonly builds?: true;
  readonly commands: readonly (readonly string[])[];
  /** Runs last, also after a command that failed. */
  readonly finally?: readonly string[];
}

const SYNTH = ["scripts/synth.ts"] as const;
const UNIT = ["scripts/test.ts", "unit"] as const;
/** A test of a few seconds: enough to know that Jest finds tests. */
const ONE_TEST = ["node_modules/jest/bin/jest.js", "--selectProjects", "unit", "--testPathPatterns", "toolchain/maven"];

const onNodes = (what: string, command: readonly string[]): Machine[] =>
  node.tested.map((major) => ({ name: `node-${major}-${what}`, node: major, commands: [command] }));

/** The laptop from an empty checkout up to the first aggregate, Parquet file and feature. */
const laptop = (which: string, node: number, jdk: number): Machine => ({
  name: `laptop-${which}`,
  node,
  jdk,
  commands: [
    ["local/cli.ts", "start", "--detach"],
    ["local/cli.ts", "status"],
  ],
  finally: ["local/cli.ts", "stop"],
});

/** Variables that people have in their shells for other work. */
const SHELL: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  NODE_OPTIONS: "--max-old-space-size=4096",
  JAVA_TOOL_OPTIONS: "-Duser.language=tr -Duser.country=TR",
  _JAVA_OPTIONS: "-Xmx200m",
  MAVEN_ARGS: "--threads 0.1C --unknown",
  PYTHONHOME: "/nowhere",
  PIP_TARGET: "/nowhere",
  TF_CLI_ARGS: "-input=false",
  TF_CLI_ARGS_plan: "-detailed-exitcode",
  TF_WORKSPACE: "other",
  npm_config_omit: "dev optional",
};

/** Nothing listens there. */
const NOWHERE = "http://127.0.0.1:9";
const JAVA_NOWHERE = ["http", "https"].flatMap((kind) => [`-D${kind}.proxyHost=127.0.0.1`, `-D${kind}.proxyPort=9`]);

/** A machine that reaches no registry, after its first start. */
const OFFLINE: NodeJS.ProcessEnv = {
  ...{ HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE, http_proxy: NOWHERE, https_proxy: NOWHERE },
  npm_config_offline: "true",
  PIP_NO_INDEX: "1",
  MAVEN_OPTS: JAVA_NOWHERE.join(" "),
};

/** Every machine, the cheapest of each kind first. */
export const MACHINES: readonly Machine[] = [
  ...onNodes("synth", SYNTH),
  { name: "locale-turkish", locale: "tr_TR", builds: true, commands: [SYNTH] },
  { name: "locale-arabic", locale: "ar_EG", commands: [["scripts/test.ts", "flink"]] },
  { name: "locale-persian", locale: "fa_IR", commands: [["scripts/test.ts", "flink"]] },
  { name: "shell-variables", env: SHELL, builds: true, commands: [SYNTH] },
  // Below a file nothing can be made, not even by root.
  { name: "no-home", env: { HOME: "/dev/null" }, commands: [SYNTH] },
  { name: "offline", env: OFFLINE, builds: true, commands: [SYNTH] },
  { name: "time-zone", env: { TZ: "Asia/Kathmandu" }, commands: [SYNTH] },
  { name: "folder-plus", folder: "c++", commands: [ONE_TEST, SYNTH] },
  { name: "folder-brackets", folder: "a[b] ü", commands: [ONE_TEST, SYNTH] },
  {
    name: "line-endings",
    clone: ["-c", "core.autocrlf=true"],
    builds: true,
    commands: [["scripts/modules.ts", "--check"], ["scripts/docs.ts", "--check"], SYNTH],
  },
  { name: "editors-files", prepare: editorsFiles, commands: [SYNTH] },
  ...onNodes("unit", UNIT),
  laptop("oldest", Math.min(...node.tested), Math.min(...tools.JDK.tested)),
  laptop("newest", Math.max(...node.tested), Math.max(...tools.JDK.tested)),
];

function editorsFiles(checkout: string): void {
  symlinkSync("me@host.4711:1", join(checkout, "envs/.#dev.json"));
  symlinkSync("me@host.4711:1", join(checkout, "handlers/consumer/.#core.ts"));
  writeFileSync(join(checkout, "envs/._dev.json"), Buffer.from([0, 5, 22, 7]));
  mkdirSync(join(checkout, "flink-job/src/main/java"), { recursive: true });
  writeFileSync(join(checkout, "flink-job/src/main/java/#Main.java#"), "not Java");
}
