import { html, nothing, type TemplateResult } from 'lit';
import { USUAL, tagsOf, type Look, type Row, type State } from './overview-rows';
import { count } from './words';

const STATES: [State, string][] = [
  ['live', 'Live'],
  ['planned', 'Planned'],
  ['ended', 'Ended'],
  ['archived', 'Archived'],
];

/** Which campaigns are shown. What is chosen stands in the address. */
export function filters(
  look: Look,
  rows: Row[],
  states: Partial<Record<State, number>>,
  me: string,
  choose: (look: Partial<Look>, replace: boolean) => void,
): TemplateResult {
  const all = Object.values(states).reduce((a, b) => a + b, 0);
  const tags = tagsOf(rows).filter(([tag]) => !look.tags.includes(tag));
  return html`<div class="filters" role="search" aria-label="Which campaigns">
    <div class="choice" role="group" aria-label="State">
      ${STATES.map(([state, words]) => button(words, states[state] ?? 0, look.state === state, () => choose({ state }, false)))}
      ${button('All', all, look.state === 'all', () => choose({ state: 'all' }, false))}
    </div>
    ${me
      ? html`<button id="mine" class="toggle" aria-pressed=${look.mine ? 'true' : 'false'} @click=${() => choose({ mine: !look.mine }, false)}>Mine</button>`
      : nothing}
    ${look.tags.map(
      (tag) =>
        html`<button class="toggle chip" aria-label="Without the tag ${tag}" @click=${() => choose({ tags: look.tags.filter((t) => t !== tag) }, false)}>
          <bdi>${tag}</bdi><span aria-hidden="true"> ✕</span>
        </button>`,
    )}
    ${tags.length === 0
      ? nothing
      : html`<select
          id="tag"
          aria-label="Only with the tag"
          .value=${''}
          @change=${(e: Event) => {
            const chosen = (e.target as HTMLSelectElement).value;
            (e.target as HTMLSelectElement).value = '';
            choose({ tags: [...look.tags, chosen] }, false);
          }}
        >
          <option value="">Tag …</option>
          ${tags.map(([tag, n]) => html`<option value=${tag}>${tag} (${count(n)})</option>`)}
        </select>`}
    <input
      id="find"
      type="search"
      placeholder="Find a campaign"
      aria-label="Find a campaign by its name, channel, owner or tag"
      .value=${look.text}
      @input=${(e: Event) => choose({ text: (e.target as HTMLInputElement).value }, true)}
    />
  </div>`;
}

function button(words: string, n: number, on: boolean, go: () => void): TemplateResult {
  return html`<button aria-pressed=${on ? 'true' : 'false'} @click=${go}>${words} <span class="n">${count(n)}</span></button>`;
}

/** Nothing is to be seen of this look, though there are campaigns. */
export function nothingFits(look: Look, states: Partial<Record<State, number>>, choose: (look: Partial<Look>, replace: boolean) => void): TemplateResult {
  const plain = !look.mine && look.tags.length === 0 && look.text === '';
  const others = STATES.filter(([state]) => state !== look.state && (states[state] ?? 0) > 0);
  return html`<div class="nothing" role="status">
    <p>
      <b
        >${!plain
          ? 'No campaign fits what you chose.'
          : look.state === 'live'
            ? 'No campaign is live.'
            : look.state === 'all'
              ? 'There is no campaign.'
              : `No campaign ${look.state === 'planned' ? 'is planned' : look.state === 'ended' ? 'has ended' : 'was put away'}.`}</b
      >
    </p>
    <p>
      ${plain
        ? others.map(([state, words]) => html`<button class="toggle" @click=${() => choose({ state }, false)}>${words} ${count(states[state]!)}</button> `)
        : html`<button class="toggle" @click=${() => choose(USUAL, false)}>Show all live campaigns</button>`}
    </p>
  </div>`;
}
