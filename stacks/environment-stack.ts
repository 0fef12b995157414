import type { Construct } from "constructs";
import { prefix } from "../envs/names";
import type { Environment } from "../envs/schema";
import { PlainStack } from "../module-kit/plain-stack";
import { addAwsProvider, addRemoteState } from "./foundation";

/** A stack of an environment, with its provider and its state. */
export class EnvironmentStack extends PlainStack {
  constructor(
    scope: Construct,
    name: string,
    protected readonly environment: Environment,
  ) {
    super(scope, `${environment.name}-${name}`);
    addAwsProvider(this, environment);
    addRemoteState(this, environment, name);
  }

  /** Where its resources are. */
  get location(): { readonly region: string; readonly account: string } {
    return this.environment;
  }

  /** `<project>-<env>-<thing>` */
  protected resourceName(thing: string): string {
    return `${prefix(this.environment)}-${thing}`;
  }
}
