import { describeHostile } from "./test-suite.ts";

describeHostile("python");
