// @segment/analytics-next in a page of another origin than the server's. The address says server, key and how it sends.
const asked = new URLSearchParams(location.search);
const writeKey = asked.get('key');
const segment = { apiKey: writeKey, apiHost: `${asked.get('api')}/v1`, protocol: 'http' };
if (asked.has('batch')) {
  segment.deliveryStrategy = { strategy: 'batching', config: { size: 2, timeout: 200 } };
}
const [analytics] = await window.AnalyticsNext.AnalyticsBrowser.load({
  writeKey,
  cdnSettings: { integrations: { 'Segment.io': segment } },
});

/** Tracks that a visitor became a lead. */
window.capture = async lead => {
  await analytics.track('Lead Captured', { lead, email: `${lead}@example.com` }, { messageId: `m-${lead}` });
};
window.analytics = analytics;
document.documentElement.dataset.ready = 'yes';
