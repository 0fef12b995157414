import { basename } from "node:path";
import { casesOf, invalidOf } from "../module-kit/cases";
import { lintConstructors } from "../module-kit/lint/check";
import { checkParity } from "../module-kit/parity/parity";
import { allSubjects } from "../module-kit/parity/subjects";
import {
  ADDRESSES_FILE,
  type Addresses,
  isRecorded,
  keptAddresses,
  recordedAddresses,
  writeAddresses,
} from "../module-kit/publish/addresses";
import { discoverModules } from "../module-kit/publish/discover";
import { examplesOf } from "../module-kit/publish/examples";
import { renderModule } from "../module-kit/publish/render";
import { formatted, type Rendered, staleFiles, strayFiles, writeModules } from "../module-kit/publish/write";
import { providerSchema } from "../module-kit/schema/provider-schema";
import { refreshSchema } from "../module-kit/schema/refresh";

const USAGE = `npm run modules              generate the Terraform modules in modules/
npm run modules -- --check   fail when they are not what their sources say
npm run modules -- --schema  read the provider's schema again first, after a module began to use a new type of resource
npm run modules -- --parity [names]
                             compare what Terraform plans for each case through the construct and through the module`;

/** @returns the exit code. */
function main(args: readonly string[]): number {
  if (args[0] === "--parity") return parity(args.slice(1));
  const unknown = args.filter((arg) => !["--check", "--schema"].includes(arg));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(" ")}\n${USAGE}`);
    return 2;
  }
  lintConstructors();
  const modules = discoverModules();
  if (args.includes("--schema")) refreshSchema(modules);
  const schema = providerSchema();
  const addresses = keptAddresses(modules, recordedAddresses());
  const rendered = formatted(
    Object.fromEntries(
      modules.map((each) => [
        each.name,
        renderModule(each, casesOf(each.name), examplesOf(each.name), schema, invalidOf(each.name)),
      ]),
    ),
  );
  return args.includes("--check") ? check(rendered, addresses) : generate(rendered, addresses);
}

function generate(rendered: Rendered, addresses: Addresses): number {
  const written = writeModules(rendered);
  writeAddresses(addresses);
  console.log(`${Object.keys(rendered).length} modules, ${written.length} files changed${indented(written)}`);
  return 0;
}

function check(rendered: Rendered, addresses: Addresses): number {
  const stale = [...staleFiles(rendered), ...(isRecorded(addresses) ? [] : [basename(ADDRESSES_FILE)])];
  const stray = strayFiles(rendered);
  if (stale.length > 0) console.error(`stale: run "npm run modules" and commit${inModules(stale)}`);
  if (stray.length > 0)
    console.error(`nothing generates these: remove them, or put them below examples/${inModules(stray)}`);
  if (stale.length + stray.length > 0) return 1;
  console.log(`${Object.keys(rendered).length} modules are what their sources say`);
  return 0;
}

function parity(names: readonly string[]): number {
  const { results, unreached } = checkParity(allSubjects(names));
  console.log("| module | case | instances | outputs | differences |\n| --- | --- | --- | --- | --- |");
  for (const { module, caseName, instances, outputs, differences } of results) {
    console.log(`| ${module} | ${caseName} | ${instances} | ${outputs} | ${differences.length} |`);
  }
  const problems = results.flatMap(({ module, caseName, differences }) =>
    differences.map((difference) => `${module} ${caseName}: ${difference}`),
  );
  problems.push(...unreached.map((element) => `in no case: ${element}`));
  if (problems.length > 0) console.error(indented(problems));
  return problems.length > 0 ? 1 : 0;
}

const inModules = (paths: readonly string[]) => indented(paths.map((path) => `modules/${path}`));

const indented = (lines: readonly string[]) => lines.map((line) => `\n  ${line}`).join("");

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
