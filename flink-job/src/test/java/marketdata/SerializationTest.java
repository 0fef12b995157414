package marketdata;

import marketdata.contract.StockAggregate;
import marketdata.contract.StockPrice;
import marketdata.input.InputRecord;
import marketdata.input.RawRecord;
import marketdata.output.DeadLetter;
import marketdata.output.WindowResult;
import marketdata.window.PartialWindow;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializationTest {
  @ParameterizedTest
  @ValueSource(classes = {
    StockPrice.class, StockAggregate.class, RawRecord.class, InputRecord.class, PartialWindow.class, WindowResult.class, DeadLetter.class
  })
  void whatTravelsBetweenOperatorsNeedsNoKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
