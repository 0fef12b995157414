/** Logs how many records came from each partition. */
export const handler = async ({ records }) => {
  for (const [partition, batch] of Object.entries(records)) console.log(`${batch.length} records of ${partition}`);
  return { batchItemFailures: [] };
};
