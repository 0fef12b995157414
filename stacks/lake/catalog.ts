import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { GlueDataCatalogEncryptionSettings } from "@cdktf/provider-aws/lib/glue-data-catalog-encryption-settings";
import type { Construct } from "constructs";
import { ServiceRole } from "../../modules/service-role";

interface EncryptedCatalogProps {
  /** Name of the role that Glue encrypts the catalog with. */
  readonly name: string;
  readonly kmsKeyArn: string;
}

/**
 * Encrypts the account's Glue catalog in this region. Glue uses a role of its own, so that who reads a table needs no
 * permission on the key (https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html).
 */
export function encryptCatalog(scope: Construct, { name, kmsKeyArn }: EncryptedCatalogProps): void {
  const useKey = new DataAwsIamPolicyDocument(scope, "catalog_key_policy", {
    statement: [
      { sid: "UseKey", actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], resources: [kmsKeyArn] },
    ],
  });
  const role = new ServiceRole(scope, "catalog_role", {
    name,
    description: "Encrypts and decrypts the Glue catalog.",
    service: "glue.amazonaws.com",
    policies: { key: useKey.json },
  });
  new GlueDataCatalogEncryptionSettings(scope, "catalog_encryption", {
    dataCatalogEncryptionSettings: {
      encryptionAtRest: {
        catalogEncryptionMode: "SSE-KMS-WITH-SERVICE-ROLE",
        catalogEncryptionServiceRole: role.roleArn,
        sseAwsKmsKeyId: kmsKeyArn,
      },
      connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: kmsKeyArn },
    },
    dependsOn: role.attachments,
  });
}
