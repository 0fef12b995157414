// The SDK is part of the runtime.
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";

const parameters = new SSMClient();

/** Answers with bid and ask of a ticker around a price; how far apart they are is a parameter. */
export async function quote({ ticker, price }) {
  const { Parameter } = await parameters.send(new GetParameterCommand({ Name: process.env.SPREAD_PARAMETER }));
  const half = Number(Parameter.Value) / 2;
  console.log(JSON.stringify({ level: process.env.LOG_LEVEL, ticker, spread: 2 * half }));
  return { ticker, exchange: process.env.EXCHANGE, bid: price - half, ask: price + half };
}
