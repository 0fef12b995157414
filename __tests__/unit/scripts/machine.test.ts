import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { node, space, tools } from "../../../toolchain/tools.json";

const MACHINE = pathToFileURL(resolve(__dirname, "../../../scripts/machine.mjs")).href;

/** Calls a function of machine.mjs, which Jest cannot import. */
function call(expression: string, env: NodeJS.ProcessEnv = process.env): unknown {
  const program = `const m = await import(${JSON.stringify(MACHINE)}); console.log(JSON.stringify(${expression}) ?? "null")`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    env,
    encoding: "utf8",
  });
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe("Node", () => {
  it("is refused below the oldest that works, with one sentence", () => {
    expect(call('["18.20.8", "20.8.1", "20.9.0"].map((v) => m.nodeProblem(v, "linux"))')).toEqual([
      { fatal: "Node 18.20.8 is too old: Node 20.9 or newer is needed. See https://nodejs.org" },
      { fatal: "Node 20.8.1 is too old: Node 20.9 or newer is needed. See https://nodejs.org" },
      null,
    ]);
  });

  it("that nobody has tested gets one sentence and is used", () => {
    expect(call('["21.7.3", "28.0.0"].map((v) => m.nodeProblem(v, "darwin"))')).toEqual([
      { remark: "Node 21.7.3 is not tested (20, 22, 24, 26 are); it is used anyway." },
      { remark: "Node 28.0.0 is not tested (20, 22, 24, 26 are); it is used anyway." },
    ]);
    const tested = `${JSON.stringify(node.tested)}.map((v) => m.nodeProblem(\`\${v}.99.0\`, "linux"))`;
    expect(call(tested)).toEqual(node.tested.map(() => null));
  });

  it("on Windows itself is sent to WSL2", () => {
    expect(call('m.nodeProblem("22.0.0", "win32")')).toEqual({ fatal: expect.stringContaining("WSL2") });
  });

  it("is named alike in package.json, and in the README", () => {
    const { engines } = require("../../../package.json");
    expect(engines.node).toBe(["^20.9", ...node.tested.slice(1).map((major) => `^${major}`)].join(" || "));
    const readme = require("node:fs").readFileSync(resolve(__dirname, "../../../README.md"), "utf8");
    expect(readme).toContain(`| ${node.tested.join(", ").replace("20,", "20.9,")} |`);
    const [oldest, newest] = tools.JDK.tested;
    expect(tools.JDK.minimum).toEqual([oldest, 0]);
    expect(readme).toContain(`| ${oldest} to ${newest}, tested on ${oldest} and ${newest};`);
    expect(readme).toContain(`${space.diskGiB} GiB of disk`);
    expect(readme).toContain(`${space.memoryGiB} GiB of memory`);
  });
});

describe("what is missing", () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "machine-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const program = (path: string, prints: string, stream = "") => {
    mkdirSync(resolve(dir, path, ".."), { recursive: true });
    writeFileSync(join(dir, path), `#!/bin/sh\nprintf '%s\\n' '${prints}' ${stream}\n`, { mode: 0o755 });
  };
  const missing = (env: NodeJS.ProcessEnv = {}) => call("m.missing()", { PATH: join(dir, "bin"), ...env }) as string[];
  const names = (lines: string[]) => lines.filter((line) => /or newer/.test(line)).map((line) => line.split(" ")[0]);

  const all = () => {
    program("bin/java", `java.home = ${join(dir, "jdk")}\njava.version = 17.0.9`, ">&2");
    program("jdk/bin/javac", "");
    program("bin/python3", "Python 3.11.0");
    program("bin/terraform", "Terraform v1.11.0");
  };

  it("is listed at once, with where to get it", () => {
    const lines = missing();
    expect(names(lines)).toEqual(["JDK", "Python", "Terraform"]);
    expect(lines[0]).toBe("JDK 17.0 or newer: https://adoptium.net");
  });

  it("is nothing where all of the oldest versions are there", () => {
    all();
    expect(names(missing())).toEqual([]);
  });

  it.each([
    ["JDK", () => program("bin/java", "java.home = /jre\njava.version = 16.0.2", ">&2")],
    ["JDK", () => rmSync(join(dir, "jdk"), { recursive: true })],
    ["Python", () => program("bin/python3", "Python 3.10.14")],
    ["Terraform", () => program("bin/terraform", "Terraform v1.10.5")],
  ])("is %s where it is too old or not whole", (name, change) => {
    all();
    change();
    expect(names(missing())).toEqual([name]);
  });

  it("is not what somebody's own settings would break", () => {
    all();
    writeFileSync(join(dir, "bin/terraform"), '#!/bin/sh\n[ -z "$TF_CLI_ARGS" ] && echo Terraform v1.11.4\n');
    expect(names(missing({ TF_CLI_ARGS: "-input=false", JAVA_TOOL_OPTIONS: "-javaagent:/gone.jar" }))).toEqual([]);
  });

  it("gets one sentence about memory", () => {
    expect(call(`[m.memoryRemark(${2 ** 30}), m.memoryRemark(${2 ** 31})]`)).toEqual([
      "The laptop needs about 2 GiB of memory and this machine has 1.0 GiB.",
      null,
    ]);
  });
});
