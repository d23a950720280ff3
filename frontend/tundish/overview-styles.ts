import { css } from 'lit';

/** How the overview looks: rows 64 high, a sentence where something is to be said; on a phone no more than one needs. */
export const overviewStyles = css`
  header {
    margin-bottom: 16px;
  }
  h1 {
    margin: 0;
    font-size: 28px;
    line-height: 36px;
    font-weight: 600;
    letter-spacing: -0.015em;
  }
  .summary {
    margin: 4px 0 16px;
    font-size: 20px;
    line-height: 28px;
    min-height: 28px;
  }
  .summary a {
    color: inherit;
    text-decoration-color: var(--t-flow);
    text-underline-offset: 3px;
  }
  b {
    font-weight: 600;
  }
  .loading {
    min-height: 480px;
    display: grid;
    place-items: center;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    margin-bottom: 12px;
  }
  .choice {
    display: inline-flex;
    padding: 3px;
    gap: 2px;
    border-radius: 10px;
    background: var(--t-surface);
    border: 1px solid var(--t-line);
    max-width: 100%;
    overflow-x: auto;
    box-sizing: border-box;
  }
  button,
  select,
  input {
    font: 500 14px/20px var(--t-font);
    color: var(--t-ink);
    box-sizing: border-box;
  }
  .choice button {
    color: var(--t-quiet);
    border: 0;
    background: none;
    border-radius: 7px;
    padding: 6px 12px;
    cursor: pointer;
    white-space: nowrap;
  }
  .choice button:focus-visible {
    outline-offset: -2px;
  }
  .choice button:hover {
    color: var(--t-ink);
  }
  .choice button[aria-pressed='true'] {
    background: var(--t-canvas);
    color: var(--t-ink);
    box-shadow: 0 0 0 1px var(--t-line);
  }
  .choice .n {
    font-weight: 400;
    color: var(--t-quiet);
  }
  .toggle,
  select,
  input {
    height: 40px;
    padding: 0 14px;
    border: 1px solid var(--t-line);
    border-radius: 10px;
    background: var(--t-surface);
  }
  .toggle,
  select {
    cursor: pointer;
  }
  .toggle:hover,
  select:hover,
  input:hover {
    border-color: var(--t-flow);
  }
  .toggle[aria-pressed='true'],
  .chip {
    border-color: var(--t-flow);
    box-shadow: inset 0 0 0 1px var(--t-flow);
  }
  input {
    flex: 0 1 240px;
    min-width: 160px;
    margin-left: auto;
    font-weight: 400;
  }
  input::placeholder {
    color: var(--t-quiet);
    opacity: 1;
  }
  .nothing {
    padding: 56px 24px;
    text-align: center;
    background: var(--t-surface);
    border: 1px solid var(--t-line);
    border-radius: 12px;
  }
  .nothing p + p {
    margin-top: 16px;
  }
  .list {
    display: block;
    background: var(--t-surface);
    border: 1px solid var(--t-line);
    border-radius: 12px;
    overflow: clip;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns:
      112px minmax(168px, 1fr) minmax(120px, 190px) 124px 100px 120px 88px minmax(116px, 144px)
      96px;
    column-gap: 16px;
    align-items: center;
    min-height: 64px;
    padding: 4px 20px;
    box-sizing: border-box;
    border-top: 1px solid var(--t-line);
    background: var(--t-surface);
    content-visibility: auto;
    contain-intrinsic-size: auto 64px;
  }
  .row > * {
    grid-row: 1;
    min-width: 0;
  }
  .row.names {
    min-height: 36px;
    border-top: 0;
    font-size: 13px;
    line-height: 18px;
    color: var(--t-quiet);
    background: var(--t-canvas);
  }
  .row:not(.names):hover {
    background: color-mix(in srgb, var(--t-flow) 5%, var(--t-surface));
  }
  .row:has(a:focus-visible) {
    outline: 2px solid var(--t-flow);
    outline-offset: -3px;
    border-radius: 10px;
  }
  .health {
    white-space: nowrap;
  }
  .health b {
    font-size: 14px;
  }
  .glyph {
    display: inline-block;
    width: 15px;
    text-align: center;
    color: var(--t-early);
  }
  .off .glyph {
    color: var(--t-off);
  }
  .watch .glyph {
    color: var(--t-watch);
  }
  .on .glyph {
    color: var(--t-flow);
  }
  .who a {
    display: block;
    color: inherit;
    text-decoration: none;
    font-weight: 600;
    line-height: 20px;
    outline: none;
  }
  /* The whole row is the link. */
  .who a::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 1;
  }
  .who a,
  .row .small {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row .small {
    display: block;
    line-height: 17px;
  }
  /* Its sentence goes on under the funnel, which moves up for it. */
  .told .who {
    grid-column: 2 / span 2;
  }
  .told .who a,
  .told .who .quiet {
    margin-right: 206px;
  }
  .told .mini {
    grid-column: 3;
    align-self: start;
    padding-top: 2px;
    height: 34px;
  }
  .why {
    color: var(--t-quiet);
  }
  .why.off,
  .why.watch {
    color: var(--t-ink);
  }
  .mini path {
    stroke-width: 0.75;
  }
  .figures b {
    font-size: 20px;
    line-height: 26px;
  }
  .wait b {
    font-size: 15px;
  }
  .none {
    color: var(--t-quiet);
  }
  .bar {
    position: relative;
    display: block;
    height: 8px;
    width: 120px;
    max-width: 100%;
    border-radius: 4px;
    background: var(--t-open);
    margin-bottom: 3px;
  }
  .bar i {
    display: block;
    height: 8px;
    border-radius: 4px;
    background: var(--t-flow);
    transition: width 400ms ease;
  }
  .bar em {
    position: absolute;
    top: -3px;
    width: 2px;
    height: 14px;
    margin-left: -1px;
    background: var(--t-ink);
  }
  .reason {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 14px;
    white-space: nowrap;
    overflow: hidden;
  }
  .reason bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .reason i {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 3px;
  }
  @media (max-width: 1380px) {
    .row {
      grid-template-columns: 112px minmax(160px, 1fr) minmax(110px, 170px) 120px 100px 120px minmax(110px, 140px) 92px;
      column-gap: 16px;
      padding: 4px 16px;
    }
    .cost,
    .names > :nth-child(7) {
      display: none;
    }
  }
  @media (max-width: 1160px) {
    .row {
      grid-template-columns: 112px minmax(160px, 1fr) 140px 120px 120px 92px;
    }
    .spark,
    .said,
    .names > :nth-child(5),
    .names > :nth-child(8) {
      display: none;
    }
  }
  @media (max-width: 860px) {
    .row {
      grid-template-columns: 112px minmax(120px, 1fr) 120px 92px;
    }
    .mini,
    .pace,
    .names > :nth-child(3),
    .names > :nth-child(6) {
      display: none;
    }
    .told .who {
      grid-column: 2;
    }
    .told .who a,
    .told .who .quiet {
      margin-right: 0;
    }
  }
  @media (max-width: 640px) {
    .names {
      display: none;
    }
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 16px;
      padding: 10px 16px;
    }
    .row:nth-child(2) {
      border-top: 0;
    }
    .row > .wait {
      display: none;
    }
    .row > .health {
      grid-area: 2 / 1;
      font-size: 13px;
      line-height: 18px;
    }
    .row > .health b {
      font-size: 13px;
      font-weight: 500;
    }
    .row > .who {
      display: contents;
    }
    .who a {
      grid-area: 1 / 1;
    }
    .who > .quiet {
      display: none !important;
    }
    .row .why {
      grid-area: 3 / 1 / auto / span 2;
      white-space: normal;
      line-height: 18px;
    }
    .row > .turn {
      grid-area: 1 / 2 / span 2;
      text-align: end;
      align-self: start;
    }
    .choice {
      width: 100%;
    }
    .choice button {
      flex: 1;
      padding: 6px 4px;
      font-size: 13px;
    }
    input {
      flex: 1 1 100%;
    }
    .summary {
      font-size: 17px;
      line-height: 24px;
    }
  }
`;
