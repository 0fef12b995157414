import type { Construct } from "constructs";
import type * as z from "zod";
import type { Props } from "./inputs";

/** An output of a module: of the construct's users in TypeScript, and of the generated Terraform module. */
export interface ModuleOutput<C> {
  /** One sentence, ending in a full stop. */
  readonly description: string;
  readonly value: (construct: C) => unknown;
  /** Whether Terraform hides the value in its output. Default: false. */
  readonly sensitive?: boolean;
}

/** A module: one construct that is used from TypeScript as it is, and published as a Terraform module. */
export interface ModuleDefinition<S extends z.ZodObject, C extends Construct> {
  /** The folder's name below modules/. */
  readonly name: string;
  /** What it builds, in one sentence. */
  readonly description: string;
  /** Sections of the README beyond what is generated, by heading; Markdown. */
  readonly readmeSections?: Readonly<Record<string, string>>;
  /** Every input, with a `.describe()`d purpose; see {@link variableSpecs} for the rules that Terraform can check too. */
  readonly inputs: S;
  readonly construct: new (scope: Construct, id: string, props: Props<S>) => C;
  readonly outputs: Readonly<Record<string, ModuleOutput<C>>>;
}

/** Declares a module. The publisher finds every `…Module` that a modules/<name>/index.ts exports. */
export const defineModule = <S extends z.ZodObject, C extends Construct>(
  definition: ModuleDefinition<S, C>,
): ModuleDefinition<S, C> => definition;

const COMMENT = "comment";

/**
 * The reason for a resource, or for the permissions it grants. It becomes the comment above its block in the published module.
 *
 * @returns the resource.
 */
export function comment<T extends Construct>(resource: T, why: string): T {
  resource.node.addMetadata(COMMENT, why);
  return resource;
}

/** The comment of a resource. */
export const commentOf = (resource: Construct): string | undefined =>
  resource.node.metadata.find((entry) => entry.type === COMMENT)?.data;
