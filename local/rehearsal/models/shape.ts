/** A member that refers to a shape, with what the wire calls it. Names follow botocore's `service-2.json`. */
export interface ShapeRef {
  readonly shape: string;
  /** Name on the wire: JSON key, XML element, query parameter or header. */
  readonly locationName?: string;
  readonly location?: "uri" | "querystring" | "header" | "headers" | "statusCode";
  /** EC2's own name of a query parameter. */
  readonly queryName?: string;
  readonly flattened?: boolean;
  readonly xmlAttribute?: boolean;
}

export type ScalarType =
  | "string"
  | "character"
  | "integer"
  | "long"
  | "bigdecimal"
  | "float"
  | "double"
  | "boolean"
  | "timestamp"
  | "blob";

/** A type of AWS's service model, with the limits that AWS publishes. */
export interface Shape {
  readonly type: "structure" | "list" | "map" | ScalarType;
  readonly members?: Readonly<Record<string, ShapeRef>>;
  readonly required?: readonly string[];
  /** Exactly one member is set. */
  readonly union?: boolean;
  /** Free JSON. */
  readonly document?: boolean;
  /** Member that is the body of the request. */
  readonly payload?: string;
  readonly locationName?: string;
  readonly flattened?: boolean;
  readonly member?: ShapeRef;
  readonly key?: ShapeRef;
  readonly value?: ShapeRef;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  readonly uniqueItems?: boolean;
}

export interface OperationModel {
  readonly http: { readonly method: string; readonly requestUri: string };
  readonly input?: ShapeRef;
  readonly deprecated?: boolean;
}

/** A value read from a request, under the model's names: strings, numbers, booleans, arrays and {@link Structure}s. */
export type Value = unknown;
export type Structure = Readonly<Record<string, Value>>;

/** Why AWS would refuse a request. */
export type FindingKind =
  | "operation"
  | "protocol"
  | "unknown"
  | "required"
  | "type"
  | "enum"
  | "pattern"
  | "length"
  | "range"
  | "unique"
  | "union"
  | "uncheckable";

export interface Finding {
  readonly kind: FindingKind;
  /** Path of the member, such as `Tags[0].Key`; empty for the request as a whole. */
  readonly member: string;
  readonly detail: string;
}

/** Takes what is found while a request is read and judged. */
export type Report = (kind: FindingKind, member: string, detail: string) => void;

export const isStructure = (value: Value): value is Structure =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `path.name`, or `name` at the top. */
export const join = (path: string, name: string): string => (path ? `${path}.${name}` : name);
