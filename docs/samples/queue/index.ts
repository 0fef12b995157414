import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Op, Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { type Props, parse } from "../../../module-kit/inputs";
import { defineModule } from "../../../module-kit/module";
import { text } from "../../../module-kit/text";

export const inputs = z.object({
  name: text(/^[a-z-]{1,40}$/, "be 1 to 40 of a-z and hyphen").describe("Name of the queue."),
  retentionDays: z.int().min(1).max(14).default(4).describe("Days that a message is kept."),
});

/** A queue that encrypts its messages. */
export class Queue extends Construct {
  private readonly queue: SqsQueue;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.queue = new SqsQueue(this, "this", {
      name: p.name,
      sqsManagedSseEnabled: true,
      // An input is an expression in the published module: Terraform computes with it, not JavaScript.
      messageRetentionSeconds: Token.asNumber(Op.mul(p.retentionDays, 24 * 3600)),
    });
  }

  get queueArn(): string {
    return this.queue.arn;
  }
}

export const queueModule = defineModule({
  name: "queue",
  description: "An encrypted queue.",
  inputs,
  construct: Queue,
  outputs: { queueArn: { description: "ARN of the queue.", value: (m) => m.queueArn } },
});
