import { html, nothing, type TemplateResult } from 'lit';

/** The hidden field by which the server knows that a form was sent from its own page. */
export function token(): TemplateResult | typeof nothing {
  const name = content('_csrf_parameter');
  const value = content('_csrf');
  return name && value ? html`<input type="hidden" name=${name} value=${value} />` : nothing;
}

function content(meta: string): string | undefined {
  return document.head.querySelector<HTMLMetaElement>(`meta[name="${meta}"]`)?.content;
}
