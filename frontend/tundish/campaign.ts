import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import './answers';
import './changes';
import type { TundishChanges } from './changes';
import './controls';
import './funnel';
import { linked } from './funnel-words';
import { alike, behind, explore } from './links';
import './newest';
import type { Others } from './options';
import './paces';
import type { Beside, BridgeRow, Picture } from './picture';
import { Fed } from './seen';
import { bridge, complete, counted, whose, yardstick } from './sentences';
import './stock';
import { campaignStyles } from './campaign-styles';
import { base } from './styles';
import './trend';
import { age, count, date, money, span } from './words';

/** Milliseconds between two drawings of the charts. */
const CALM = 1_000;

/** A campaign's page: the funnel first, then how it went over time, what sales says, and what just came in. */
export class TundishCampaign extends Fed {
  static properties = {
    picture: { type: String },
    beside: { type: String },
    completeTo: { type: Number },
    apiPort: { type: Number },
    mayLeads: { type: Boolean },
    mayChange: { type: Boolean },
    me: { type: String },
    others: { type: String },
    parsed: { state: true },
    slower: { state: true },
    now: { state: true },
  };

  /** A picture as JSON: the same text for everybody who looks at it. */
  declare picture: string;
  /** What follows it at a slower pace, likewise. */
  declare beside: string;
  declare completeTo: number;
  declare apiPort: number;
  declare mayLeads: boolean;
  declare mayChange: boolean;
  declare me: string;
  declare others: string;
  declare parsed: Picture | null;
  declare slower: Beside | null;
  declare now: number;
  private kept: Beside | null = null;
  /** The picture as the charts show it: a second old at most, for drawing them costs more than counting. */
  private calm: Picture | null = null;
  private calmAt = 0;
  private calming: number | undefined;

  constructor() {
    super();
    this.picture = '';
    this.beside = '';
    this.completeTo = 0;
    this.apiPort = 8081;
    this.mayLeads = false;
    this.mayChange = false;
    this.me = '';
    this.others = '';
    this.parsed = null;
    this.slower = null;
    this.now = Date.now();
  }

  /** The server's answer to a change that was said. */
  answered(how: string, words: string): void {
    this.renderRoot.querySelector<TundishChanges>('tundish-changes')?.answered(how, words);
  }

  protected willUpdate(changed: PropertyValues): void {
    if ((changed.has('picture') || changed.has('mayLeads')) && this.picture) {
      const before = this.parsed;
      const next = { ...(JSON.parse(this.picture) as Picture), links: this.mayLeads };
      // Once it is no longer among the newest events, the last lead is known to the minute only: what was seen is better.
      if (before?.key === next.key && before.lastLeadAt !== null && next.lastLeadAt !== null) {
        next.lastLeadAt = Math.max(before.lastLeadAt, next.lastLeadAt);
      }
      this.parsed = next;
      this.settle(next);
    }
    if ((changed.has('beside') || changed.has('picture')) && this.beside && this.parsed) {
      const beside = changed.has('beside') || this.kept === null ? (JSON.parse(this.beside) as Beside) : this.kept;
      this.kept = beside;
      // What belongs to another view than the picture is not shown beside it.
      this.slower = beside.key === this.parsed.key && alike(beside.query, this.parsed.query) ? beside : null;
    }
    if (changed.has('completeTo') && this.completeTo) {
      this.now = this.completeTo;
      this.alive(this.completeTo, this.parsed?.zone);
    }
  }

  /** Another question is drawn at once; newer numbers of the same one when the last ones have stood for a second. */
  private settle(next: Picture): void {
    const now = performance.now();
    const same = this.calm !== null && this.calm.key === next.key && alike(this.calm.query, next.query) && this.calm.exact === next.exact;
    if (!same || now - this.calmAt >= CALM) {
      window.clearTimeout(this.calming);
      this.calming = undefined;
      this.calm = next;
      this.calmAt = now;
    } else {
      this.calming ??= window.setTimeout(() => {
        this.calming = undefined;
        this.calm = this.parsed;
        this.calmAt = performance.now();
        this.requestUpdate();
      }, CALM - (now - this.calmAt));
    }
  }

