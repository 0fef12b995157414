import { checkStacks } from "./support/check";

checkStacks("staging");
