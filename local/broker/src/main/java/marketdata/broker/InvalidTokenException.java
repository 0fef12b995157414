package marketdata.broker;

/** A token that MSK would refuse; the message says why and goes to the broker's log, never to the client. */
final class InvalidTokenException extends RuntimeException {
    InvalidTokenException(String reason) {
        super(reason);
    }
}
