import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkToolchain } from "../../../toolchain/all";
import { findJdk } from "../../../toolchain/java";
import { findPython } from "../../../toolchain/python";
import { findTerraform, isOpenTofu } from "../../../toolchain/terraform";
import { installCommand } from "../../../toolchain/tools";

let dir: string;
let env: NodeJS.ProcessEnv;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "tools-"));
  env = { PATH: join(dir, "bin") };
  await mkdir(join(dir, "bin"));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

/** A program that prints the text, in the place of a real tool. */
async function install(path: string, prints: string): Promise<void> {
  await writeFile(join(dir, path), `#!/bin/sh\nprintf '%s\\n' '${prints}'\n`, { mode: 0o755 });
}

async function installJava(version: string, { compiler = true } = {}): Promise<void> {
  const home = join(dir, "jdk");
  await mkdir(join(home, "bin"), { recursive: true });
  await install("bin/java", `Property settings:\n    java.home = ${home}\n    java.version = ${version}`);
  if (compiler) await install("jdk/bin/javac", "");
}

describe("findJdk", () => {
  it("finds a JDK on the PATH and its parts", async () => {
    await installJava("21.0.2");
    const home = join(dir, "jdk");
    const keytool = join(home, "bin", "keytool");
    expect(findJdk(env)).toEqual({
      home,
      java: join(home, "bin", "java"),
      compiler: join(home, "bin", "javac"),
      keytool,
      version: "21.0.2",
    });
  });

  it("refuses an old one, saying what was found and what is needed", async () => {
    await installJava("11.0.20");
    expect(() => findJdk(env)).toThrow(
      /java is version 11\.0\.20; needed is JDK 17\.0 or newer\. Get it from https:\/\/adoptium/,
    );
  });

  it("takes Java 8's way of counting for old, not for new", async () => {
    await installJava("1.8.0_392");
    expect(() => findJdk(env)).toThrow("java is version 1.8.0_392");
  });

  it("refuses a runtime without the compiler", async () => {
    await installJava("17.0.9", { compiler: false });
    expect(() => findJdk(env)).toThrow("17.0.9 runtime without the compiler");
  });

  it("falls back to the PATH when JAVA_HOME is wrong", async () => {
    await installJava("17.0.9");
    expect(findJdk({ ...env, JAVA_HOME: join(dir, "gone") })).toMatchObject({ version: "17.0.9" });
  });
});

describe("findTerraform", () => {
  it.each(["1.11.0", "1.11.4", "1.12.0-beta1", "2.0.0"])("accepts %s", async (version) => {
    await install("bin/terraform", `Terraform v${version}\non linux_amd64`);
    expect(findTerraform(env)).toMatchObject({ version });
  });

  it.each(["1.10.5", "0.15.5"])("refuses %s", async (version) => {
    await install("bin/terraform", `Terraform v${version}`);
    expect(() => findTerraform(env)).toThrow(`terraform is version ${version}; needed is Terraform 1.11 or newer`);
  });
});

it("asks Terraform for its version without the user's own arguments", async () => {
  const program = '#!/bin/sh\n[ -z "$TF_CLI_ARGS" ] || exit 1\necho "Terraform v1.11.4"\n';
  await writeFile(join(dir, "bin/terraform"), program, { mode: 0o755 });
  expect(findTerraform({ ...env, TF_CLI_ARGS: "-input=false" })).toMatchObject({ version: "1.11.4" });
});

it("takes Terraform by the name that CDKTF's own variable gives", async () => {
  await install("bin/tf", "Terraform v1.11.4");
  expect(findTerraform({ ...env, TERRAFORM_BINARY_NAME: "tf" })).toMatchObject({ command: "tf" });
  expect(() => findTerraform({ ...env, TERRAFORM_BINARY_NAME: "none" })).toThrow(/not found.*https:/);
});

describe("OpenTofu", () => {
  const tofu = () => ({ ...env, TERRAFORM_BINARY_NAME: "tofu" });

  it.each(["1.10.0", "1.12.6"])("of version %s is taken in Terraform's place", async (version) => {
    await install("bin/tofu", `OpenTofu v${version}\non linux_amd64`);
    expect(findTerraform(tofu())).toMatchObject({ command: "tofu", version });
    expect(isOpenTofu(tofu())).toBe(true);
  });

  it("that is too old is refused with the lower bound and the reason", async () => {
    await install("bin/tofu", "OpenTofu v1.9.4");
    expect(() => findTerraform(tofu())).toThrow(
      "OpenTofu: tofu is version 1.9.4; needed is OpenTofu 1.10 or newer (older ones cannot lock a state in S3 without DynamoDB). Get it from https://opentofu.org/",
    );
  });

  it("is recognized by what it prints, not by its name", async () => {
    await install("bin/tofu", "Terraform v1.11.4");
    expect(isOpenTofu(tofu())).toBe(false);
  });
});

describe("checkToolchain", () => {
  it("lists everything that is missing at once", async () => {
    await install("bin/python3", "Python 3.9.18");
    await install("bin/terraform", "Terraform v1.5.7");
    const check = () => checkToolchain(env);
    expect(check).toThrow(/- JDK: not found on the PATH; needed is JDK 17\.0 or newer/);
    expect(check).toThrow(/- Python: python3 is version 3\.9\.18; needed is Python 3\.11 or newer/);
    expect(check).toThrow(/- Terraform: terraform is version 1\.5\.7; needed is Terraform 1\.11 or newer/);
  });
});

describe("installCommand", () => {
  const on = (program: string) => installCommand(["JDK", "Python", "Terraform"], (path) => path === program);

  it("is one command for all that this platform's packages have", () => {
    expect(on("/usr/bin/apt-get")).toBe("sudo apt install openjdk-17-jdk python3 python3-venv");
    expect(on("/usr/bin/dnf")).toBe("sudo dnf install java-17-openjdk-devel python3");
    expect(on("/opt/homebrew/bin/brew")).toBe("brew install openjdk@17 python hashicorp/tap/terraform");
  });

  it("is none where the packages do not have it, or there is no manager", () => {
    expect(installCommand(["Terraform"], (path) => path === "/usr/bin/apt-get")).toBeUndefined();
    expect(on("/nothing")).toBeUndefined();
  });
});

it("refuses a Python that cannot make virtual environments", async () => {
  const program = '#!/bin/sh\n[ "$1" = --version ] && echo Python 3.11.2\n';
  await writeFile(join(dir, "bin/python3"), program, { mode: 0o755 });
  expect(() => findPython(env)).toThrow("python3 3.11.2 lacks the modules venv and ensurepip");
});

it.each([
  ["25.0.2", 0],
  ["26.0.1", 1],
])("says of JDK %s in %i sentences that it is newer than any tested one", async (version, times) => {
  await installJava(version);
  const said = jest.spyOn(console, "error").mockReturnValue();
  findJdk(env);
  findJdk(env);
  expect(said).toHaveBeenCalledTimes(times);
  said.mockRestore();
});
