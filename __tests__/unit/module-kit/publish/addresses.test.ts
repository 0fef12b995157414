import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Construct } from "constructs";
import * as z from "zod";
import { type Props, parse } from "../../../../module-kit/inputs";
import { defineModule } from "../../../../module-kit/module";
import { movedFrom } from "../../../../module-kit/moved";
import { keptAddresses, recordedAddresses } from "../../../../module-kit/publish/addresses";
import { discoverModules } from "../../../../module-kit/publish/discover";
import { forEachOf, times } from "../../../../module-kit/structure";

const inputs = z.object({ bucketName: z.string().describe("Name of the bucket.") });

/** A module of one bucket with an id, and the ids that it had before. */
const moduleWith = (current: string, earlier: readonly string[] = [], instances: object = {}) =>
  defineModule({
    name: "a-bucket",
    description: "A bucket.",
    inputs,
    construct: class extends Construct {
      constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
        super(scope, id);
        const bucket = new S3Bucket(this, current, { bucket: parse(this, inputs, props).bucketName, ...instances });
        if (earlier.length > 0) movedFrom(bucket, ...earlier);
      }
    },
    outputs: {},
  });

const recorded = { "a-bucket": ["aws_s3_bucket.store"] };

test("a new address is added to the record", () => {
  expect(keptAddresses([moduleWith("store")], {})).toEqual(recorded);
});

test("a recorded address that is gone fails, naming the module, the address and what to do", () => {
  expect(() => keptAddresses([moduleWith("lake")], recorded)).toThrow(
    /modules\/a-bucket: aws_s3_bucket\.store\n.*movedFrom\(resource, "its earlier id"\).*modules\/addresses\.generated\.json/s,
  );
});

test("a recorded address whose resource has its earlier id in `movedFrom` is kept next to the new one", () => {
  expect(keptAddresses([moduleWith("lake", ["store"])], recorded)).toEqual({
    "a-bucket": ["aws_s3_bucket.lake", "aws_s3_bucket.store"],
  });
});

test("a second renaming must not forget the first", () => {
  const after = { "a-bucket": ["aws_s3_bucket.lake", "aws_s3_bucket.store"] };
  expect(() => keptAddresses([moduleWith("pond", ["lake"])], after)).toThrow("aws_s3_bucket.store");
  expect(keptAddresses([moduleWith("pond", ["store", "lake"])], after)["a-bucket"]).toHaveLength(3);
});

test("instances that have another kind of key than before are lost", () => {
  const counted = moduleWith("store", [], { count: times(2) });
  expect(keptAddresses([counted], {})).toEqual({ "a-bucket": ["aws_s3_bucket.store[count.index]"] });
  expect(() => keptAddresses([counted], recorded)).toThrow("modules/a-bucket: aws_s3_bucket.store\n");
  const named = moduleWith("lake", ["store"], { forEach: forEachOf(["a"]) });
  expect(() => keptAddresses([named], { "a-bucket": ["aws_s3_bucket.store[count.index]"] })).toThrow(
    "aws_s3_bucket.store[count.index]",
  );
  expect(keptAddresses([named], { "a-bucket": ["aws_s3_bucket.store[each.key]"] })["a-bucket"]).toHaveLength(2);
});

test("a module that is gone takes its addresses along, so it fails too", () => {
  expect(() => keptAddresses([], recorded)).toThrow("modules/a-bucket: aws_s3_bucket.store");
});

test("the committed record holds every address of every module", () => {
  const modules = discoverModules();
  expect(keptAddresses(modules, recordedAddresses())).toEqual(recordedAddresses());
});
