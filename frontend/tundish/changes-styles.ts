import { css } from 'lit';

/** How changes and the form for them look. */
export const changesStyles = css`
  .top {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    min-height: 22px;
  }
  .say,
  .plain {
    font: 500 13px/18px var(--t-font);
    border: 0;
    background: none;
    padding: 2px 0;
    color: var(--t-flow);
    cursor: pointer;
  }
  .plain {
    color: var(--t-quiet);
    text-decoration: underline;
    text-underline-offset: 3px;
    padding: 0 2px;
  }
  ol {
    list-style: none;
    margin: 10px 0 0;
    padding: 0;
    max-height: 320px;
    overflow-y: auto;
  }
  li {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 10px;
    padding: 8px 0;
    border-top: 1px solid var(--t-line);
  }
  li:first-child {
    border-top: 0;
  }
  .number {
    width: 22px;
    height: 22px;
    border: 1px solid var(--t-quiet);
    border-radius: 50%;
    font-size: 12px;
    line-height: 20px;
    text-align: center;
  }
  .what,
  .before {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .none {
    margin-top: 14px;
  }
  form {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px 12px;
    margin: 12px 0;
    padding: 14px;
    border: 1px solid var(--t-line);
    border-radius: 10px;
    background: var(--t-canvas);
  }
  .wide {
    grid-column: 1 / -1;
  }
  label {
    display: grid;
    gap: 4px;
    font-size: 13px;
    line-height: 18px;
    color: var(--t-quiet);
    min-width: 0;
  }
  input,
  textarea {
    font: 400 15px/22px var(--t-font);
    color: var(--t-ink);
    background: var(--t-surface);
    border: 1px solid var(--t-line);
    border-radius: 8px;
    padding: 6px 8px;
    width: 100%;
    min-width: 0;
    box-sizing: border-box;
    resize: vertical;
  }
  .go {
    font: 500 14px/20px var(--t-font);
    background: var(--t-flow);
    color: var(--t-on-flow);
    border: 0;
    border-radius: 8px;
    padding: 7px 16px;
    margin-right: 8px;
    cursor: pointer;
  }
  .fault {
    color: var(--t-off);
  }
`;
