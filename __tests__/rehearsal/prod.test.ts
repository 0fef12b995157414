import { describeRehearsal } from "./support/describe-rehearsal";

describeRehearsal("prod");