  protected render(): TemplateResult {
    const p = this.parsed;
    if (p === null) {
      return html`<div class="wait" role="status"><span class="quiet">Fetching the picture …</span></div>`;
    }
    // Until the first exact counts are there, only those of all leads are known: they would answer another question.
    const pending = !p.exact && p.filter.length > 0;
    const address = `${location.protocol}//${location.hostname}:${this.apiPort}/api/v1/events`;
    const others = this.others ? (JSON.parse(this.others) as Others) : { others: [], predecessor: '' };
    return html`
      <header>
        <div class="title">
          <div>
            <h1><bdi>${p.name}</bdi></h1>
            <p class="quiet">${this.about(p)}</p>
          </div>
          <nav class="ways" aria-label="About this campaign">
            ${this.mayChange ? html`<a class="edit" href="/campaigns/${p.key}/edit">Edit</a>` : nothing}
            <a class="explore" id="explore" href=${explore(p)}>Where does it leak?</a>
          </nav>
        </div>
        ${this.promise(p)}
      </header>
      <section class="card" aria-label="Funnel">
        <tundish-controls .picture=${p} .others=${others}></tundish-controls>
        <p class="small quiet counted" id="counted">
          ${counted(p, this.now)} · ${p.zone} · <span id="complete">${complete(this.completeTo, p.zone)}</span>
        </p>
        ${p.against === null ? nothing : html`<p class="small quiet beside" id="against">${yardstick(p.against, this.now)}</p>`}
        ${pending
          ? html`<div class="wait" role="status"><span class="quiet">Counting the leads like that …</span></div>`
          : html`<tundish-funnel .picture=${p} .beside=${this.slower} .address=${address}></tundish-funnel>${this.bridge(p)}`}
      </section>
      ${pending ? nothing : this.cards(p)}
    `;
  }

  private cards(newest: Picture): TemplateResult {
    const p = this.calm ?? newest;
    return html`
      <div class="cards">
        <section class="card">
          <h2>Over time</h2>
          <p class="small quiet">${this.overTime(p)}</p>
          <tundish-trend .picture=${p} .beside=${this.slower}></tundish-trend>
        </section>
        <section class="card"><tundish-answers .picture=${p} .beside=${this.slower} .now=${this.now}></tundish-answers></section>
        <section class="card"><tundish-newest .picture=${newest}></tundish-newest></section>
        <section class="card"><tundish-stock .picture=${p}></tundish-stock></section>
        <section class="card">
          <h2>Time between stages</h2>
          <p class="small quiet">From the stage before: half came within the dot, nine of ten within the ring.</p>
          <tundish-paces .picture=${p}></tundish-paces>
        </section>
        <section class="card">
          <tundish-changes .beside=${this.slower} .zone=${p.zone} .me=${this.me} .may=${this.mayChange} .now=${this.now}></tundish-changes>
        </section>
      </div>
    `;
  }

  private about(p: Picture): TemplateResult {
    const parts: (string | TemplateResult)[] = [];
    if (p.channel) {
      parts.push(html`<bdi>${p.channel}</bdi>`);
    }
    const old = age(p.launchedAt, this.now);
    if (old) {
      parts.push(old);
    }
    parts.push(p.lastLeadAt === null ? this.silent(p) : `last lead ${span(Math.max(0, (this.now - p.lastLeadAt) / 1000))} ago`);
    for (const v of p.value) {
      parts.push(`${money(v.amount, v.currency)} won`);
    }
    return html`${parts.map((x, i) => html`${i > 0 ? ' · ' : nothing}${x}`)}`;
  }

  /** Only the whole time of all leads can tell that there never was one. */
  private silent(p: Picture): string {
    return p.range === 'all' && p.filter.length === 0 && p.stages[0]?.leads === 0 ? 'no lead yet' : 'no lead in the last hour';
  }

  private promise(p: Picture): TemplateResult | typeof nothing {
    const said = this.slower?.promise;
    if (!said) {
      return nothing;
    }
    return html`<details class="promise" open>
      <summary>What we promise sales${said.since === null ? nothing : html`<span class="quiet small"> · since ${date(said.since, this.now, p.zone)}</span>`}</summary>
      <p><bdi>${said.text}</bdi></p>
    </details>`;
  }

  private overTime(p: Picture): string {
    const step = this.slower === null ? '' : `, in steps of ${this.slower.bucket}`;
    return p.mode === 'cohort'
      ? `The leads who came in then, and how far they got${step}; each row with its own height.`
      : `What happened then${step}; each row with its own height.`;
  }

  private bridge(p: Picture): TemplateResult | typeof nothing {
    const rows = this.slower?.bridge;
    if (!rows || rows.length !== p.stages.length || p.range === 'all') {
      return nothing;
    }
    return html`<details class="bridge small" id="bridge">
      <summary>How “leads who came in” and “what happened” fit together</summary>
      <ul>
        ${p.stages.map((s, k) => this.span(p, s.key, s.label, rows[k]!))}
      </ul>
    </details>`;
  }

  /** Of one stage; each number leads to its leads. */
  private span(p: Picture, key: string, label: string, row: BridgeRow): TemplateResult {
    const steps = bridge(row);
    const at = (what: string, mode: 'cohort' | 'activity' = 'cohort'): string | null => behind(p, { count: what, at: key, mode });
    return html`<li>
      <bdi>${label}</bdi>: ${linked(at('leads', 'activity'), count(row.activity))} happened = ${linked(at('leads'), count(row.cohort))} of the leads who came
      in${steps.length === 0
        ? ', the same ones'
        : steps.map((s) => html`, ${s.words} ${linked(at(s.count), count(s.leads))} ${whose(s)}`)}.
    </li>`;
  }

  static styles = [
    base,
    campaignStyles,
  ];
}

customElements.define('tundish-campaign', TundishCampaign);
