/** A change of one configuration. */
export interface ConfigOperation {
  readonly name: string;
  /** What kafkajs looks at: "" where the configuration is reset. */
  readonly value: string;
  /** Default: `set`. */
  readonly operation?: "set" | "reset";
}

/** Key and codes of IncrementalAlterConfigs, version 0 (https://kafka.apache.org/protocol#The_Messages_IncrementalAlterConfigs). */
const API_KEY = 44;
const CODES = { set: 0, reset: 1 } as const;

interface Encoder {
  writeInt8(value: number): Encoder;
  writeBoolean(value: boolean): Encoder;
  writeString(value: string | null): Encoder;
  writeArray(items: readonly Encoder[]): Encoder;
}
interface Resource {
  readonly type: number;
  readonly name: string;
  readonly configEntries: readonly ConfigOperation[];
}
interface AlterConfigs {
  readonly resources: readonly Resource[];
  readonly validateOnly: boolean;
}
interface Answer {
  readonly resources: readonly { errorCode: number; errorMessage: string | null; resourceName: string }[];
}
interface BrokerClass {
  readonly prototype: { alterConfigs(request: AlterConfigs): Promise<unknown> };
}

/**
 * Lets kafkajs' `alterConfigs` change the named configurations and leave the others: kafkajs 2.2.4 has the older request alone, which resets
 * what is not named, so that `cleanup.policy` would have to be sent again, which MSK Serverless refuses. MSK Serverless answers this one
 * (https://github.com/strimzi/strimzi-kafka-operator/pull/9606), and every Kafka since 2.3 does.
 */
export function alterConfigsIncrementally(): void {
  const { prototype } = require("kafkajs/src/broker") as BrokerClass;
  const { alterConfigs } = prototype;
  prototype.alterConfigs = function (request) {
    const broker = Object.create(this, { lookupRequest: { value: () => incrementalRequest } });
    return alterConfigs.call(broker, request);
  };
}

/** A request and how its answer is read, as kafkajs' connections take them. The answer has the older request's form. */
function incrementalRequest({ resources, validateOnly }: AlterConfigs) {
  const EncoderClass = require("kafkajs/src/protocol/encoder") as new () => Encoder;
  const { decode } = require("kafkajs/src/protocol/requests/alterConfigs/v0/response") as {
    readonly decode: (data: Buffer) => Promise<Answer>;
  };
  const entry = ({ name, value, operation = "set" }: ConfigOperation) =>
    new EncoderClass()
      .writeString(name)
      .writeInt8(CODES[operation])
      .writeString(operation === "set" ? value : null);
  const resource = ({ type, name, configEntries }: Resource) =>
    new EncoderClass().writeInt8(type).writeString(name).writeArray(configEntries.map(entry));
  return {
    request: {
      apiKey: API_KEY,
      apiVersion: 0,
      apiName: "IncrementalAlterConfigs",
      encode: async () => new EncoderClass().writeArray(resources.map(resource)).writeBoolean(validateOnly),
    },
    response: { decode, parse },
  };
}

/** @throws kafkajs' error of the first resource that was refused, with the broker's own words */
async function parse(answer: Answer): Promise<Answer> {
  const { createErrorFromCode } = require("kafkajs/src/protocol/error") as {
    readonly createErrorFromCode: (code: number) => Error;
  };
  const refused = answer.resources.find(({ errorCode }) => errorCode !== 0);
  if (!refused) return answer;
  const error = createErrorFromCode(refused.errorCode);
  error.message = `${refused.resourceName}: ${refused.errorMessage ?? error.message}`;
  throw error;
}
