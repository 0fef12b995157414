import { differences } from "../../../../bench/flink/pyflink";

test("what a larger run takes more than a smaller one leaves out what both take to start", () => {
  const samples = [
    { records: 10, wallSeconds: 5, cpuSeconds: 7 },
    { records: 40, wallSeconds: 8, cpuSeconds: 13 },
    { records: 10, wallSeconds: 6, cpuSeconds: 7 },
  ];
  expect(differences(samples)).toEqual([{ records: 30, wallSeconds: 3, cpuSeconds: 6 }]);
});
