import { describeDisagreement } from "../../../contracts/differential/compare";
import { runDifferential } from "../../../scripts/differential/run";

test("the contract and the job's parser agree on more than 100,000 generated values, to the last bit", async () => {
  const { counts, disagreements } = await runDifferential({ seed: 20_260_101, count: 120_000 });
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(120_000);
  expect(disagreements.slice(0, 20).map(describeDisagreement)).toEqual([]);
});
