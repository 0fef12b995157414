import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Glue } from "../emulator/glue";
import type { S3 } from "../emulator/s3";
import { log, reason } from "../log";
import type { ParquetWriter } from "../parquet";
import type { PartHealth } from "../workers";
import type { GroupHooks } from "./groups";
import { OfflineStore } from "./offline";
import { OnlineStore } from "./online";
import type { FeatureGroup, GroupStore } from "./state";

/** The two stores of a group. */
export interface GroupStores {
  readonly online: OnlineStore;
  readonly offline: OfflineStore;
}

const GLUE_TYPES = { String: "string", Fractional: "double", Integral: "bigint" } as const;

/** Stores of every group, and what their groups' lives do to them. */
export class FeatureStores implements GroupHooks {
  private readonly open = new Map<string, GroupStores>();
  private problem: string | undefined;
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly dir: string,
    private readonly groups: GroupStore,
    private readonly s3: Pick<S3, "put">,
    private readonly glue: Pick<Glue, "createParquetTable">,
    private readonly parquet: Pick<ParquetWriter, "write">,
  ) {}

  /** The stores of a group that exists. */
  of(name: string): GroupStores {
    const known = this.open.get(name);
    if (known) return known;
    const dir = join(this.dir, name);
    const offline = new OfflineStore(dir, () => this.groups.value.groups[name]?.group, this.s3, this.parquet);
    const stores = { online: new OnlineStore(dir), offline };
    this.open.set(name, stores);
    return stores;
  }

  /** Makes the Glue table of a new group's offline store, as Feature Store does. */
  async created({ OfflineStoreConfig: offline, FeatureDefinitions }: FeatureGroup): Promise<void> {
    const catalog = offline?.DataCatalogConfig;
    if (!offline || !catalog || offline.DisableGlueTableCreation) return;
    const features = FeatureDefinitions.map((d) => ({
      Name: d.FeatureName.toLowerCase(),
      Type: GLUE_TYPES[d.FeatureType],
    }));
    const added = [
      { Name: "write_time", Type: "timestamp" },
      { Name: "api_invocation_time", Type: "timestamp" },
      { Name: "is_deleted", Type: "boolean" },
    ];
    const location = offline.S3StorageConfig.ResolvedOutputS3Uri ?? "";
    const partitions = ["year", "month", "day", "hour"];
    await this.glue.createParquetTable(
      catalog.Database,
      catalog.TableName,
      location,
      [...features, ...added],
      partitions,
    );
  }

  /** Drops the online records; what reached S3 stays there, as on AWS. */
  async deleted(name: string): Promise<void> {
    await this.flush();
    const stores = this.of(name);
    stores.online.clear();
    stores.offline.clear();
    this.open.delete(name);
    rmSync(join(this.dir, name), { recursive: true, force: true });
  }

  /** Brings every group's waiting rows into S3. A failure is kept for `health`; the rows wait on. */
  flush(): Promise<void> {
    this.flushing ??= this.flushAll().finally(() => {
      this.flushing = undefined;
    });
    return this.flushing;
  }

  private async flushAll(): Promise<void> {
    let problem: string | undefined;
    for (const name of Object.keys(this.groups.value.groups)) {
      try {
        await this.of(name).offline.flush();
      } catch (error) {
        problem = `offline store of ${name}: ${reason(error)}`;
        if (problem !== this.problem)
          log("warn", "the offline store was not written, it is tried again", { detail: problem });
      }
    }
    this.problem = problem;
  }

  get health(): PartHealth {
    const count = Object.keys(this.groups.value.groups).length;
    return {
      name: "feature-store",
      healthy: this.problem === undefined,
      detail: this.problem ?? `${count} feature groups`,
    };
  }

  /** Figures of each group. */
  get figures() {
    return Object.fromEntries(
      Object.keys(this.groups.value.groups).map((name) => {
        const { online, offline } = this.of(name);
        return [
          name,
          { online: online.figures, offline: { pending: offline.pending, newestObject: offline.newestObject } },
        ];
      }),
    );
  }
}
