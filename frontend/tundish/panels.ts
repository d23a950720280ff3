import { css } from 'lit';

/** What the panels of the pages about leaks and leads share: cards, tables, links, bars. */
export const panels = css`
  a {
    color: var(--t-flow);
    text-decoration: none;
    border-radius: 4px;
  }
  a:hover {
    text-decoration: underline;
  }
  .card {
    background: var(--t-surface);
    border: 1px solid var(--t-line);
    border-radius: 12px;
    padding: 24px;
    box-sizing: border-box;
    min-width: 0;
  }
  h2 {
    font-size: 18px;
    line-height: 26px;
  }
  .scroll {
    overflow-x: auto;
    margin: 0 -8px;
    padding: 0 8px;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  caption {
    text-align: start;
    color: var(--t-quiet);
    font-size: 13px;
    line-height: 18px;
    padding-bottom: 8px;
  }
  th {
    font-size: 13px;
    line-height: 18px;
    font-weight: 500;
    color: var(--t-quiet);
    text-align: start;
    padding: 6px 12px 6px 0;
    border-bottom: 1px solid var(--t-line);
    white-space: nowrap;
  }
  td {
    padding: 8px 12px 8px 0;
    border-bottom: 1px solid var(--t-line);
    vertical-align: top;
  }
  tbody tr:last-child td,
  tbody tr:last-child th {
    border-bottom: 0;
  }
  tbody th {
    color: var(--t-ink);
    font-size: 15px;
    line-height: 22px;
    white-space: normal;
    vertical-align: top;
    padding: 8px 12px 8px 0;
  }
  tbody th .small {
    font-weight: 400;
  }
  .n {
    text-align: end;
    white-space: nowrap;
  }
  td.n:last-child,
  th.n:last-child {
    padding-right: 0;
  }
  .chip {
    display: inline-flex;
    align-items: baseline;
    gap: 6px;
    padding: 3px 10px;
    border: 1px solid var(--t-line);
    border-radius: 999px;
    background: var(--t-canvas);
    color: var(--t-ink);
    font-size: 14px;
    line-height: 20px;
    max-width: 100%;
  }
  a.chip:hover {
    border-color: var(--t-flow);
    text-decoration: none;
  }
  .chip .key {
    color: var(--t-quiet);
    white-space: nowrap;
  }
  .none {
    color: var(--t-quiet);
    padding: 12px 0 4px;
  }
  .wait {
    min-height: 320px;
    display: grid;
    place-items: center;
    text-align: center;
    color: var(--t-quiet);
  }
  nav.crumbs {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    font-size: 13px;
    line-height: 18px;
    margin-bottom: 8px;
  }
  nav.crumbs span,
  nav.crumbs a {
    max-width: 36ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  nav.crumbs > *:not(:last-child)::after {
    content: '›';
    color: var(--t-quiet);
    padding-left: 8px;
    display: inline-block;
    text-decoration: none;
  }
  h1 {
    margin: 0;
    font-size: 28px;
    line-height: 36px;
    font-weight: 600;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }
  @media (max-width: 640px) {
    .card {
      padding: 16px;
    }
    h1 {
      font-size: 24px;
      line-height: 32px;
    }
  }
`;
