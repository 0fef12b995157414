import { readArguments } from "../../../../scripts/replay/arguments";

const NOW = Date.parse("2026-02-01T00:00:00Z");
const read = (line: string) => readArguments(line.split(" "), NOW);

test("a list of everything", () => {
  expect(read("list --env dev")).toMatchObject({
    environment: "dev",
    request: { command: "list", filter: {}, samples: 5 },
  });
});

test("filters narrow it", () => {
  const { filter } = read(
    "export --env dev --file f --since 2h --reason late,future --partition 0 --offset 17",
  ).request;
  expect(filter).toEqual({ since: NOW - 7_200_000, reasons: ["late", "future"], partition: 0, offset: 17 });
  expect(read("list --env dev --since 10080m").request.filter.since).toBe(NOW - 7 * 86_400_000);
  expect(read("list --env dev --since 2026-01-31T12:00:00Z").request.filter.since).toBe(
    Date.parse("2026-01-31T12:00:00Z"),
  );
});

test("publish is a trial, strict about late records and duplicates, by default", () => {
  expect(read("publish --env dev --file f").request).toMatchObject({
    confirmed: false,
    allowLate: false,
    acceptDuplicates: false,
  });
  expect(read("publish --env dev --file f --confirm --allow-late --accept-duplicates").request).toMatchObject({
    confirmed: true,
    allowLate: true,
    acceptDuplicates: true,
  });
});

test.each([
  ["delete --env dev", 'The command is "delete"'],
  ["list export --env dev", 'The command is "list export"'],
  ["list", "--env is missing"],
  ["export --env dev", "--file is missing"],
  ["publish --env dev", "--file is missing"],
  ["list --env dev --what", "--what"],
  ["list --env dev --since yesterday", '--since is "yesterday"; it must be like 30m'],
  ["list --env dev --since 30000d", '--since is "30000d"; it must be like 30m'],
  ["list --env dev --since 2026-02-30T12:00:00Z", '--since is "2026-02-30T12:00:00Z"; it must be like 30m'],
  ["list --env dev --since 1969-01-01T00:00:00Z", '--since is "1969-'],
  ["list --env dev --reason late,odd", '--reason has "odd"; there are empty'],
  ["list --env dev --partition -1", "--partition"],
  ["list --env dev --samples many", '--samples is "many"; it must be a whole number from 0 to 1000'],
  ["list --env dev --samples 1001", "from 0 to 1000"],
  ["publish --env dev --file f --transaction-records 0", "from 1 on"],
  ["list --env dev --offset 3", "--partition must name it"],
])("%s is refused", (line, message) => {
  expect(() => read(line)).toThrow(message);
});
