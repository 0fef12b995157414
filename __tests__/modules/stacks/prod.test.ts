import { checkStacks } from "./support/check";

checkStacks("prod");
