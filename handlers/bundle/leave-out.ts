import path from "node:path";
import type { Plugin } from "esbuild";
import type { KafkaUse } from "../shared/function";

/**
 * The MSK signer loads these for ways of signing that are not used here (profiles, assumed roles, a debugging aid):
 * a function's credentials are in its environment. Left in, they would take most of a cold start.
 */
const UNUSED_BY_SIGNER = /^@aws-sdk\/(client-sts|credential-providers)$/;

/** Files of kafkajs, under its src folder, that only one use needs. */
const KAFKAJS_FILES: Readonly<Record<Exclude<KafkaUse, "replay">, readonly string[]>> = {
  produce: ["producer", ...requests("produce", "initProducerId")],
  read: requests("fetch", "joinGroup", "syncGroup", "leaveGroup", "heartbeat", "offsetCommit", "offsetFetch"),
  topics: requests("createTopics", "deleteTopics", "createPartitions", "describeConfigs", "alterConfigs"),
};
/** Files that both others need: kafkajs' admin client has a consumer inside. */
const NOT_FOR_PRODUCING = ["consumer", "admin", ...requests("listOffsets")];

/** Requests of transactions, which only a replay begins. */
const TRANSACTIONS = requests("addPartitionsToTxn", "endTxn");
/** Requests that no function makes: access lists, reassignments, offsets in transactions, management of groups. */
const NEVER_USED = requests(
  ...["createAcls", "deleteAcls", "describeAcls", "alterPartitionReassignments", "listPartitionReassignments"],
  ...["addOffsetsToTxn", "txnOffsetCommit"],
  ...["deleteRecords", "listGroups", "describeGroups", "deleteGroups"],
);

const NAMESPACE = "left-out";

/**
 * Leaves code out of a bundle that CommonJS packages load but the function never runs; it throws if it is used anyway.
 *
 * @param use what the function does with Kafka; undefined if it does not know Kafka
 */
export function leaveOut(root: string, use: KafkaUse | undefined): Plugin {
  const unused = new Set([...NEVER_USED, ...(use === "replay" ? KAFKAJS_FILES.topics : unusedBy(use))]);
  return {
    name: "leave-out",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: UNUSED_BY_SIGNER }, ({ path: id, importer }) =>
        importer.includes("aws-msk-iam-sasl-signer-js") ? { path: id, namespace: NAMESPACE } : undefined,
      );
      onResolve({ filter: /^\.\/\w+$/ }, ({ path: id, importer }) => {
        const [, folder] = /[/\\]kafkajs[/\\]src[/\\](.*)$/.exec(importer) ?? [];
        const file = folder !== undefined && path.posix.join(path.dirname(folder).replaceAll("\\", "/"), id);
        return file && unused.has(file) ? { path: `kafkajs/src/${file}`, namespace: NAMESPACE } : undefined;
      });
      // Node's own hash is faster and smaller than one in JavaScript.
      onResolve({ filter: /^@aws-crypto\/sha256-js$/ }, () => ({ path: path.join(root, "handlers/shared/sha256.ts") }));
      onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path: id }) => ({ loader: "js", contents: stub(id) }));
    },
  };
}

/** What a function leaves out that does one thing only. */
function unusedBy(use: Exclude<KafkaUse, "replay"> | undefined): string[] {
  const others = Object.entries(KAFKAJS_FILES).filter(([other]) => other !== use);
  return [...TRANSACTIONS, ...(use === "produce" ? NOT_FOR_PRODUCING : []), ...others.flatMap(([, files]) => files)];
}

function requests(...names: string[]): string[] {
  return names.map((name) => `protocol/requests/${name}`);
}

function stub(id: string): string {
  const message = `${id} is left out of this function's bundle: see handlers/bundle/leave-out.ts`;
  return `const fail = () => { throw new Error(${JSON.stringify(message)}) };
    module.exports = new Proxy(fail, { get: fail });`;
}
