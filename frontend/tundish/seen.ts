import { LitElement } from 'lit';
import { beat, watch } from './watch';

/** What is fed by the server: tells it whether anyone looks, and takes every piece of news as a sign of life. */
export abstract class Fed extends LitElement {
  private unwatch: (() => void) | undefined;

  connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watch();
    document.addEventListener('visibilitychange', this.onVisibility);
    if (document.hidden) {
      this.onVisibility();
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    document.removeEventListener('visibilitychange', this.onVisibility);
  }

  protected alive(completeTo: number, zone?: string): void {
    beat(completeTo, zone);
  }

  private readonly onVisibility = (): void => {
    this.dispatchEvent(new CustomEvent('seen', { detail: { visible: !document.hidden } }));
  };
}
