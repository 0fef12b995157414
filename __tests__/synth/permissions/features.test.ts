import { specify } from "./support/specification";

const READ_TABLE = ["glue:GetTable"];
const WRITE_TABLE = ["glue:UpdateTable"];

/** Who may do what with the features, and with the tables over the lake. */
specify(({ ownFeatureGroup, featureGroup, workgroup, table, lakeDatabase, arn }) => [
  { action: "put features", actions: ["sagemaker:PutRecord"], resource: ownFeatureGroup, roles: ["feature-store"] },
  {
    action: "get features",
    actions: ["sagemaker:GetRecord", "sagemaker:BatchGetRecord", "sagemaker:DescribeFeatureGroup"],
    resource: ownFeatureGroup,
    roles: ["check-feature-store"],
  },
  {
    action: "delete features, or change their definition",
    actions: ["sagemaker:DeleteRecord", "sagemaker:UpdateFeatureGroup", "sagemaker:DeleteFeatureGroup"],
    resource: ownFeatureGroup,
    roles: [],
  },
  {
    action: "touch another feature group",
    actions: ["sagemaker:PutRecord", "sagemaker:GetRecord", "sagemaker:DescribeFeatureGroup"],
    resource: featureGroup("somebody-elses"),
    roles: [],
  },

  {
    action: "see the aggregates' columns",
    actions: READ_TABLE,
    resource: table(lakeDatabase, "stock_aggregates"),
    roles: ["aggregates-delivery", "check-feature-store"],
  },
  {
    action: "change the aggregates' table",
    actions: WRITE_TABLE,
    resource: table(lakeDatabase, "stock_aggregates"),
    roles: [],
  },
  {
    action: "see the offline store's columns",
    actions: READ_TABLE,
    resource: table("sagemaker_featurestore", "aggregates_1"),
    roles: ["aggregates-store", "check-feature-store"],
  },
  {
    action: "change the offline store's table",
    actions: WRITE_TABLE,
    resource: table("sagemaker_featurestore", "aggregates_1"),
    roles: ["aggregates-store"],
  },
  {
    action: "see another database's tables",
    actions: READ_TABLE,
    resource: table("somebody_elses", "table"),
    roles: [],
  },
  {
    action: "query with Athena",
    actions: [
      "athena:StartQueryExecution",
      "athena:GetQueryExecution",
      "athena:GetQueryResults",
      "athena:StopQueryExecution",
    ],
    resource: workgroup,
    roles: ["check-feature-store"],
  },
  {
    action: "query in another workgroup, which might write its results elsewhere",
    actions: ["athena:StartQueryExecution"],
    resource: arn("athena", "workgroup/primary"),
    roles: [],
  },
]);
