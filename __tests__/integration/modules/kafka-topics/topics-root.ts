import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MODULES } from "../../../../module-kit/publish/discover";
import { terraformEnv } from "../../../../terraform-cli/environment";
import { seedLock } from "../../../../terraform-cli/lock";
import { terraform } from "../../../../terraform-cli/run";

/** Inputs of the module that a test chooses. */
export interface TopicsInputs {
  readonly function_name: string;
  readonly topics: Readonly<Record<string, { readonly partitions: number; readonly configs?: Record<string, string> }>>;
  readonly deletion?: "never" | "empty" | "always";
  readonly retired_topics?: readonly string[];
}

/** A line of Terraform's machine-readable output (https://developer.hashicorp.com/terraform/internals/machine-readable-ui). */
interface Message {
  readonly type: string;
  readonly change?: { readonly resource: { readonly resource_name: string }; readonly action: string };
}

const CLUSTER = "arn:aws:kafka:us-east-1:123456789012:cluster/topics/aaaabbbb-cccc-dddd-eeee-ffff00001111-1";
const PROVIDER = {
  region: "us-east-1",
  access_key: "test",
  secret_key: "test",
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: "true",
};

/** A Terraform root that uses the published module, as a team that writes plain Terraform does. */
export class TopicsRoot {
  private readonly environment = terraformEnv();

  private constructor(
    private readonly directory: string,
    private readonly lambda: string,
  ) {}

  /** @param lambda Address that answers Lambda's Invoke. */
  static async initialized(directory: string, lambda: string, inputs: TopicsInputs): Promise<TopicsRoot> {
    const root = new TopicsRoot(directory, lambda);
    mkdirSync(directory, { recursive: true });
    cpSync(join(MODULES, "kafka-topics"), join(directory, "kafka-topics"), { recursive: true });
    root.write(inputs);
    seedLock(directory, root.environment);
    await root.run("init");
    return root;
  }

  /** @throws with Terraform's error */
  async apply(inputs: TopicsInputs): Promise<void> {
    this.write(inputs);
    await this.run("apply", "-auto-approve");
  }

  /** What a plan would do, such as `create confirmed`. */
  async plan(inputs: TopicsInputs): Promise<string[]> {
    this.write(inputs);
    const lines = (await this.run("plan", "-json")).trim().split("\n");
    return lines.flatMap((line) => {
      const { type, change } = JSON.parse(line) as Message;
      return type === "planned_change" && change ? [`${change.action} ${change.resource.resource_name}`] : [];
    });
  }

  /** @throws with Terraform's error */
  async destroy(): Promise<void> {
    await this.run("destroy", "-auto-approve");
  }

  /** Names of the resources in the state. */
  stored(): string[] {
    const text = readFileSync(join(this.directory, "terraform.tfstate"), "utf8");
    const state = JSON.parse(text) as { resources: { name: string }[] };
    return state.resources.map(({ name }) => name).sort();
  }

  private write(inputs: TopicsInputs): void {
    const root = {
      provider: { aws: { ...PROVIDER, endpoints: [{ lambda: this.lambda }] } },
      module: { topics: { source: "./kafka-topics", cluster_arn: CLUSTER, ...inputs } },
    };
    writeFileSync(join(this.directory, "main.tf.json"), JSON.stringify(root));
  }

  private run(...args: [command: string, ...string[]]): Promise<string> {
    return terraform([...args, "-input=false", "-no-color"], this.directory, this.environment);
  }
}
