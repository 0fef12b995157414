import { withoutTags } from "../state/tags";
import { ByArn, ByResource, PutPolicy, TagRequest, UntagRequest } from "./schemas";
import { badRequest, clusterOf, type KafkaState, type KafkaStore, kafkaOperation, newVersion, notFound } from "./state";

function parsePolicy(text: string): void {
  try {
    const policy = JSON.parse(text) as { Statement?: unknown };
    if (policy.Statement) return;
  } catch (error) {
    throw badRequest(`The policy is not JSON: ${(error as Error).message}`, "policy");
  }
  throw badRequest("The policy has no Statement.", "policy");
}

function tagged(state: KafkaState, arn: string): { tags: Record<string, string> } {
  const resource = state.clusters[arn] ?? state.configurations[arn];
  if (!resource) throw notFound(`Resource ${arn}`, "resourceArn");
  return resource;
}

/** Cluster policies, and tags of clusters and configurations. */
export function policyAndTagOperations(store: KafkaStore) {
  const policyOf = (clusterArn: string) => {
    clusterOf(store.value, clusterArn);
    const policy = store.value.policies[clusterArn];
    if (!policy) throw notFound(`A policy of cluster ${clusterArn}`);
    return policy;
  };
  return {
    "PUT /v1/clusters/{clusterArn}/policy": kafkaOperation(PutPolicy, ({ clusterArn, policy }) =>
      store.change((state) => {
        clusterOf(state, clusterArn);
        parsePolicy(policy);
        const currentVersion = newVersion();
        state.policies[clusterArn] = { policy, currentVersion };
        return { currentVersion };
      }),
    ),
    "GET /v1/clusters/{clusterArn}/policy": kafkaOperation(ByArn, ({ clusterArn }) => policyOf(clusterArn)),
    "DELETE /v1/clusters/{clusterArn}/policy": kafkaOperation(ByArn, ({ clusterArn }) => {
      policyOf(clusterArn);
      return store.change((state) => {
        delete state.policies[clusterArn];
        return {};
      });
    }),
    "GET /v1/tags/{resourceArn}": kafkaOperation(ByResource, ({ resourceArn }) => ({
      tags: tagged(store.value, resourceArn).tags,
    })),
    "POST /v1/tags/{resourceArn}": kafkaOperation(TagRequest, ({ resourceArn, tags }) =>
      store.change((state) => {
        Object.assign(tagged(state, resourceArn).tags, tags);
        return {};
      }),
    ),
    "DELETE /v1/tags/{resourceArn}": kafkaOperation(UntagRequest, ({ resourceArn, tagKeys }) =>
      store.change((state) => {
        const resource = tagged(state, resourceArn);
        resource.tags = withoutTags(resource.tags, [tagKeys].flat());
        return {};
      }),
    ),
  };
}
