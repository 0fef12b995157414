package marketdata;

import marketdata.input.InputRecord;
import marketdata.input.RouteRecords;
import marketdata.input.TradeTimeWatermarks;
import marketdata.output.DeadLetter;
import marketdata.output.Outputs;
import marketdata.output.WindowResult;
import marketdata.window.MergeWindows;
import marketdata.window.PartialWindow;
import marketdata.window.PreAggregate;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job: trades in, one aggregate a ticker and window out, and everything else to the dead letters. Parallelism, checkpoints and the state
 * backend belong to the application's configuration and are not set here.
 */
public final class PriceAggregationJob {
  private final Source<InputRecord, ?, ?> trades;
  private final Sink<WindowResult> aggregates;
  private final Sink<DeadLetter> deadLetters;
  private final EventTime eventTime;

  public PriceAggregationJob(
      Source<InputRecord, ?, ?> trades, Sink<WindowResult> aggregates, Sink<DeadLetter> deadLetters, EventTime eventTime) {
    this.trades = trades;
    this.aggregates = aggregates;
    this.deadLetters = deadLetters;
    this.eventTime = eventTime;
  }

  /** Adds the job to an environment. Every operator has a uid: snapshots are matched by them, so they never change. */
  public void addTo(StreamExecutionEnvironment environment) {
    environment.getConfig().disableGenericTypes();
    // No operator keeps or changes a record that it has passed on.
    environment.getConfig().enableObjectReuse();

    SingleOutputStreamOperator<InputRecord> valid = environment
        .fromSource(trades, TradeTimeWatermarks.strategy(eventTime.outOfOrderness, eventTime.idleness), "trades")
        .uid("trades")
        .process(new RouteRecords(eventTime.clock))
        .returns(InputRecord.class)
        .name("route-records")
        .uid("route-records");

    SingleOutputStreamOperator<WindowResult> windows = valid
        .transform("pre-aggregate", TypeInformation.of(PartialWindow.class), new PreAggregate(
            eventTime.window.getSeconds(), eventTime.retentionSeconds(), eventTime.outOfOrderness.toMillis(), eventTime.clock))
        .uid("pre-aggregate")
        .keyBy(PartialWindow::getTicker)
        .transform("merge-windows", TypeInformation.of(WindowResult.class), new MergeWindows(eventTime.retentionSeconds(), eventTime.clock))
        .uid("merge-windows");

    windows.sinkTo(aggregates).name("aggregates").uid("aggregates");
    valid.getSideOutput(Outputs.DEAD_LETTERS)
        .union(windows.getSideOutput(Outputs.DEAD_LETTERS))
        .sinkTo(deadLetters)
        .name("dead-letters")
        .uid("dead-letters");
  }
}
