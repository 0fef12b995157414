const NO_CHANGES = "No changes. Your infrastructure matches the configuration.";

/** What a plan says that it changes: a line each, such as `aws_sqs_queue.missed will be updated in-place`. */
export function changesIn(output: string): readonly string[] {
  if (output.includes(NO_CHANGES)) return [];
  const changes = [...output.matchAll(/^ {2}# (.+ (?:will|must) be .+)$/gm)].map(([, line]) => line as string);
  return changes.length > 0 ? changes : ["outputs change"];
}

/** Terraform's errors, without the frames around them; the last lines where there are none. */
export function problems(output: string): string {
  const plain = output.replace(/^[│╷╵] ?/gm, "");
  const found = [...plain.matchAll(/^Error: (.+(?:\n(?!Error: |$).*)*)/gm)].map(([, text]) => (text as string).trim());
  return found.length > 0 ? found.join("\n") : plain.trim().split("\n").slice(-5).join("\n");
}
