// Jest reads testTimeout outside of projects only; each kind of test has its own limit here.
jest.setTimeout(globalThis.TIME_LIMIT_MS);
