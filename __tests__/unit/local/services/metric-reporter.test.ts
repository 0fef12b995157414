import type { Datum } from "../../../../local/services/emulator/metrics";
import { MetricReporter } from "../../../../local/services/metric-reporter";

function reporter(failures = 0) {
  const written: Record<string, number>[] = [];
  const figures = { delivered: 10, failedConversions: 1, objects: 1, freshnessSeconds: 61 };
  const put = async (namespace: string, data: readonly Datum[]) => {
    if (failures-- > 0) throw new Error("down");
    written.push(Object.fromEntries(data.map(({ MetricName, Value }) => [`${namespace} ${MetricName}`, Value])));
  };
  const sources = {
    firehose: () => ({ lake: figures }),
    kafka: async () => ({ topics: {}, lags: { job: { prices: 7 } } }),
    clusters: () => ["c"],
  };
  return { one: new MetricReporter({ put }, sources), figures, written };
}

describe("MetricReporter", () => {
  it("writes what happened since the last report, and every group's lag", async () => {
    const { one, figures, written } = reporter();
    await one.report();
    expect(written).toEqual([
      {
        "AWS/Firehose DataReadFromSource.Records": 11,
        "AWS/Firehose DeliveryToS3.Records": 10,
        "AWS/Firehose FailedConversion.Records": 1,
        "AWS/Firehose DeliveryToS3.Success": 1,
        "AWS/Firehose DeliveryToS3.DataFreshness": 61,
      },
      { "AWS/Kafka SumOffsetLag": 7 },
    ]);
    figures.delivered += 5;
    await one.report();
    expect(written[2]).toMatchObject({
      "AWS/Firehose DeliveryToS3.Records": 5,
      "AWS/Firehose FailedConversion.Records": 0,
    });
  });

  it("counts later what it could not write", async () => {
    const { one, figures, written } = reporter(1);
    await one.report();
    figures.delivered += 5;
    await one.report();
    expect(written[0]).toMatchObject({ "AWS/Firehose DeliveryToS3.Records": 15 });
  });
});
