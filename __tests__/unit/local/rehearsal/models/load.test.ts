import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Models, modelsFolder } from "../../../../../local/rehearsal/models/load";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "models-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const description = (apiVersion: string) =>
  JSON.stringify({ metadata: { protocol: "json", apiVersion }, operations: {}, shapes: {} });

function write(service: string, version: string, content: string | Buffer, name = "service-2.json.gz"): void {
  mkdirSync(join(dir, service, version), { recursive: true });
  writeFileSync(join(dir, service, version, name), content);
}

test("the newest version of a service's model is read, packed or not", () => {
  write("one", "2020-01-01", gzipSync(description("2020-01-01")));
  write("one", "2021-01-01", gzipSync(description("2021-01-01")));
  write("two", "2020-01-01", description("2020-01-01"), "service-2.json");
  const models = new Models(dir);
  expect(models.of("one").metadata.apiVersion).toBe("2021-01-01");
  expect(models.of("two").metadata.apiVersion).toBe("2020-01-01");
});

test("CloudWatch's model is found under the name that its requests are signed for", () => {
  write("cloudwatch", "2020-01-01", gzipSync(description("2020-01-01")));
  expect(new Models(dir).of("monitoring").name).toBe("cloudwatch");
});

test.each([
  ["is not packed", "nonsense"],
  ["is cut off", gzipSync(description("2020-01-01")).subarray(0, 20)],
  ["lacks its parts", gzipSync("{}")],
])("a model that %s is refused with what to do", (_, content) => {
  write("one", "2020-01-01", content);
  expect(() => new Models(dir).of("one")).toThrow(
    /one\/2020-01-01\/service-2.json.gz cannot be read: .*Delete the folder .cache\/emulator-\*/,
  );
});

test("a service without a model, and an environment without botocore, are refused with what to do", () => {
  expect(() => new Models(dir).of("none")).toThrow(/There is no AWS service model .*none.*Delete the folder/);
  expect(() => modelsFolder(join(dir, "bin", "python"))).toThrow(/There are no AWS service models.*Delete the folder/);
});
