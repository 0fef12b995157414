/** Values of resources as Terraform's state has them, as far as they are looked at: a block is a list of one. */
type Block<Values> = readonly [Values];

export interface Application {
  readonly application_configuration: Block<{
    readonly environment_properties: Block<{
      readonly property_group: readonly {
        readonly property_group_id: string;
        readonly property_map: Readonly<Record<string, string>>;
      }[];
    }>;
  }>;
}

export interface DeliveryStream {
  readonly msk_source_configuration: Block<{ readonly topic_name: string }>;
  readonly extended_s3_configuration: Block<{
    readonly prefix: string;
    readonly data_format_conversion_configuration: Block<{ readonly schema_configuration: Block<object> }>;
  }>;
}

export interface GlueTable {
  readonly name: string;
  readonly database_name: string;
  readonly storage_descriptor: Block<{ readonly location: string; readonly columns: readonly object[] }>;
}

export interface FeatureGroup {
  readonly feature_definition: readonly { readonly feature_name: string; readonly feature_type: string }[];
}

/** aws_lambda_function */
export interface Lambda {
  readonly environment: readonly [{ readonly variables: Readonly<Record<string, string>> }];
}
