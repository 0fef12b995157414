import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCertificates } from "../../../../local/platform/certificates";
import { emulatorRuntime } from "../../../../local/platform/install/emulator-runtime";
import { addresses, type Files, files, type LocalPorts, PREFERRED_PORTS } from "../../../../local/platform/laptop";
import { emulatorPart } from "../../../../local/platform/parts/emulator-part";
import type { Part } from "../../../../local/platform/parts/part";
import { Supervisor } from "../../../../local/platform/supervisor/supervisor";
import { freePorts } from "../../../../local/ports";
import { findJdk } from "../../../../toolchain/java";
import { findPython } from "../../../../toolchain/python";

/** The emulated AWS without broker and adapters, in a folder and at ports of its own. */
export class EmulatorAlone {
  private constructor(
    readonly files: Files,
    readonly ports: LocalPorts,
    private readonly supervisor: Supervisor,
  ) {}

  /** @param change of the part that is started, if any */
  static async start(change = (part: Part): Part => part): Promise<EmulatorAlone> {
    const paths = files(await mkdtemp(join(tmpdir(), "emulator-")));
    const ports = await freePorts(Object.keys(PREFERRED_PORTS) as (keyof LocalPorts)[]);
    const tls = await ensureCertificates(paths.tls, findJdk());
    const part = change(emulatorPart(paths, ports, tls, await emulatorRuntime(findPython())));
    const supervisor = new Supervisor([[part]], paths.supervisor);
    await supervisor.start();
    return new EmulatorAlone(paths, ports, supervisor);
  }

  get url(): string {
    return addresses(this.ports).emulator;
  }

  async stop(): Promise<void> {
    await this.supervisor.stop();
    await rm(this.files.dir, { recursive: true, force: true });
  }
}
