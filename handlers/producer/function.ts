import * as z from "zod";
import { ticker } from "../../contracts/stock-price";
import { defineFunction } from "../shared/function";
import { commaList, kafkaSettings, topicName } from "../shared/settings";

/** Sends random prices to the input topic. */
export const producer = defineFunction({
  settings: kafkaSettings.extend({
    INPUT_TOPIC: topicName,
    TICKERS: commaList.pipe(z.array(ticker)).default(["AMZN", "AAPL", "MSFT", "GOOGL"]),
    RECORDS_PER_INVOCATION: z.coerce.number().int().min(1).max(10_000).default(100),
  }),
  timeoutSeconds: 30,
  memoryMib: 256,
  reservedConcurrency: 1,
  kafka: "produce",
  schedule: { setting: "producer.schedule" },
  metrics: {
    RecordsProduced: { unit: "Count", description: "Prices that the brokers acknowledged." },
    ProduceDuration: { unit: "Milliseconds", description: "Time until all replicas had the prices." },
  },
  alarms: ["producer-errors", "producer-missed"],
});
