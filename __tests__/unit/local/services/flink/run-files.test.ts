import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ApplicationFiles } from "../../../../../local/services/flink/run-files";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();

it("deletes a savepoint of its own, and nothing else", () => {
  const files = new ApplicationFiles(dir(), "job");
  const [savepoint, another] = ["savepoint-1", "savepoint-2"].map((name) => join(files.savepoints, name));
  const others = join(new ApplicationFiles(dir(), "other").savepoints, "savepoint-1");
  for (const folder of [savepoint!, another!, others]) mkdirSync(folder, { recursive: true });
  files.deleteSavepoint(`file:${savepoint}`);
  expect([savepoint, another, others].map((folder) => existsSync(folder!))).toEqual([false, true, true]);
  for (const path of [others, files.savepoints, `${another}/..`, `${another}/_metadata`, "/"])
    expect(() => files.deleteSavepoint(`file:${path}`)).toThrow("is not a savepoint of job");
  expect(existsSync(another!)).toBe(true);
});
