// Loaded before the program that is measured: what `import { … } from "@cdktf/provider-aws"` loads.
require("@cdktf/provider-aws");
