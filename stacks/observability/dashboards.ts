import { FUNCTION_NAMES, type MetricOf } from "../../handlers/functions";
import type { MetricSources } from "./metric";
import { eventSourceMetrics } from "./metrics/event-source";
import { firehoseMetrics } from "./metrics/firehose";
import { flinkMetrics, refusalMetrics } from "./metrics/flink";
import { functionMetrics } from "./metrics/functions";
import { kafkaMetrics } from "./metrics/kafka";
import { ownMetric } from "./metrics/own";
import type { Graph } from "./widgets";

/** The dashboards, by name: first the one to open at night, then one per part. */
export function dashboards(sources: MetricSources): Record<string, Graph[]> {
  return {
    pipeline: pipeline(sources),
    streaming: streaming(sources),
    processing: processing(sources),
    delivery: delivery(sources),
  };
}

function pipeline(sources: MetricSources): Graph[] {
  const kafka = kafkaMetrics(sources);
  const flink = flinkMetrics(sources);
  const firehose = firehoseMetrics(sources);
  return [
    { title: "Records a second", metrics: [kafka.inputMessages, kafka.outputMessages, kafka.deadLetters] },
    { title: "Records behind", metrics: [kafka.jobLag, kafka.featuresLag, firehose.lag] },
    { title: "Job down (ms)", metrics: [flink.downtime] },
    { title: "Age of what reaches the lake (s)", metrics: [firehose.freshness] },
    { title: "Age of features (s)", metrics: [ownMetric(sources, "check-feature-store", "FeatureAge", "Maximum")] },
    { title: "Function errors", metrics: FUNCTION_NAMES.map((handler) => functionMetrics(sources, handler).errors) },
  ];
}

function streaming(sources: MetricSources): Graph[] {
  const kafka = kafkaMetrics(sources);
  return [
    { title: "Messages a second", metrics: [kafka.inputMessages, kafka.outputMessages] },
    { title: "Dead letters a second", metrics: [kafka.deadLetters, kafka.deadLetterBytesIn] },
    { title: "Bytes a second, input", metrics: [kafka.inputBytesIn, kafka.inputBytesOut] },
    { title: "Bytes a second, output", metrics: [kafka.outputBytesIn, kafka.outputBytesOut] },
    { title: "Records behind", metrics: [kafka.jobLag, kafka.featuresLag] },
    { title: "Estimated time to drain the lag (s)", metrics: [kafka.jobLagTime, kafka.featuresLagTime] },
    {
      title: "Prices acknowledged",
      metrics: [ownMetric(sources, "producer", "RecordsProduced", "Sum")],
    },
    { title: "Time to acknowledge (ms)", metrics: [ownMetric(sources, "producer", "ProduceDuration", "p95")] },
  ];
}

function processing(sources: MetricSources): Graph[] {
  const flink = flinkMetrics(sources);
  return [
    { title: "Up and down (ms)", metrics: [flink.uptime, flink.downtime] },
    { title: "Restarts", metrics: [flink.fullRestarts] },
    { title: "Records a second", metrics: [flink.recordsIn, flink.recordsOut] },
    { title: "Records behind", metrics: [flink.recordsLag] },
    { title: "Valid and late records since the start", metrics: [flink.valid, flink.late] },
    { title: "Invalid records since the start, by reason", metrics: refusalMetrics(sources) },
    { title: "Windows closed since the start", metrics: [flink.windows] },
    { title: "Event time behind the clock (ms)", metrics: [flink.watermarkLag] },
    { title: "Trades that are added up before they are sent on", metrics: [flink.preAggregation] },
    {
      title: "Latency before the commit (ms): of emitted results, of read records",
      metrics: [flink.resultLatency, flink.readDelay],
    },
    { title: "Checkpoint duration (ms)", metrics: [flink.checkpointDuration] },
    { title: "Checkpoint size (bytes)", metrics: [flink.checkpointSize] },
    { title: "Failed checkpoints", metrics: [flink.failedCheckpoints] },
    { title: "CPU of the fullest task manager (%)", metrics: [flink.containerCpu, flink.cpu] },
    { title: "Memory of the fullest task manager (%)", metrics: [flink.containerMemory, flink.heap] },
    { title: "Disk of the fullest task manager (%)", metrics: [flink.containerDisk] },
    { title: "Old generation GC (ms)", metrics: [flink.oldGenerationGcTime] },
    { title: "Threads", metrics: [flink.threads] },
    { title: "KPUs", metrics: [flink.kpus] },
  ];
}

function delivery(sources: MetricSources): Graph[] {
  const firehose = firehoseMetrics(sources);
  const ingest = functionMetrics(sources, "feature-store");
  const source = eventSourceMetrics(sources);
  const check = (name: MetricOf<"check-feature-store">) => ownMetric(sources, "check-feature-store", name, "Maximum");
  const stored = (name: MetricOf<"feature-store">) => ownMetric(sources, "feature-store", name, "Sum");
  return [
    { title: "Records into the lake", metrics: [firehose.recordsRead, firehose.converted, firehose.delivered] },
    { title: "Bytes read", metrics: [firehose.bytesRead] },
    { title: "Records refused by Firehose", metrics: [firehose.failedValidation, firehose.failedConversion] },
    { title: "Age in Firehose (s)", metrics: [firehose.freshness] },
    { title: "Successful puts (share)", metrics: [firehose.success] },
    { title: "Backpressure", metrics: [firehose.backpressured] },
    { title: "Features", metrics: [stored("FeaturesStored"), stored("FeaturesRejected"), stored("FeaturesDeferred")] },
    { title: "feature-store", metrics: [ingest.invocations, ingest.errors, ingest.throttles] },
    { title: "feature-store, p95 (ms)", metrics: [ingest.duration] },
    { title: "Records given up by feature-store's pollers", metrics: [source.keptInBucket, source.dropped] },
    { title: "Age of features (s)", metrics: [check("FeatureAge")] },
    { title: "Completeness (%)", metrics: [check("FeatureCompleteness")] },
    { title: "Missing and stale tickers", metrics: [check("FeatureRecordsMissing"), check("FeatureRecordsStale")] },
    { title: "Duplicates offline", metrics: [check("FeatureDuplicates")] },
  ];
}
