import { discoverModules } from "../module-kit/publish/discover";
import { renderModule } from "../module-kit/publish/render";
import { formatted, staleFiles, writeModules } from "../module-kit/publish/write";
import { providerSchema } from "../module-kit/schema/provider-schema";
import { refreshSchema } from "../module-kit/schema/refresh";

const USAGE = `npm run modules              generate the Terraform modules in modules/
npm run modules -- --check   fail when they are not what their sources say
npm run modules -- --schema  read the provider's schema anew first, after a module began to use a new type of resource`;

/** @returns the exit code. */
function main(args: readonly string[]): number {
  const unknown = args.filter((arg) => !["--check", "--schema"].includes(arg));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(" ")}\n${USAGE}`);
    return 2;
  }
  const modules = discoverModules();
  if (args.includes("--schema")) refreshSchema(modules);
  const schema = providerSchema();
  const rendered = formatted(Object.fromEntries(modules.map((each) => [each.name, renderModule(each, schema)])));
  if (!args.includes("--check")) {
    const written = writeModules(rendered);
    console.log(
      `${modules.length} modules, ${written.length} files changed${written.map((path) => `\n  ${path}`).join("")}`,
    );
    return 0;
  }
  const stale = staleFiles(rendered);
  if (stale.length === 0) {
    console.log(`${modules.length} modules are what their sources say`);
    return 0;
  }
  console.error(`stale: run "npm run modules" and commit${stale.map((path) => `\n  modules/${path}`).join("")}`);
  return 1;
}

process.exitCode = main(process.argv.slice(2));
