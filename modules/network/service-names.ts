import { Fn, TerraformLocal, Token } from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import type { Construct } from "constructs";

/** In both regions of China. */
const CHINA =
  "application-autoscaling appmesh-envoy-management athena autoscaling awsconnector backup batch cassandra " +
  "cloudcontrolapi cloudformation codedeploy-commands-secure databrew dms ebs ec2 ecr.api ecr.dkr eks elasticache " +
  "elasticbeanstalk elasticfilesystem elasticfilesystem-fips emr-containers execute-api fsx imagebuilder iot.data " +
  "kinesis-streams lambda license-manager monitoring rds redshift redshift-data s3 sagemaker.api " +
  "sagemaker.featurestore-runtime sagemaker.runtime securityhub servicecatalog sms sqs states sts sync-states synthetics " +
  "transcribe.cn transcribestreaming transfer xray";

/**
 * Services, separated by spaces, whose interface endpoint has the partition's own domain in its name, such as `cn.com.amazonaws.cn-north-1.athena`, by region.
 * All others are `com.amazonaws.<region>.<service>` in every partition. From what `aws ec2 describe-vpc-endpoint-services` lists there,
 * as AWS keeps it in https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts (getDefaultEndpointPrefix).
 */
export const IN_PARTITIONS_DOMAIN: Readonly<Record<string, string>> = {
  "cn-north-1": `${CHINA} iotsitewise.api iotsitewise.data`,
  "cn-northwest-1": `${CHINA} account polly workspaces`,
  "eusc-de-east-1": "ecr.api ecr.dkr execute-api securityhub",
  "us-iso-east-1":
    "application-autoscaling athena autoscaling comprehend diode-messaging diode-messaging-proxy ebs ec2 ecr.api ecr.dkr " +
    "elasticfilesystem elasticfilesystem-fips execute-api sagemaker.api sagemaker.runtime sns sqs textract textract-fips " +
    "transcribe workspaces",
  "us-iso-west-1":
    "autoscaling ebs ec2 ecr.api ecr.dkr elasticfilesystem elasticfilesystem-fips execute-api monitoring sns sqs " +
    "workspaces",
  "us-isob-east-1":
    "application-autoscaling autoscaling diode-messaging diode-messaging-proxy ebs ec2 ecr.api ecr.dkr elasticfilesystem " +
    "elasticfilesystem-fips execute-api sagemaker.api sagemaker.runtime sns sqs workspaces",
  "us-isob-west-1": "ecr.api ecr.dkr elasticfilesystem-fips execute-api",
  "us-isof-south-1": "ebs ecr.api ecr.dkr execute-api",
  "us-isof-east-1": "ebs ecr.api ecr.dkr execute-api",
  "eu-isoe-west-1": "ebs ecr.api ecr.dkr execute-api",
};

interface Place {
  readonly region: string;
  /** The partition's domain backwards, such as `cn.com.amazonaws`. */
  readonly reverseDomain: string;
}

/** Name under which a region has the interface endpoint of a service. */
export function interfaceServiceName(scope: Construct, service: string, { region, reverseDomain }: Place): string {
  const exceptions = new TerraformLocal(scope, "in_partitions_domain", IN_PARTITIONS_DOMAIN).expression;
  // cdktf leaves out a default that is empty.
  const here = Fn.split(" ", Token.asString(Fn.lookup(exceptions, region, ref('""'))));
  // 0 or 1: AWS's answer decides, so that no case of this module could take the other side of a conditional.
  const isException = Fn.lengthOf(Fn.setintersection(here, [[service]]));
  return `${Fn.element(["com.amazonaws", reverseDomain], isException)}.${region}.${service}`;
}
