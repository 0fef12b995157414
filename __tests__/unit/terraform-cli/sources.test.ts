import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cachingConfig, installsProviders, mirrorConfig, userConfig } from "../../../terraform-cli/cli-config";
import { decide } from "../../../terraform-cli/environment";
import { holdsProvider, namedMirror, sharedMirror } from "../../../terraform-cli/mirror";
import { AWS_PROVIDER, terraformPlatform } from "../../../terraform-cli/provider";
import { registryAnswers } from "../../../terraform-cli/registry";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terraform-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with the pinned provider for this platform. */
function mirror(name = "mirror"): string {
  const path = join(folder, name);
  mkdirSync(join(path, AWS_PROVIDER.source, AWS_PROVIDER.version, terraformPlatform()), { recursive: true });
  return path;
}

/** A fake Terraform that prints a version. */
function fakeTerraform(version: string): NodeJS.ProcessEnv {
  const program = join(folder, "terraform");
  writeFileSync(program, `#!/bin/sh\necho 'Terraform v${version}'\n`, { mode: 0o755 });
  return { PATH: process.env.PATH, HOME: folder, TERRAFORM_BINARY_NAME: program };
}

describe("a mirror", () => {
  test("is known by the pinned provider, unpacked or packed, for this platform", () => {
    expect(holdsProvider(mirror())).toBe(true);
    const packed = join(folder, "packed", AWS_PROVIDER.source);
    mkdirSync(packed, { recursive: true });
    expect(holdsProvider(join(folder, "packed"))).toBe(false);
    writeFileSync(join(packed, `terraform-provider-aws_${AWS_PROVIDER.version}_${terraformPlatform()}.zip`), "");
    expect(holdsProvider(join(folder, "packed"))).toBe(true);
    expect(holdsProvider(mirror(), "plan9_mips")).toBe(false);
  });

  test("is found in shared folders, the first that has it", () => {
    const path = mirror();
    expect(sharedMirror([join(folder, "absent"), path, mirror("second")])).toBe(path);
    expect(sharedMirror([])).toBeUndefined();
  });

  test("that is named but does not hold the provider is an error that says how to fill it", () => {
    expect(namedMirror({})).toBeUndefined();
    expect(namedMirror({ TF_PROVIDER_MIRROR: mirror() })).toBe(mirror());
    expect(() => namedMirror({ TF_PROVIDER_MIRROR: folder })).toThrow(
      /TF_PROVIDER_MIRROR.*terraform providers mirror/s,
    );
  });
});

describe("OpenTofu", () => {
  test("gets the provider of Terraform's mirror by the name of its own registry", () => {
    const program = join(folder, "tofu");
    writeFileSync(program, "#!/bin/sh\necho 'OpenTofu v1.10.0'\n", { mode: 0o755 });
    const named = {
      TERRAFORM_BINARY_NAME: program,
      TF_PROVIDER_MIRROR: mirror(),
      PATH: process.env.PATH,
      HOME: folder,
    };
    const config = readFileSync(decide(named, join(folder, "cache")).TF_CLI_CONFIG_FILE!, "utf8");
    expect(config).toContain('include = ["registry.opentofu.org/hashicorp/aws"]');
    const own = join(folder, "cache/opentofu");
    expect(config).toContain(JSON.stringify(own));
    const link = join(own, "registry.opentofu.org/hashicorp/aws", AWS_PROVIDER.version, terraformPlatform());
    expect(realpathSync(link)).toBe(
      realpathSync(join(mirror(), AWS_PROVIDER.source, AWS_PROVIDER.version, terraformPlatform())),
    );
  });
});

describe("the platform", () => {
  test.each([
    ["linux", "x64", "linux_amd64"],
    ["darwin", "arm64", "darwin_arm64"],
    ["win32", "ia32", "windows_386"],
  ])("%s on %s is %s to Terraform", (os, architecture, platform) => {
    expect(terraformPlatform(os, architecture)).toBe(platform);
  });
});

