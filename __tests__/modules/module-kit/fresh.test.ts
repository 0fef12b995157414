import { casesOf, invalidOf } from "../../../module-kit/cases";
import { discoverModules } from "../../../module-kit/publish/discover";
import { examplesOf } from "../../../module-kit/publish/examples";
import { renderModule } from "../../../module-kit/publish/render";
import { formatted, staleFiles } from "../../../module-kit/publish/write";
import { providerSchema } from "../../../module-kit/schema/provider-schema";

const rendered = () => {
  const schema = providerSchema();
  const files = discoverModules().map((each) => [
    each.name,
    renderModule(each, casesOf(each.name), examplesOf(each.name), schema, invalidOf(each.name)),
  ]);
  return formatted(Object.fromEntries(files));
};

test("every published module is what its source says, twice the same", () => {
  const first = rendered();
  expect(staleFiles(first)).toEqual([]);
  expect(rendered()).toEqual(first);
});
