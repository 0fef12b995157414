import { MANAGED_SETTINGS } from "../../../../../aws-limits/managed-flink";
import { managedFlink } from "../../../../../local/services/flink/managed-flink";
import { flinkConfiguration } from "../../../../../local/services/flink/settings";
import type { ApplicationDetail } from "../../../../../local/services/flink/state";

const RETENTION = "execution.checkpointing.externalized-checkpoint-retention";
const INTERVAL = "execution.checkpointing.interval";

/** An application with these checkpoints, as far as Flink's configuration depends on it. */
const application = (checkpoints: object) =>
  ({
    ApplicationConfigurationDescription: {
      FlinkApplicationConfigurationDescription: {
        CheckpointConfigurationDescription: checkpoints,
        ParallelismConfigurationDescription: { Parallelism: 2 },
      },
    },
  }) as ApplicationDetail;

const place = { restPort: 1, rpcPort: 2, checkpointDir: "/c", savepointDir: "/s", tmpDir: "/t" };
const onLaptop = (checkpoints: object) => flinkConfiguration(application(checkpoints), place, undefined);

const checkpoints = { CheckpointingEnabled: true, CheckpointInterval: 10_000, MinPauseBetweenCheckpoints: 1_000 };

it("gives the laptop every setting that an application cannot change, and one exception", () => {
  const configuration = onLaptop(checkpoints);
  const differing = MANAGED_SETTINGS.filter(({ changedBy }) => changedBy !== "application")
    .filter(({ option, value }) => configuration[option] !== value)
    .map(({ option }) => option);
  expect(differing).toEqual([RETENTION]);
  expect(configuration["execution.checkpointing.timeout"]).toBe("3600000 ms");
});

it("takes from the application what it may set", () => {
  expect(onLaptop(checkpoints)).toMatchObject({
    [INTERVAL]: "10000 ms",
    "execution.checkpointing.min-pause": "1000 ms",
  });
});

it("has no interval where the application makes no checkpoints", () => {
  expect(onLaptop({ ...checkpoints, CheckpointingEnabled: false })).not.toHaveProperty([INTERVAL]);
});

it("has Managed Flink's defaults where nothing is set", () => {
  expect(managedFlink({})).toMatchObject({ [INTERVAL]: "60000 ms", "execution.checkpointing.min-pause": "5000 ms" });
});

it("refuses what an application on AWS could not set either", () => {
  expect(() => managedFlink({ "execution.checkpointing.timeout": "1 s" })).toThrow(
    "An application on Managed Flink cannot set execution.checkpointing.timeout; it can set execution.checkpointing.interval, execution.checkpointing.min-pause.",
  );
});
