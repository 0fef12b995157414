import { halves, runOwnTests } from "../support/own-tests";

runOwnTests(halves()[0]);
