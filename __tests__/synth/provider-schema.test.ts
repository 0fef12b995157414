import { checkConfiguration, none } from "../../module-kit/provider-check/check";
import { aws6 } from "../../module-kit/provider-check/schema";
import { manifest, stackJson } from "../support/stacks";

test("every stack agrees with version 6 of the provider, without deprecations", () => {
  const types = aws6();
  const ids = Object.keys(manifest);
  const found = none();
  for (const id of ids) checkConfiguration(types, id, { ...stackJson(id) }, found);
  expect(found.problems).toEqual([]);
  expect(ids.length).toBeGreaterThan(20);
  // Fewer were looked at only if the check went blind.
  expect(found.arguments / ids.length).toBeGreaterThan(150);
  expect(found.reads / ids.length).toBeGreaterThan(50);
});
