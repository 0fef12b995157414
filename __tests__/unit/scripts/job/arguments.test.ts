import { readArguments } from "../../../../scripts/job/arguments";

const read = (line: string) => readArguments(line.split(" "));

it("reads each command", () => {
  expect(read("status --env dev")).toMatchObject({ command: "status", environment: "dev", limit: 10 });
  expect(read("operations --env dev --limit 100")).toMatchObject({ limit: 100 });
  expect(read("snapshot --env dev --name a.b-c_1")).toMatchObject({ name: "a.b-c_1" });
  expect(read("stop --env dev --force")).toMatchObject({ force: true });
  expect(read("start --env dev")).toMatchObject({ restore: "latest", again: false });
  expect(read("start --env dev --snapshot mine --again")).toMatchObject({ restore: { snapshot: "mine" }, again: true });
  expect(read("start --env dev --without-state")).toMatchObject({ restore: "nothing" });
  expect(read("prune --env dev")).toMatchObject({ confirmed: false });
  expect(read("prune --env dev --confirm")).toMatchObject({ confirmed: true });
  expect(read("rollback --env dev --accept-newer-state")).toMatchObject({ acceptNewerState: true });
});

it.each([
  ["pause --env dev", /The command is "pause"/],
  ["status", /--env is missing/],
  ["status stop --env dev", /The command is "status stop"/],
  ["toString --env dev", /The command is "toString"/],
  ["stop --env dev --name x", /--name is not an option of stop/],
  ["status --env dev --force", /--force is not an option of status/],
  ["start --env dev --snapshot a --without-state", /exclude each other/],
  ["start --env dev --snapshot a/b", /--snapshot is "a\/b"; it must be 1 to 256/],
  [`snapshot --env dev --name ${"x".repeat(257)}`, /--name is "x+"; it must be/],
  ["operations --env dev --limit 0", /--limit is "0"; it must be a whole number from 1 to 100/],
  ["operations --env dev --limit 101", /--limit is "101"/],
  ["status --env dev --colour red", /--colour/],
])("refuses %s", (line, message) => {
  expect(() => read(line)).toThrow(message);
});
