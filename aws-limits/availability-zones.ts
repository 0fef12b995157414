/** ID of an availability zone, the same zone in every account (https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html). */
export const ZONE_ID = /^[a-z]{2,10}[0-9]{1,2}-az[0-9]{1,2}$/;
export const ZONE_ID_HINT =
  "be the ID of an availability zone, such as use1-az1: a name such as us-east-1a means another zone in another account";

/**
 * MSK takes no subnet in this zone (ClientSubnets in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-msk-cluster-brokernodegroupinfo.html).
 */
export const ZONE_WITHOUT_MSK = "use1-az3";

/** Zones that lack what newer ones have, and that services such as EKS refuse (https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html). */
export const ZONES_WITHOUT_CAPACITY = [ZONE_WITHOUT_MSK, "usw1-az2", "cac1-az3"] as const;
