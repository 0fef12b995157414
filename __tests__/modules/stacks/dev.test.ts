import { checkStacks } from "./support/check";

checkStacks("dev");
