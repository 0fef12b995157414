import type { App } from "cdktf";
import type { Environment } from "../envs/schema";
import type { Artifacts } from "./artifacts";
import { DeliveryStack } from "./delivery";
import { FeaturesStack } from "./features";
import { LakeStack } from "./lake";
import { NetworkStack } from "./network";
import { ObservabilityStack } from "./observability";
import { ProcessingStack } from "./processing";
import { protectData } from "./protection";
import { StreamingStack } from "./streaming";

/** The stacks of one environment, in the order in which they are deployed. */
export function createPipeline(app: App, environment: Environment, artifacts: Artifacts): void {
  const network = new NetworkStack(app, environment);
  const context = { environment, artifacts, network };
  const streaming = new StreamingStack(app, context);
  const lake = new LakeStack(app, environment);
  const processing = new ProcessingStack(app, context, streaming, lake);
  const delivery = new DeliveryStack(app, environment, network, streaming, lake);
  const features = new FeaturesStack(app, context, streaming, lake);
  const observability = new ObservabilityStack(app, environment, {
    streaming,
    processing,
    delivery,
    features,
  });

  if (!environment.protectData) return;
  for (const stack of [network, streaming, lake, processing, delivery, features, observability]) protectData(stack);
}
