// @segment/analytics-node: what it tracks while the server is away comes when it is back.
import { Analytics } from '@segment/analytics-node';
import { done, key, say, told, url } from './say.mjs';

const analytics = new Analytics({ writeKey: key, host: url, maxRetries: 30, flushInterval: 50 });

/** Ends when the call was delivered. */
function sent(method, call) {
  return new Promise((delivered, failed) => {
    analytics[method](call, error => (error ? failed(error) : delivered()));
  });
}

function captured(lead) {
  return sent('track', { event: 'Lead Captured', userId: lead, messageId: `m-${lead}`, properties: { segment: 'smb' } });
}

await Promise.all([captured('segment-1'), captured('segment-2'), sent('page', { userId: 'segment-1', name: 'Home' })]);
await captured('segment-1');
await sent('identify', { userId: 'segment-1', traits: { name: 'Ana Silva', email: 'ana@example.com' } });
say('sent');
await told();
const late = [captured('segment-2'), captured('segment-3')];
late.push(
  sent('track', {
    event: 'Order Completed',
    userId: 'segment-1',
    messageId: 'order-1',
    properties: { revenue: 1200.5, currency: 'EUR' },
  }),
);
say('tracked');
await Promise.all(late);
done();
