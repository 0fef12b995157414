import path from "node:path";
import type { Plugin } from "esbuild";

/**
 * The MSK signer loads these for ways of signing that are not used here (profiles, assumed roles, a debugging aid):
 * a function's credentials are in its environment. Left in, they would take most of a cold start.
 */
const UNUSED_BY_SIGNER = /^@aws-sdk\/(client-sts|credential-providers)$/;

/** Requests of Kafka's protocol that no function makes: access lists, reassignments, transactions, management of groups. */
const UNUSED_REQUESTS =
  /^\.\/(createAcls|deleteAcls|describeAcls|alterPartitionReassignments|listPartitionReassignments|deleteRecords|listGroups|describeGroups|deleteGroups|addPartitionsToTxn|addOffsetsToTxn|txnOffsetCommit|endTxn)$/;

const NAMESPACE = "left-out";

/** Leaves code out of the bundles that CommonJS packages load but the functions never run; using it all the same says so. */
export function leaveOut(root: string): Plugin {
  return {
    name: "leave-out",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: UNUSED_BY_SIGNER }, ({ path: id, importer }) =>
        importer.includes("aws-msk-iam-sasl-signer-js") ? { path: id, namespace: NAMESPACE } : undefined,
      );
      onResolve({ filter: UNUSED_REQUESTS }, ({ path: id, importer }) =>
        importer.includes(path.join("kafkajs", "src", "protocol", "requests"))
          ? { path: `kafkajs ${id}`, namespace: NAMESPACE }
          : undefined,
      );
      // Node's own hash is faster and smaller than one in JavaScript.
      onResolve({ filter: /^@aws-crypto\/sha256-js$/ }, () => ({ path: path.join(root, "handlers/shared/sha256.ts") }));
      onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path: id }) => ({
        loader: "js",
        contents: `module.exports = new Proxy({}, { get() { throw new Error(${JSON.stringify(
          `${id} is left out of the functions: see handlers/bundle/leave-out.ts`,
        )}) } })`,
      }));
    },
  };
}
