import type { Construct } from "constructs";
import type * as z from "zod";
import type { Props } from "./inputs";

/** One output of a module. */
export interface ModuleOutput<C> {
  readonly description: string;
  readonly value: (module: C) => unknown;
  /** Whether Terraform hides the value. Default: false. */
  readonly sensitive?: boolean;
}

/** A module: what goes in, the construct, what comes out. Everything of its Terraform form is derived from this. */
export interface ModuleDefinition<S extends z.ZodObject = z.ZodObject, C extends Construct = Construct> {
  /** Name of its folder below modules/. */
  readonly name: string;
  /** One sentence: what it makes. */
  readonly description: string;
  readonly inputs: S;
  readonly construct: new (scope: Construct, id: string, props: Props<S>) => C;
  /** By name, in camelCase. */
  readonly outputs: Readonly<Record<string, ModuleOutput<C>>>;
}

/** Ties a construct to its inputs and outputs, and lets the compiler check that they fit. */
export const defineModule = <S extends z.ZodObject, C extends Construct>(
  definition: ModuleDefinition<S, C>,
): ModuleDefinition<S, C> => definition;

const NOTE = "module-kit:note";

/** Says why a resource is there or is as it is; printed as a comment above it in the module's HCL. */
export const note = (resource: Construct, why: string): void => resource.node.addMetadata(NOTE, why);

/** The resource's note, if it has one. */
export const noteOf = (resource: Construct): string | undefined =>
  resource.node.metadata.find(({ type }) => type === NOTE)?.data;
