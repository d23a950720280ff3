// @rudderstack/rudder-sdk-node, which zips what it sends: each lead twice, one of them with a clock that is ahead.
import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { done, key, url } from './say.mjs';

const analytics = new RudderAnalytics(key, { dataPlaneUrl: url, flushAt: 3, flushInterval: 50, logLevel: 'none' });

function sent(call) {
  return new Promise((delivered, failed) => {
    analytics.track(call, error => (error ? failed(error) : delivered()));
  });
}

const soon = new Date(Date.now() + 60 * 60 * 1000);
const calls = ['rudder-1', 'rudder-2', 'rudder-1', 'rudder-3', 'rudder-2', 'rudder-3'].map(lead => ({
  event: 'lead_captured',
  userId: lead,
  messageId: `m-${lead}`,
  timestamp: lead === 'rudder-3' ? soon : new Date(Date.UTC(2026, 0, 5, 9)),
}));
await Promise.all(calls.map(sent));
done();
