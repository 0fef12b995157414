// Sends trades, one JSON object per line of standard input, to the input topic. ../README.md has the settings.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { generateAuthToken } from "aws-msk-iam-sasl-signer-js";
import { Kafka, logLevel, Partitioners } from "kafkajs";

const {
  KAFKA_BOOTSTRAP_BROKERS = "",
  INPUT_TOPIC = "stock-prices",
  AWS_REGION = "us-east-1",
  KAFKA_CA_FILE,
} = process.env;
const BATCH = 500;

const kafka = new Kafka({
  clientId: "example-producer",
  brokers: KAFKA_BOOTSTRAP_BROKERS.split(","),
  logLevel: logLevel.ERROR,
  ssl: KAFKA_CA_FILE ? { ca: readFileSync(KAFKA_CA_FILE) } : true,
  sasl: {
    mechanism: "oauthbearer",
    oauthBearerProvider: async () => ({ value: (await generateAuthToken({ region: AWS_REGION })).token }),
  },
});
// Without duplicates when a request is sent again; and with the partitions of Java's clients.
const producer = kafka.producer({ idempotent: true, createPartitioner: Partitioners.DefaultPartitioner });

let batch = [];
let sent = 0;
async function send() {
  if (batch.length === 0) return;
  await producer.send({ topic: INPUT_TOPIC, acks: -1, messages: batch });
  sent += batch.length;
  batch = [];
}

await producer.connect();
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  batch.push({ key: JSON.parse(line).ticker, value: line });
  if (batch.length === BATCH) await send();
}
await send();
await producer.disconnect();
console.log(`${sent} trades sent to ${INPUT_TOPIC}`);
