import { openedPackages } from "../../../../../local/services/flink/opened-packages";

it("opens nothing for Managed Flink's Java 11, as there, nor for any before 17", () => {
  expect(openedPackages({ feature: 11 })).toEqual([]);
  expect(openedPackages({ feature: 16 })).toEqual([]);
});

it("opens what Flink's own distribution opens from 17 on", () => {
  expect(openedPackages({ feature: 17 })).toContain("--add-opens=java.base/java.util=ALL-UNNAMED");
  expect(openedPackages({ feature: 21 })).toEqual(openedPackages({ feature: 17 }));
});
