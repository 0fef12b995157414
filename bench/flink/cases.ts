/** A program that is measured. `job`, `sql` and `loop` read from Kafka. */
export type Subject = "loop" | "job" | "sql" | "sql-two-phase" | "job-in-memory";

/** A program, its input and its settings: what one row of the table is about. */
export interface Case {
  readonly subject: Subject;
  readonly backend: "hashmap" | "rocksdb";
  /** Tickers among which the trades are spread. */
  readonly tickers: number;
  readonly parallelism: number;
}

/** Few tickers leave subtasks idle where work is split by ticker; many make the state large. */
export const FEW_TICKERS = 4;
export const MANY_TICKERS = 5_000;

/** The parallelism that the goals are about: that of the machine. */
export const GOAL_PARALLELISM = 2;

const FROM_KAFKA: readonly Pick<Case, "subject" | "backend">[] = [
  { subject: "loop", backend: "hashmap" },
  { subject: "job", backend: "hashmap" },
  { subject: "job", backend: "rocksdb" },
  { subject: "sql", backend: "hashmap" },
  { subject: "sql-two-phase", backend: "hashmap" },
];

const inMemory = (parallelism: number): Case => ({
  subject: "job-in-memory",
  backend: "hashmap",
  tickers: 1,
  parallelism,
});

/** SQL at its best only where the goals are. */
const isWorthwhile = ({ subject, parallelism }: Case): boolean =>
  parallelism === GOAL_PARALLELISM || subject !== "sql-two-phase";

/** All rows: programs with few and many tickers at each parallelism, and one busy ticker out of memory. */
export function allCases(parallelisms: readonly number[]): Case[] {
  const fromKafka = [FEW_TICKERS, MANY_TICKERS].flatMap((tickers) =>
    parallelisms.flatMap((parallelism) => FROM_KAFKA.map((program) => ({ ...program, tickers, parallelism }))),
  );
  return [...fromKafka.filter(isWorthwhile), inMemory(1), inMemory(GOAL_PARALLELISM)];
}

/** Identifies a case in the results. */
export const keyOf = ({ subject, backend, tickers, parallelism }: Case): string =>
  [subject, backend, tickers, parallelism].join("/");

const NAMES: Readonly<Record<Subject, string>> = {
  loop: "bare consumer loop",
  job: "the job",
  sql: "Flink SQL",
  "sql-two-phase": "Flink SQL, no open and close",
  "job-in-memory": "the job, source in memory",
};

/** The program as people read it. */
export const nameOf = ({ subject, backend }: Case): string =>
  subject === "job" ? `${NAMES.job}, ${backend === "rocksdb" ? "RocksDB" : "heap"}` : NAMES[subject];
