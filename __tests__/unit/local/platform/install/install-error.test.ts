import { InstallError } from "../../../../../local/platform/install/install";

const messageFor = (said: string) =>
  new InstallError("Flink's runtime", "Maven Central", "it in ~/.m2/settings.xml", new Error(said)).message;

it.each(["tar: write error: No space left on device", "ENOSPC: no space left on device, write"])(
  "says that the disk is full, not that the network is: %s",
  (said) =>
    expect(messageFor(said)).toBe(
      "Flink's runtime could not be installed because the disk is full: make room, then run the command again.",
    ),
);

it("says from where something is fetched, what to set, and what was said", () => {
  expect(messageFor("Connection refused")).toMatch(
    /from Maven Central.*online\?.*settings\.xml.*\n {2}Connection refused$/,
  );
});
