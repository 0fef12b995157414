import type { OperationModel, Shape, ShapeRef } from "./shape";

/** The content of botocore's `service-2.json`, as far as it is read here. */
export interface ServiceDescription {
  readonly metadata: {
    readonly protocol: string;
    readonly protocols?: readonly string[];
    readonly apiVersion: string;
    readonly targetPrefix?: string;
  };
  readonly operations: Readonly<Record<string, OperationModel>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

const NO_INPUT: Shape = { type: "structure", members: {} };

/** AWS's published model of one service: its operations and the shapes of their input. */
export class ServiceModel {
  readonly isRest: boolean;

  constructor(
    /** Folder of the model, such as `kinesisanalyticsv2`. */
    readonly name: string,
    private readonly description: ServiceDescription,
  ) {
    this.isRest = this.metadata.protocol.startsWith("rest");
  }

  get metadata(): ServiceDescription["metadata"] {
    return this.description.metadata;
  }

  get operations(): ServiceDescription["operations"] {
    return this.description.operations;
  }

  operation(name: string): OperationModel | undefined {
    return Object.hasOwn(this.operations, name) ? this.operations[name] : undefined;
  }

  /** The shape that a reference names. @throws when the model is not whole */
  shape(ref: ShapeRef): Shape {
    const shape = this.description.shapes[ref.shape];
    if (!shape)
      throw new Error(`The model of ${this.name} has no shape ${ref.shape}; delete .cache/emulator-* and run again.`);
    return shape;
  }

  /** Shape of an operation's input; one without members where it takes none. */
  input(operation: string): Shape {
    const ref = this.operation(operation)?.input;
    return ref ? this.shape(ref) : NO_INPUT;
  }
}
