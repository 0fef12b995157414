import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { bundleFunctions } from "../../../../handlers/bundle";
import { archive } from "../../../../handlers/bundle/archive";
import { FUNCTION_NAMES, type FunctionName } from "../../../../handlers/functions";

const ROOT = path.resolve(__dirname, "../../../..");
/** Goal for a function's code, the AWS SDK left out, in bytes. */
const LARGEST_BUNDLE = 400_000;
/** The same for the one function that has both a consumer and a producer inside; people wait for it, not events. */
const LARGEST_REPLAY = 450_000;

// Other tests bundle and build at the same time.
jest.setTimeout(60_000);

let directory: string;
let archives: Record<FunctionName, string>;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), "bundle-"));
  archives = await bundleFunctions(path.join(directory, "first"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const code = (name: FunctionName) => unzipSync(readFileSync(archives[name]))["index.js"]!;

describe("bundleFunctions", () => {
  it("writes the same bytes again, elsewhere and in another time zone", () => {
    const again = path.join(directory, "second");
    const script = `require("./handlers/bundle").bundleFunctions(${JSON.stringify(again)})`;
    execFileSync(process.execPath, ["--import", "tsx", "-e", script], {
      cwd: ROOT,
      env: { ...process.env, TZ: "Pacific/Kiritimati" },
    });

    for (const name of FUNCTION_NAMES)
      expect(readFileSync(path.join(again, `${name}.zip`)).equals(readFileSync(archives[name]))).toBe(true);
  });

  it("does not bundle again what did not change", async () => {
    const before = FUNCTION_NAMES.map((name) => statSync(archives[name]).ino);
    await bundleFunctions(path.join(directory, "first"));
    expect(FUNCTION_NAMES.map((name) => statSync(archives[name]).ino)).toEqual(before);
  });

  it("replaces an archive that was damaged", async () => {
    const original = readFileSync(archives.producer);
    writeFileSync(archives.producer, "damaged");

    await bundleFunctions(path.join(directory, "first"));

    expect(readFileSync(archives.producer).equals(original)).toBe(true);
  });

  it.each(FUNCTION_NAMES)("keeps %s within its size", (name) => {
    expect(code(name).byteLength).toBeLessThanOrEqual(name === "replay" ? LARGEST_REPLAY : LARGEST_BUNDLE);
  });

  it.each(FUNCTION_NAMES)("makes %s load by itself, with nothing but Lambda's SDK installed", (name) => {
    const entry = path.join(directory, `${name}.js`);
    writeFileSync(entry, code(name));
    const script = `process.stdout.write(typeof require(${JSON.stringify(entry)}).handler)`;
    const env = { PATH: process.env.PATH, NODE_PATH: path.join(ROOT, "node_modules") };

    expect(
      execFileSync(process.execPath, ["-e", script], { env, stdio: ["ignore", "pipe", "ignore"] }).toString(),
    ).toBe("function");
  });

  it("leaves the AWS SDK to the runtime", () => {
    const required = (name: FunctionName) =>
      [
        ...Buffer.from(code(name))
          .toString()
          .matchAll(/require\("(@[^"]+)"\)/g),
      ].map(([, id]) => id);

    expect(required("producer")).toEqual([]);
    expect(new Set(required("check-feature-store"))).toEqual(
      new Set(["@aws-sdk/client-sagemaker-featurestore-runtime", "@aws-sdk/client-athena"]),
    );
  });
});

describe("archive", () => {
  it("is a zip that other programs can read", () => {
    const file = path.join(directory, "plain.zip");
    writeFileSync(file, archive({ "index.js": Buffer.from("exports.handler = 1") }));
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); z.testzip(); print(z.namelist(), z.read('index.js').decode())";

    expect(execFileSync("python3", ["-c", script, file]).toString().trim()).toBe("['index.js'] exports.handler = 1");
  });
});
