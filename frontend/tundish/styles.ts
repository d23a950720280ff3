import { css } from 'lit';

/** What every part of the page shares: type, figures, and text that only screen readers get. */
export const base = css`
  :host {
    display: block;
    position: relative;
    color: var(--t-ink);
    font: 400 15px/22px var(--t-font);
    font-variant-numeric: tabular-nums;
    font-feature-settings: 'cv11', 'ss03';
  }
  :host([hidden]) {
    display: none;
  }
  .twin {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet {
    color: var(--t-quiet);
  }
  .small {
    font-size: 13px;
    line-height: 18px;
  }
  h2 {
    margin: 0;
    font-size: 15px;
    line-height: 22px;
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  /* A number that leads to its leads is told from the words around it by more than its colour. */
  a[data-count] {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  :focus-visible {
    outline: 2px solid var(--t-flow);
    outline-offset: 3px;
    border-radius: 6px;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;

/** The same hatch and dots as in the funnel, as a small square beside a word. */
export const swatches = css`
  .sw {
    display: inline-block;
    flex: none;
    width: 11px;
    height: 11px;
    border-radius: 3px;
    box-sizing: border-box;
  }
  .sw.moved {
    background: var(--t-flow);
  }
  .sw.open {
    background: var(--t-open);
    border: 1.5px solid var(--t-flow);
  }
  .sw.left,
  .sw.bad {
    background: repeating-linear-gradient(135deg, var(--t-left) 0 3px, var(--t-hatch) 3px 4.5px);
  }
  .sw.expired,
  .sw.none {
    border: 1.5px dotted var(--t-expired);
  }
  .sw.won,
  .sw.good {
    background: var(--t-won);
  }
`;
