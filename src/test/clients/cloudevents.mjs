// cloudevents: each lead in every mode, so that it comes several times and is one event.
import { CloudEvent, emitterFor, HTTP, Mode } from 'cloudevents';
import { done, key, url } from './say.mjs';

const campaign = process.env.TUNDISH_CAMPAIGN;

async function post(message) {
  const answer = await fetch(`${url}/api/v1/events`, {
    method: 'POST',
    headers: { ...message.headers, authorization: `Bearer ${key}` },
    body: message.body,
  });
  if (answer.status !== 200) {
    throw new Error(`${answer.status}: ${await answer.text()}`);
  }
}

const events = ['cloud-1', 'cloud-2'].map(
  lead =>
    new CloudEvent({
      id: `e-${lead}`,
      source: 'https://crm.example.com/leads',
      type: 'dev.tundish.lead.captured',
      subject: lead,
      time: '2026-01-05T09:00:00.000Z',
      data: { campaign, attributes: { source: 'crm' } },
    }),
);
const binary = emitterFor(post, { binding: HTTP, mode: Mode.BINARY });
const structured = emitterFor(post, { binding: HTTP, mode: Mode.STRUCTURED });
for (const event of events) {
  await binary(event);
  await structured(event);
}
await post({
  headers: { 'content-type': 'application/cloudevents-batch+json' },
  body: JSON.stringify(events.map(event => event.toJSON())),
});
done();
