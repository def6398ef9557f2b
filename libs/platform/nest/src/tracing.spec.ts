import { setImmediate } from 'node:timers/promises';
import { continueTrace, currentTraceId, currentTraceparent, runWithTraceparent } from './tracing';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const INBOUND = `00-${TRACE_ID}-00f067aa0ba902b7-01`;

describe('tracing', () => {
  it('continues a valid trace with a span of its own', () => {
    const outbound = runWithTraceparent(INBOUND, currentTraceparent);
    expect(outbound).toMatch(new RegExp(`^00-${TRACE_ID}-[0-9a-f]{16}-01$`));
    expect(outbound).not.toBe(INBOUND);
  });

  it.each([
    ['nothing', null],
    ['another version', `01-${TRACE_ID}-00f067aa0ba902b7-01`],
    ['capital letters', INBOUND.toUpperCase()],
    ['a trace id of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['a span id of zeros', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    ['more behind it', `${INBOUND}-x`],
    ['any text', 'traceparent'],
  ])('starts a new trace for %s', (_, traceparent) => {
    const trace = continueTrace(traceparent);
    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(trace.traceId).not.toBe(TRACE_ID);
  });

  it('follows asynchronous work and keeps traces apart', async () => {
    const work = async () => {
      const before = currentTraceId();
      await setImmediate();
      return before === currentTraceId() && before;
    };
    const [one, other] = await Promise.all([runWithTraceparent(INBOUND, work), runWithTraceparent(null, work)]);
    expect(one).toBe(TRACE_ID);
    expect(other).toMatch(/^[0-9a-f]{32}$/);
    expect(other).not.toBe(one);
  });

  it('is in no trace outside of one', () => {
    expect(currentTraceparent()).toBeNull();
    expect(currentTraceId()).toBeNull();
  });
});
