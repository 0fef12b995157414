/** A resource or data source as Terraform would plan it: counts, loops and dynamic blocks are expanded, what is known is evaluated. */
export interface Resource {
  /** Id of its stack: `<env>-<stack>`. */
  readonly stack: string;
  readonly type: string;
  /** `type.name`, or `data.type.name`; instances of one `count` or `for_each` share it. */
  readonly address: string;
  readonly body: Body;
}

/** Arguments by name; what only Terraform will know stands as `${…}`. */
export type Body = { readonly [argument: string]: unknown };
