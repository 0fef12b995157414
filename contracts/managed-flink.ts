/** Java of the runtime FLINK-1_20 (https://docs.aws.amazon.com/managed-flink/latest/java/getting-started.html#setting-up-prerequisites); it loads no class that was compiled for a later one. */
export const RUNTIME_JAVA = 11;
