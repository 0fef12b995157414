import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { bundleFunctions } from "../../../handlers/bundle";
import { buildJob } from "../../../scripts/build-job";
import { terraformEnv } from "../../../terraform-cli/environment";
import { terraformBinary } from "../../../toolchain/terraform";
import type { Rig } from "../../integration/local/services/rig";

const ROOT = join(__dirname, "..", "..", "..");
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const run = promisify(execFile);

/** What examples/pipeline says of itself once it is applied. */
export interface Outputs {
  readonly kafka: { readonly topics: { readonly input: string; readonly output: string; readonly dlq: string } };
  readonly functions: Readonly<Record<string, string>>;
  readonly lake: { readonly bucket: string; readonly folder: string };
  readonly feature_group: { readonly name: string };
}

/** A copy of examples/pipeline, worked with as its README says. */
export class Example {
  private readonly folder = mkdtempSync(join(tmpdir(), "example-"));
  private readonly root = join(this.folder, "examples", "pipeline");
  private inputs: readonly string[] = [];

  constructor(private readonly laptop: Pick<Rig, "emulator" | "services">) {
    const terraformOnly = (path: string) => !/\.ts$|\.terraform|\.tfstate/.test(basename(path));
    cpSync(join(ROOT, "modules"), join(this.folder, "modules"), { recursive: true, filter: terraformOnly });
    cpSync(join(ROOT, "examples", "pipeline"), this.root, { recursive: true, filter: terraformOnly });
    cpSync(join(this.root, "laptop", "provider_override.tf"), join(this.root, "provider_override.tf"));
  }

  /** Builds functions and job, and runs `terraform init`. */
  async prepare(): Promise<void> {
    const functions = await bundleFunctions(join(this.folder, "functions"));
    this.inputs = [
      "-var-file=laptop/laptop.tfvars",
      `-var=functions_directory=${join(functions.producer, "..")}`,
      `-var=job_jar=${buildJob().jarPath}`,
    ];
    await this.terraform("init");
  }

  apply = () => this.terraform("apply", "-auto-approve", ...this.inputs);
  destroy = () => this.terraform("destroy", "-auto-approve", ...this.inputs);

  /** What a plan would change; undefined when nothing. */
  async changes(): Promise<string | undefined> {
    try {
      await this.terraform("plan", "-detailed-exitcode", ...this.inputs);
      return undefined;
    } catch (error) {
      const { code, stdout } = error as { code: number; stdout: string };
      if (code === 2) return stdout;
      throw error;
    }
  }

  /** Addresses of what Terraform has made. */
  async resources(): Promise<string[]> {
    return (await this.terraform("state", "list")).split("\n").filter((line) => line && !line.includes("data."));
  }

  async outputs(): Promise<Outputs> {
    const values = JSON.parse(await this.terraform("output", "-json")) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value])) as never;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async terraform(command: string, ...args: readonly string[]): Promise<string> {
    const { emulator, services } = this.laptop;
    const environment = { ...terraformEnv(), EMULATOR: emulator, SERVICES: services };
    const script = '. ./laptop/environment.sh && exec "$@"';
    const words = ["-c", script, "sh", terraformBinary(environment), command, ...args];
    const options = { cwd: this.root, env: environment, maxBuffer: MAX_OUTPUT_BYTES };
    return (await run("sh", command === "output" ? words : [...words, "-no-color"], options)).stdout;
  }
}
