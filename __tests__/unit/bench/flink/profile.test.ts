import { sharesOf } from "../../../../bench/flink/profile";

test("a stack belongs to its innermost frame that says what it is about", () => {
  const shares = sharesOf(
    [
      "java/lang/Thread.run;org/apache/flink/A.run;marketdata/window/PreAggregate.processElement;java/util/HashMap.get 60",
      "java/lang/Thread.run;org/apache/flink/A.run;marketdata/input/TradeParser.parse 30",
      "start_thread;Unknown 10",
      "start_thread;CompileBroker::compiler_thread_loop();C2Compiler::compile_method 500",
    ].join("\n"),
  );
  expect(shares).toEqual([
    { group: "pre-aggregation", share: 0.6 },
    { group: "parsing: bytes to a trade or a reason", share: 0.3 },
    { group: "other", share: 0.1 },
  ]);
});
