import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { Environment } from "../../../../envs/schema";
import { type Deployment, deployed } from "./deployment";
import type { Policy } from "./documents";
import { parse, type Role, roles } from "./roles";

/** Context keys of a request (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html). */
export type Context = Readonly<Record<string, string>>;

/** Something that somebody asks AWS for. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Context;
  /** Service of the VPC endpoint that it goes through, such as `logs`. */
  readonly endpoint?: string;
}

const ALLOW_ALL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/** What AWS would answer in an environment, by the policies of its roles, keys and buckets. */
export class Simulator {
  readonly roles: Readonly<Record<string, Role>>;
  /** Policies of the VPC endpoints, by service. */
  readonly endpoints: Readonly<Record<string, Policy>>;
  private readonly resourcePolicies: ReadonlyMap<string, Policy>;

  constructor(private readonly environment: Environment) {
    const deployment = deployed(environment);
    this.roles = roles(deployment);
    this.endpoints = endpointPolicies(deployment, environment);
    this.resourcePolicies = resourcePolicies(deployment);
  }

  /** @throws when the request is none that AWS knows: an unknown action, or a resource that it does not take. */
  async allows({ name, arn, policies }: Role, request: Request): Promise<boolean> {
    const resourcePolicy = this.policyOn(request.resource);
    return this.simulate(arn, request, {
      identityPolicies: policies.map(({ name, policy }) => ({ name, policy })),
      ...(resourcePolicy && { resourcePolicy }),
    }).catch((error: Error) => {
      throw new Error(`${name}: ${error.message}`);
    });
  }

  /** Whether a service may assume a role. */
  async mayAssume(service: string, role: Role, context: Context): Promise<boolean> {
    const request = { action: "sts:AssumeRole", resource: role.arn, context };
    return this.simulate(service, request, { identityPolicies: [], resourcePolicy: role.trust });
  }

  private async simulate(
    principal: string,
    { action, resource, context = {}, endpoint }: Request,
    policies: Pick<Parameters<typeof runSimulation>[0], "identityPolicies" | "resourcePolicy">,
  ): Promise<boolean> {
    const accountId = this.environment.account;
    const answer = await runSimulation(
      {
        request: {
          principal,
          action,
          resource: { resource, accountId },
          contextVariables: { "aws:SecureTransport": "true", "aws:PrincipalAccount": accountId, ...context },
        },
        serviceControlPolicies: [{ orgIdentifier: "root", policies: [{ name: "all", policy: ALLOW_ALL }] }],
        resourceControlPolicies: [],
        ...(endpoint && { vpcEndpointPolicies: [{ name: endpoint, policy: this.endpoints[endpoint] }] }),
        ...policies,
      },
      {},
    );
    if (answer.resultType === "error") {
      throw new Error(`${action} on ${resource}: ${answer.errors.message} ${JSON.stringify(answer.errors)}`);
    }
    return answer.overallResult === "Allowed";
  }

  private policyOn(resource: string): Policy | undefined {
    const bucket = /^arn:aws:s3:::[^/]+/.exec(resource)?.[0];
    return this.resourcePolicies.get(bucket ?? resource);
  }
}

/** Policies of keys and buckets by ARN. Without a key's own policy no other would count. */
function resourcePolicies(deployment: Deployment): Map<string, Policy> {
  const keys = deployment.all("aws_kms_key").map(({ arn, policy }) => [String(arn), parse(policy)] as const);
  const buckets = deployment
    .all("aws_s3_bucket_policy")
    .map(({ bucket, policy }) => [`arn:aws:s3:::${bucket}`, parse(policy)] as const);
  return new Map([...keys, ...buckets]);
}

function endpointPolicies(deployment: Deployment, { region }: Environment): Record<string, Policy> {
  const service = (name: unknown) => String(name).replace(`com.amazonaws.${region}.`, "");
  return Object.fromEntries(
    deployment.all("aws_vpc_endpoint").map((endpoint) => [service(endpoint.service_name), parse(endpoint.policy)]),
  );
}
