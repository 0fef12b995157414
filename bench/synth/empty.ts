import { App, LocalBackend, TerraformStack } from "cdktf";

/** The least that CDKTF can synthesize: what any app pays before it says anything. */
const app = new App();
new LocalBackend(new TerraformStack(app, "empty"), {});
app.synth();
