import type { Environment } from "../envs/schema";

/** Which environments something is for: it follows from their settings, so that a new or changed file needs no other edit. */
export interface Condition {
  /** The settings, in words. */
  readonly description: string;
  readonly holds: (environment: Environment) => boolean;
}

export const ALWAYS: Condition = { description: "always", holds: () => true };

export const PROVISIONED: Condition = {
  description: "`kafka.mode` is `provisioned`",
  holds: ({ kafka }) => kafka.mode === "provisioned",
};

export const UNPROTECTED: Condition = {
  description: "`protectData` is `false`",
  holds: ({ protectData }) => !protectData,
};

export const BEHIND_NAT: Condition = {
  description: "`network.mode` is `nat`",
  holds: ({ network }) => network.mode === "nat",
};

export const BUILDS_ITS_JAR: Condition = {
  description: "`flink.artifact.source` is `build`",
  holds: ({ flink }) => flink.artifact.source === "build",
};

export const WITH_SHORT_LOGS: Condition = {
  description: "`retention.logDays` is less than 365",
  holds: ({ retention }) => retention.logDays < 365,
};

export const CONSUMES_ON_SCHEDULE: Condition = {
  description: "`consumer.schedule` is set",
  holds: ({ consumer }) => consumer.schedule !== undefined,
};

/** A service that need not name its source when it acts. */
export const trusts = (service: keyof Environment["trust"]["sourceAccount"]): Condition => ({
  description: `\`trust.sourceAccount.${service}\` is \`false\``,
  holds: ({ trust }) => !trust.sourceAccount[service],
});

export const both = (one: Condition, other: Condition): Condition => ({
  description: `${one.description} and ${other.description}`,
  holds: (environment) => one.holds(environment) && other.holds(environment),
});
