import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { base } from './styles';
import { clock } from './words';

/** News is due every two seconds; without any for this long the page says so. */
const PATIENCE = 4500;
/** A page that stays cut off although the server answers is loaded anew after this long. */
const GIVE_UP = 12_000;

let watched = 0;
let heard = 0;
let completeTo: number | null = null;
let zone: string | undefined;

/** From now on news is due, until the answer is called. */
export function watch(): () => void {
  watched++;
  heard = performance.now();
  completeTo = null;
  return () => watched--;
}

/** News came. */
export function beat(complete: number, itsZone?: string): void {
  heard = performance.now();
  completeTo = complete;
  zone = itsZone;
  document.querySelector<TundishBanner>('tundish-banner')?.look();
}

/** Says that the page is cut off and since when, and brings it back. */
export class TundishBanner extends LitElement {
  static properties = {
    instance: { type: String },
    stale: { state: true },
    since: { state: true },
  };

  /** Names the run of the server that made this page: another one needs a new page. */
  declare instance: string;
  declare stale: boolean;
  declare since: string;
  private timer: ReturnType<typeof setInterval> | undefined;
  private asking = false;
  private answeredSince: number | null = null;

  constructor() {
    super();
    this.instance = '';
    this.stale = false;
    this.since = '';
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.look(), 500);
    document.addEventListener('visibilitychange', this.onSeen);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.onSeen);
    delete document.documentElement.dataset['stale'];
  }

  /** A tab that was hidden was not updated: that is no fault. */
  private readonly onSeen = (): void => {
    if (!document.hidden) {
      heard = Math.max(heard, performance.now() - PATIENCE / 2);
    }
  };

  look(): void {
    const stale = watched > 0 && !document.hidden && performance.now() - heard > PATIENCE;
    if (stale !== this.stale) {
      this.stale = stale;
      this.since = completeTo === null ? '' : clock(completeTo, zone);
      this.answeredSince = null;
      document.documentElement.toggleAttribute('data-stale', stale);
    }
    if (stale && !this.asking) {
      void this.ask();
    }
  }

  private async ask(): Promise<void> {
    this.asking = true;
    try {
      const answer = await fetch('/alive', { cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(3000) });
      const instance = answer.ok ? (await answer.text()).trim() : null;
      if (instance === null) {
        this.answeredSince = null;
      } else if (instance !== this.instance) {
        location.reload();
      } else {
        this.answeredSince ??= performance.now();
        if (!connected() && performance.now() - this.answeredSince > GIVE_UP) {
          location.reload();
        }
      }
    } catch {
      this.answeredSince = null;
    } finally {
      setTimeout(() => (this.asking = false), 1500);
    }
  }

  protected render(): TemplateResult {
    return html`<div id="banner" role="status" class=${this.stale ? 'on' : ''}>
      ${this.stale
        ? html`<span class="dot" aria-hidden="true">▲</span>
            <b>${this.since ? `No news since ${this.since}` : 'No news yet'}</b>, reconnecting. What you see is the last picture.`
        : nothing}
    </div>`;
  }

  static styles = [
    base,
    css`
      div.on {
        position: fixed;
        z-index: 300;
        top: 0;
        left: 0;
        right: 0;
        padding: 10px 16px;
        text-align: center;
        background: var(--t-banner);
        color: #14202b;
      }
      .dot {
        margin-right: 6px;
      }
    `,
  ];
}

interface WithConnection {
  Vaadin?: { connectionState?: { state: string } };
}

function connected(): boolean {
  const state = (window as unknown as WithConnection).Vaadin?.connectionState?.state;
  return state === undefined || state === 'connected' || state === 'loading';
}

customElements.define('tundish-banner', TundishBanner);
