import { App } from "cdktf";
import type { Construct } from "constructs";
import * as fc from "fast-check";
import type * as z from "zod";
import { casesOf } from "../../../module-kit/cases";
import { PlainStack } from "../../../module-kit/plain-stack";
import { discoverModules } from "../../../module-kit/publish/discover";
import { accepted } from "./support/accepted";

const RUNS = 40;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

/** What `parse` says in a construct below the module: the module accepted what a module within it refuses. */
const REFUSED_WITHIN = /^stack\/module\/.+: (input "|no input)/;

const definitions = discoverModules();
const constructs = new Set<unknown>(definitions.map(({ construct }) => construct));

const build = ({ construct: Module }: (typeof definitions)[number], props: object): Construct =>
  new Module(new PlainStack(new App({ skipValidation: true }), "stack"), "module", props);

/** Modules with others within. */
const outer = definitions.filter((definition) => {
  const [, ...within] = build(definition, casesOf(definition.name).minimal ?? {}).node.findAll();
  return within.some((construct) => constructs.has(construct.constructor));
});

test.each(outer.map((definition) => [definition.name, definition] as const))(
  `what %s accepts, the modules within it accept (FC_SEED=${seed})`,
  (_, definition) => {
    const inputs = fc.sample(accepted(definition.inputs as z.ZodObject), { numRuns: RUNS, seed });
    const refused = inputs.flatMap((props) => {
      try {
        build(definition, props);
        return [];
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return REFUSED_WITHIN.test(message) ? [message] : [];
      }
    });
    expect(refused).toEqual([]);
  },
);