describe("the CLI configuration", () => {
  test("of the user is read where it is, and none where it is missing", () => {
    const file = join(folder, "own.tfrc");
    writeFileSync(file, "credentials {}");
    expect(userConfig({ TF_CLI_CONFIG_FILE: file })).toBe("credentials {}");
    expect(userConfig({ TF_CLI_CONFIG_FILE: join(folder, "missing"), HOME: folder })).toBe("");
  });

  test("takes the pinned provider from the mirror and keeps what the user has set", () => {
    const config = mirrorConfig("/m", 'credentials "a" {}\n');
    expect(config).toContain('credentials "a" {}');
    expect(config).toContain('path    = "/m"');
    expect(installsProviders(config)).toBe(true);
  });

  const OTHER = 'credentials "app.example.com" {\n  token = "a}b"\n}\n';
  test.each([
    ["on one line", "provider_installation { direct {} }\n"],
    ["indented", "  provider_installation {\n    direct {}\n  }\n"],
    ["with its brace on the next line", "provider_installation\n{\n  direct {}\n}\n"],
    [
      "with comments and braces in texts",
      'provider_installation { # }\n  filesystem_mirror { path = "/}" } /* } */\n}\n',
    ],
  ])("gives a named mirror the place of the user's sources, %s, and keeps the rest", (_, sources) => {
    const config = mirrorConfig("/m", `${OTHER}${sources}${OTHER}`);
    expect(config.split("\n").filter((line) => line.includes("provider_installation"))).toHaveLength(1);
    expect(config.split(OTHER)).toHaveLength(3);
    expect(config).not.toContain("/}");
  });

  test.each(["# provider_installation {\n# }", "/* provider_installation {} */", 'x = "provider_installation {}"'])(
    "sees no sources in %s",
    (config) => expect(installsProviders(config)).toBe(false),
  );

  test("keeps a plugin cache that the user has set", () => {
    expect(cachingConfig("/c", "")).toBe('plugin_cache_dir = "/c"\n');
    expect(cachingConfig("/c", 'plugin_cache_dir = "/own"')).toBe('plugin_cache_dir = "/own"');
  });
});

describe("the decision", () => {
  test("for a named mirror is written down for child processes", () => {
    const environment = { ...fakeTerraform("1.11.4"), TF_PROVIDER_MIRROR: mirror() };
    const { TF_CLI_CONFIG_FILE, CHECKPOINT_DISABLE } = decide(environment, join(folder, "cache"));
    expect(readFileSync(TF_CLI_CONFIG_FILE!, "utf8")).toContain(mirror());
    expect(CHECKPOINT_DISABLE).toBe("1");
  });

  test("takes what was downloaded before where the registry does not answer", () => {
    const cache = join(folder, "cache");
    const { source, version } = AWS_PROVIDER;
    mkdirSync(join(cache, "plugins", source, version, terraformPlatform()), { recursive: true });
    const offline = { url: "https://registry.terraform.io/.well-known/terraform.json", answers: false, at: Date.now() };
    writeFileSync(join(cache, "registry.json"), JSON.stringify(offline));
    const { TF_CLI_CONFIG_FILE } = decide(fakeTerraform("1.11.4"), cache);
    expect(readFileSync(TF_CLI_CONFIG_FILE!, "utf8")).toContain(`path    = ${JSON.stringify(join(cache, "plugins"))}`);
  });

  test("leaves the user's own choice of sources alone", () => {
    writeFileSync(join(folder, ".terraformrc"), "provider_installation {\n  direct {}\n}\n");
    expect(decide(fakeTerraform("1.11.4"), join(folder, "cache")).TF_CLI_CONFIG_FILE).toBeUndefined();
  });
});

test("garbage is collected late, unless the user says when", () => {
  const cache = join(folder, "cache");
  const environment = { ...fakeTerraform("1.11.4"), TF_PROVIDER_MIRROR: mirror() };
  expect(decide(environment, cache)).toMatchObject({ GOGC: "off", GOMEMLIMIT: expect.stringMatching(/^\d+MiB$/) });
  expect(decide({ ...environment, GOGC: "50" }, cache)).toMatchObject({ GOGC: "50" });
});

test("a Terraform that is too old decides nothing", () => {
  expect(() => decide(fakeTerraform("1.9.8"), join(folder, "cache"))).toThrow(
    "is version 1.9.8; needed is Terraform 1.11 or newer",
  );
});

describe("the registry", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  // The probe is synchronous, so that the server it asks has to run in another process: an address without one is enough here.
  test("that refuses connections does not answer, and the answer is remembered", async () => {
    server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server?.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await new Promise((resolve) => server?.close(resolve));
    const cache = join(folder, "registry.json");
    expect(registryAnswers(cache, url)).toBe(false);
    expect(JSON.parse(readFileSync(cache, "utf8"))).toMatchObject({ url, answers: false });
    writeFileSync(cache, JSON.stringify({ url, answers: true, at: Date.now() }));
    expect(registryAnswers(cache, url)).toBe(true);
    writeFileSync(cache, JSON.stringify({ url, answers: true, at: 0 }));
    expect(registryAnswers(cache, url)).toBe(false);
  });
});
