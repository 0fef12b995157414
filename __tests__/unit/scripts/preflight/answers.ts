import type { Answer, Answers } from "../../../support/recorded-aws";
import { queryError } from "../../../support/recorded-aws";

const xml = (body: string): Answer => ({ status: 200, headers: { "content-type": "text/xml;charset=UTF-8" }, body });
const json = (value: object, status = 200, headers = {}): Answer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(value),
});
const EC2 = 'xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"';
const REQUEST = "<requestId>1c0e2d3f-0000-4000-8000-000000000000</requestId>";

/** An error of EC2 (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html). */
export const ec2Error = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { "content-type": "text/xml;charset=UTF-8" },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>1c0e2d3f-0000-4000-8000-000000000000</RequestID></Response>`,
});

/** An error of Lambda and of Service Quotas. */
export const jsonError = (status: number, type: string, message: string): Answer =>
  json({ __type: type, Message: message, message }, status, { "x-amzn-errortype": type });

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html */
export const zonesAnswer = (zones: Readonly<Record<string, string>>): Answer =>
  xml(
    `<DescribeAvailabilityZonesResponse ${EC2}>${REQUEST}<availabilityZoneInfo>${Object.entries(zones)
      .map(
        ([name, id]) =>
          `<item><optInStatus>opt-in-not-required</optInStatus><messageSet/><regionName>us-east-1</regionName><zoneName>${name}</zoneName>` +
          `<zoneId>${id}</zoneId><groupName>us-east-1-zg-1</groupName><networkBorderGroup>us-east-1</networkBorderGroup>` +
          `<zoneType>availability-zone</zoneType><zoneState>available</zoneState></item>`,
      )
      .join("")}</availabilityZoneInfo></DescribeAvailabilityZonesResponse>`,
  );

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpointServices.html */
export const endpointServices = (
  services: Readonly<Record<string, { zones: readonly string[]; policy?: boolean }>>,
): Answer =>
  xml(
    `<DescribeVpcEndpointServicesResponse ${EC2}>${REQUEST}<serviceNameSet>${Object.keys(services)
      .map((name) => `<item>${name}</item>`)
      .join("")}</serviceNameSet><serviceDetailSet>${Object.entries(services)
      .map(
        ([name, { zones, policy = true }]) =>
          `<item><serviceName>${name}</serviceName><serviceId>vpce-svc-0123456789abcdef0</serviceId><serviceType><item><serviceType>Interface</serviceType></item></serviceType>` +
          `<availabilityZoneSet>${zones.map((zone) => `<item>${zone}</item>`).join("")}</availabilityZoneSet><owner>amazon</owner>` +
          `<vpcEndpointPolicySupported>${policy}</vpcEndpointPolicySupported><acceptanceRequired>false</acceptanceRequired></item>`,
      )
      .join("")}</serviceDetailSet></DescribeVpcEndpointServicesResponse>`,
  );

const tagSet = (tags: Readonly<Record<string, string>>) =>
  `<tagSet>${Object.entries(tags)
    .map(([key, value]) => `<item><key>${key}</key><value>${value}</value></item>`)
    .join("")}</tagSet>`;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html */
export const vpcsAnswer = (tags: readonly Readonly<Record<string, string>>[]): Answer =>
  xml(
    `<DescribeVpcsResponse ${EC2}>${REQUEST}<vpcSet>${tags
      .map(
        (own, index) =>
          `<item><vpcId>vpc-${index}</vpcId><state>available</state><isDefault>false</isDefault>${tagSet(own)}</item>`,
      )
      .join("")}</vpcSet></DescribeVpcsResponse>`,
  );

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAddresses.html */
export const addressesAnswer = (tags: readonly Readonly<Record<string, string>>[]): Answer =>
  xml(
    `<DescribeAddressesResponse ${EC2}>${REQUEST}<addressesSet>${tags
      .map(
        (own, index) =>
          `<item><publicIp>203.0.113.${index}</publicIp><allocationId>eipalloc-${index}</allocationId><domain>vpc</domain>${tagSet(own)}</item>`,
      )
      .join("")}</addressesSet></DescribeAddressesResponse>`,
  );

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html */
export const accountSettings = (limit: number, unreserved = limit): Answer =>
  json({
    AccountLimit: {
      CodeSizeUnzipped: 262144000,
      CodeSizeZipped: 52428800,
      ConcurrentExecutions: limit,
      TotalCodeSize: 80530636800,
      UnreservedConcurrentExecutions: unreserved,
    },
    AccountUsage: { FunctionCount: 0, TotalCodeSize: 0 },
  });

/** https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_GetServiceQuota.html */
export const quota = (value: number): Answer =>
  json({ Quota: { ServiceCode: "any", QuotaCode: "L-0", Value: value, Unit: "None" } });

export const SETTINGS = "GET /2016-08-19/account-settings";
export const reservationOf = (name: string) => `GET /2019-09-30/functions/${name}/concurrency`;
export const reserved = (count: number): Answer => json({ ReservedConcurrentExecutions: count });
export const noFunction = jsonError(404, "ResourceNotFoundException", "Function not found");

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export const kafkaRole = xml(
  `<GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role>` +
    `<Path>/aws-service-role/kafka.amazonaws.com/</Path><RoleName>AWSServiceRoleForKafka</RoleName><RoleId>AROAEXAMPLE</RoleId>` +
    `<Arn>arn:aws:iam::111111111111:role/aws-service-role/kafka.amazonaws.com/AWSServiceRoleForKafka</Arn>` +
    `<CreateDate>2026-01-05T14:20:00Z</CreateDate></Role></GetRoleResult></GetRoleResponse>`,
);
export const noRole = queryError(404, "NoSuchEntity", "The role with name AWSServiceRoleForKafka cannot be found.");

/** us-east-1's zones in an account where the one without MSK is called us-east-1a. */
export const US_EAST_1 = {
  "us-east-1a": "use1-az3",
  "us-east-1b": "use1-az1",
  "us-east-1c": "use1-az2",
  "us-east-1d": "use1-az4",
};

/** What a fresh account answers in which everything is as it should be. */
export function goodAnswers(
  functions: readonly string[],
  endpoints: readonly string[],
  bucket: string,
  key: string,
): Answers {
  const zones = Object.keys(US_EAST_1);
  return {
    [SETTINGS]: accountSettings(1000),
    ...Object.fromEntries(functions.map((name) => [reservationOf(name), noFunction])),
    DescribeAvailabilityZones: zonesAnswer(US_EAST_1),
    DescribeVpcEndpointServices: endpointServices(
      Object.fromEntries(endpoints.map((suffix) => [`com.amazonaws.us-east-1.${suffix}`, { zones }])),
    ),
    DescribeVpcs: vpcsAnswer([{ Name: "default" }]),
    DescribeAddresses: addressesAnswer([]),
    GetServiceQuota: quota(5),
    GetRole: kafkaRole,
    [`HEAD /${bucket}`]: { status: 200, body: "" },
    [`HEAD /${bucket}/${key}`]: { status: 200, body: "" },
  };
}
