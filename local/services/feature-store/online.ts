import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeAtomically } from "../state/store";
import { appendLine, readLines } from "./journal";
import type { FeatureRecord } from "./schemas";

/** What the online store keeps of one identifier. */
interface Entry {
  readonly id: string;
  readonly eventTimeMs: number;
  /** Absent after a soft delete, whose event time still holds older records off. */
  readonly record?: FeatureRecord;
  readonly expiresAtMs?: number;
  /** True when the identifier is forgotten altogether. */
  readonly forgotten?: true;
}

/** A journal this many lines longer than what it holds is rewritten. */
const SLACK_LINES = 10_000;

/** Newest record of each identifier of one group, kept in a journal. */
export class OnlineStore {
  private readonly entries = new Map<string, Entry>();
  private readonly path: string;
  private lines = 0;

  constructor(dir: string) {
    this.path = join(dir, "online.ndjson");
    for (const entry of readLines<Entry>(this.path)) this.apply(entry);
    this.compact();
  }

  private apply(entry: Entry): void {
    this.lines += 1;
    if (entry.forgotten) this.entries.delete(entry.id);
    else this.entries.set(entry.id, entry);
  }

  private keep(entry: Entry): void {
    appendLine(this.path, entry);
    this.apply(entry);
    if (this.lines > this.entries.size + SLACK_LINES) this.compact();
  }

  private compact(): void {
    if (this.lines === this.entries.size) return;
    writeAtomically(this.path, [...this.entries.values()].map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    this.lines = this.entries.size;
  }

  /** Stores a record unless a newer one is there; answers whether it was stored. */
  put(id: string, eventTimeMs: number, record: FeatureRecord, expiresAtMs?: number): boolean {
    if (eventTimeMs < (this.entries.get(id)?.eventTimeMs ?? Number.NEGATIVE_INFINITY)) return false;
    this.keep({ id, eventTimeMs, record, expiresAtMs });
    return true;
  }

  /** Removes a record unless a newer one is there. A hard delete forgets the event time as well. */
  delete(id: string, eventTimeMs: number, hard: boolean): boolean {
    const entry = this.entries.get(id);
    if (!entry || eventTimeMs < entry.eventTimeMs) return false;
    this.keep(hard ? { id, eventTimeMs, forgotten: true } : { id, eventTimeMs });
    return true;
  }

  /** The record of an identifier. */
  get(id: string, nowMs = Date.now()): FeatureRecord | undefined {
    const entry = this.entries.get(id);
    return entry?.expiresAtMs !== undefined && entry.expiresAtMs <= nowMs ? undefined : entry?.record;
  }

  /** Number of records, and the one with the newest event time. */
  get figures(): { records: number; newest?: { id: string; eventTime: number } } {
    const present = [...this.entries.values()].filter(({ record }) => record);
    const newest = present.reduce<Entry | undefined>(
      (a, b) => (a && a.eventTimeMs >= b.eventTimeMs ? a : b),
      undefined,
    );
    return {
      records: present.length,
      ...(newest ? { newest: { id: newest.id, eventTime: newest.eventTimeMs / 1000 } } : {}),
    };
  }

  /** Removes everything, when its group is deleted. */
  clear(): void {
    rmSync(this.path, { force: true });
    this.entries.clear();
  }
}
