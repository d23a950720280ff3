/** Asks before the page is closed or loaded anew while something in the form around it is not saved. */
class TundishUnsaved extends HTMLElement {
  private unsaved = false;
  private form: Element | null = null;

  connectedCallback(): void {
    this.hidden = true;
    this.form = this.parentElement;
    this.form?.addEventListener('input', this.touch);
    this.form?.addEventListener('change', this.touch);
    window.addEventListener('beforeunload', this.ask);
  }

  disconnectedCallback(): void {
    this.form?.removeEventListener('input', this.touch);
    this.form?.removeEventListener('change', this.touch);
    window.removeEventListener('beforeunload', this.ask);
  }

  readonly touch = (): void => {
    this.unsaved = true;
  };

  forget(): void {
    this.unsaved = false;
  }

  private readonly ask = (event: BeforeUnloadEvent): void => {
    if (this.unsaved) {
      event.preventDefault();
    }
  };
}

customElements.define('tundish-unsaved', TundishUnsaved);
