package marketdata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.IOException;
import marketdata.contract.DeadLetterReason;
import marketdata.contract.StockAggregate;
import marketdata.contract.StockPrice;
import marketdata.input.InputRecord;
import marketdata.input.RawRecord;
import marketdata.output.DeadLetter;
import marketdata.output.WindowResult;
import marketdata.window.PartialWindow;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializationTest {
  @ParameterizedTest
  @ValueSource(classes = {
    StockPrice.class, StockAggregate.class, InputRecord.class, PartialWindow.class, WindowResult.class, DeadLetter.class
  })
  void whatTravelsBetweenOperatorsNeedsNoKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }

  @Test
  void aRecordTravelsAndIsCopiedWithAllThatItHas() throws IOException {
    RecordHeaders headers = new RecordHeaders();
    headers.add("a", new byte[] {0, -1}).add("b", null);
    RawRecord raw = new RawRecord("input", 3, 7, null, new byte[] {-1, 0}, headers);
    TypeSerializer<DeadLetter> serializer = TypeInformation.of(DeadLetter.class).createSerializer(new SerializerConfigImpl());
    DataOutputSerializer out = new DataOutputSerializer(1024);
    serializer.serialize(new DeadLetter(raw, DeadLetterReason.LATE, "why"), out);
    DataOutputSerializer passedOn = new DataOutputSerializer(1024);
    serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), passedOn);
    DeadLetter travelled = serializer.deserialize(new DataInputDeserializer(passedOn.getCopyOfBuffer()));
    DeadLetter copy = serializer.copy(travelled);
    assertNotSame(travelled.raw, copy.raw);
    assertEquals(raw.source(), copy.raw.source());
    assertEquals(raw.key, copy.raw.key);
    assertArrayEquals(raw.value, copy.raw.value);
    assertEquals(headers, copy.raw.headers);
  }
}
