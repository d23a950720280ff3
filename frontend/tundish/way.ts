/** Links inside web components: a plain click goes there without loading the page anew, any other is the browser's. */

/** Hears the clicks of a component; its server side goes where it is told. */
export function wayfinding(component: HTMLElement): void {
  component.shadowRoot?.addEventListener('click', (event) => follow(component, event as MouseEvent));
}

function follow(component: HTMLElement, event: MouseEvent): void {
  const link = event.composedPath().find((e): e is HTMLAnchorElement => e instanceof HTMLAnchorElement);
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download') || link.origin !== location.origin) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  component.dispatchEvent(new CustomEvent('go', { detail: { address: link.pathname + link.search } }));
}
