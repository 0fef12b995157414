import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InstallError } from "../../../../local/platform/install/install";
import { runMaven } from "../../../../local/platform/install/maven";
import { pythonEnvironment } from "../../../../local/platform/install/python-environment";
import { findJdk } from "../../../../toolchain/java";
import { findPython } from "../../../../toolchain/python";
import { sha256 } from "../../../../toolchain/sha256";

/** What is served as a wheel: its content does not matter, because it is never what it should be. */
const WHEEL = Buffer.alloc(64_000, "wheel");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "damaged-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a command says about a failed installation, and that it does fail. */
async function messageOf(work: () => Promise<unknown>): Promise<string> {
  const failure = await work().then(
    () => undefined,
    (error: Error) => error,
  );
  if (!failure) throw new Error("It was installed.");
  return new InstallError("The emulator", "its registry", "a mirror", failure).message;
}

const DAMAGED =
  /^The emulator could not be installed because a file from its registry arrived damaged, and was discarded\./;

describe("from PyPI", () => {
  const own = { ...process.env };
  let server: Server | undefined;
  afterEach(() => {
    process.env = { ...own };
    server?.close();
  });

  /** An index with one package, whose wheel should have this hash and of which these bytes come. */
  async function index(hash: string, sent: number): Promise<void> {
    const listening = createServer(({ url }, response) => {
      if (!url?.endsWith(".whl")) {
        response.setHeader("content-type", "text/html");
        response.end(`<a href="/p-1.0-py3-none-any.whl#sha256=${hash}">p-1.0-py3-none-any.whl</a>`);
        return;
      }
      response.setHeader("content-length", WHEEL.length);
      response.write(WHEEL.subarray(0, sent), () => response.destroy());
    });
    server = listening;
    await new Promise<void>((ready) => listening.listen(0, "127.0.0.1", ready));
    const { port } = listening.address() as AddressInfo;
    Object.assign(process.env, {
      PIP_INDEX_URL: `http://127.0.0.1:${port}/simple`,
      PIP_RETRIES: "0",
      no_proxy: "127.0.0.1",
    });
    for (const name of ["PIP_NO_INDEX", "PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL"]) delete process.env[name];
  }

  test.each([
    ["with another content", sha256(Buffer.from("what was published")), WHEEL.length],
    ["cut off", sha256(WHEEL), WHEEL.length / 2],
  ])("a file %s is one sentence, and nothing is left half made", async (_, hash, sent) => {
    await index(hash, sent);
    const requirements = join(folder, "requirements.txt");
    writeFileSync(requirements, "p==1.0\n");
    const cache = join(folder, "cache");
    mkdirSync(cache);
    const install = () => pythonEnvironment({ name: "emulator", requirements, python: findPython() }, cache);
    expect(await messageOf(install)).toMatch(DAMAGED);
    expect(readdirSync(cache)).toEqual([]);
  });
});

test("a file from a Maven repository with another content is one sentence, and is asked for again", async () => {
  const home = process.env.HOME;
  process.env.HOME = folder;
  try {
    const published = join(folder, "repository/group/parent/1");
    mkdirSync(published, { recursive: true });
    const coordinates = "<groupId>group</groupId><artifactId>parent</artifactId><version>1</version>";
    const parent = `<project><modelVersion>4.0.0</modelVersion>${coordinates}<packaging>pom</packaging></project>`;
    writeFileSync(join(published, "parent-1.pom"), parent);
    writeFileSync(join(published, "parent-1.pom.sha1"), "0".repeat(40));
    const pom = join(folder, "pom.xml");
    writeFileSync(
      pom,
      `<project><modelVersion>4.0.0</modelVersion><parent>${coordinates}<relativePath/></parent><artifactId>child</artifactId>
       <repositories><repository><id>own</id><url>file://${folder}/repository</url></repository></repositories></project>`,
    );
    const build = () => runMaven(["validate"], { pom, jdk: findJdk() });
    expect(await messageOf(build)).toMatch(DAMAGED);
    expect(existsSync(join(folder, ".m2/repository/group/parent/1/parent-1.pom"))).toBe(false);
    writeFileSync(join(published, "parent-1.pom.sha1"), createHash("sha1").update(parent).digest("hex"));
    await build();
  } finally {
    process.env.HOME = home;
  }
});
