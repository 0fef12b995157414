import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ServiceModel } from "./service-model";

/** Folders of models whose name is not the one that requests are signed with. */
const FOLDERS: Readonly<Record<string, string>> = {
  monitoring: "cloudwatch",
  kinesisanalytics: "kinesisanalyticsv2",
  servicequotas: "service-quotas",
};

const AGAIN =
  "Delete the folder .cache/emulator-* and run the command again: it is installed from local/emulator/requirements.txt.";

/**
 * Folder of botocore's data in the virtual environment that has this Python interpreter.
 * @throws when botocore is not there
 */
export function modelsFolder(python: string): string {
  const lib = join(dirname(dirname(python)), "lib");
  const versions = existsSync(lib) ? readdirSync(lib).sort() : [];
  const found = versions.map((version) => join(lib, version, "site-packages", "botocore", "data")).find(existsSync);
  if (!found) throw new Error(`There are no AWS service models below ${lib}. ${AGAIN}`);
  return found;
}

/** AWS's service models, read on first use from a folder such as botocore's `data`. */
export class Models {
  private readonly loaded = new Map<string, ServiceModel>();

  constructor(private readonly folder: string) {}

  /** Whether there is a model for requests that are signed for the service. */
  has(signingName: string): boolean {
    return existsSync(join(this.folder, folderOf(signingName)));
  }

  /**
   * The newest model of the service that requests are signed for, or of the folder of that name.
   * @throws when there is none, or it cannot be read
   */
  of(signingName: string): ServiceModel {
    const name = folderOf(signingName);
    const known = this.loaded.get(name);
    if (known) return known;
    const model = new ServiceModel(name, readModel(this.folder, name));
    this.loaded.set(name, model);
    return model;
  }
}

const folderOf = (signingName: string): string => FOLDERS[signingName] ?? signingName;

function readModel(folder: string, name: string): ConstructorParameters<typeof ServiceModel>[1] {
  const service = join(folder, name);
  if (!existsSync(service)) throw new Error(`There is no AWS service model ${service}. ${AGAIN}`);
  const version =
    readdirSync(service)
      .filter((entry) => /^\d{4}-/.test(entry))
      .sort()
      .at(-1) ?? "";
  const file = ["service-2.json.gz", "service-2.json"].map((entry) => join(service, version, entry)).find(existsSync);
  if (!file) throw new Error(`${service} has no service-2.json. ${AGAIN}`);
  try {
    const bytes = readFileSync(file);
    const description = JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
    if (!description.metadata || !description.operations || !description.shapes)
      throw new Error("it lacks metadata, operations or shapes");
    return description;
  } catch (error) {
    throw new Error(`The AWS service model ${file} cannot be read: ${(error as Error).message}. ${AGAIN}`);
  }
}
