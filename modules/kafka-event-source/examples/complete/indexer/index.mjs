/** Takes records until the first that is no JSON, and has that one and those after it in its partition tried again. */
export async function handler({ records }) {
  const failures = Object.entries(records).map(([partition, batch]) => {
    const wrong = batch.find(({ value }) => !isJson(Buffer.from(value ?? "", "base64").toString("utf8")));
    return wrong && { itemIdentifier: { partition, offset: wrong.offset } };
  });
  return { batchItemFailures: failures.filter(Boolean) };
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
