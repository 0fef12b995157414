import { LocalBackend } from "cdktf";
import type { Construct } from "constructs";
import { stateBucket } from "../envs/names";
import type { Environment } from "../envs/schema";
import { PlainStack } from "../module-kit/plain-stack";
import { StateBucket } from "../modules/state-bucket";
import { addAwsProvider, addRemoteState } from "./foundation";
import { protectData } from "./protection";

/** Where the state of the state bucket is: in a file until the bucket exists, in the bucket from then on. */
export type StateLocation = { readonly in: "file"; readonly path: string } | { readonly in: "bucket" };

/** The bucket that holds the Terraform state of the environment's other stacks, and its own. */
export class StateStack extends PlainStack {
  constructor(scope: Construct, environment: Environment, location: StateLocation) {
    super(scope, `${environment.name}-state`);
    addAwsProvider(this, environment);
    if (location.in === "file") new LocalBackend(this, { path: location.path });
    else addRemoteState(this, environment, "state");
    new StateBucket(this, "state", { bucketName: stateBucket(environment) });
    if (environment.protectData) protectData(this);
  }
}
