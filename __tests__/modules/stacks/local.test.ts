import { checkStacks } from "./support/check";

checkStacks("local");
