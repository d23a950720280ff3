import { css } from 'lit';

/** How the choices look. */
export const controlsStyles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: center;
  }
  .choice {
    display: inline-flex;
    padding: 3px;
    gap: 2px;
    border-radius: 10px;
    background: var(--t-canvas);
    border: 1px solid var(--t-line);
    max-width: 100%;
    box-sizing: border-box;
    overflow-x: auto;
  }
  button,
  select,
  input {
    font: 500 14px/20px var(--t-font);
    color: var(--t-ink);
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
    background: var(--t-surface);
    color: var(--t-ink);
    box-shadow: 0 0 0 1px var(--t-line);
  }
  .pick {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    font-size: 14px;
    min-width: 0;
  }
  select,
  input {
    background: var(--t-surface);
    border: 1px solid var(--t-line);
    border-radius: 8px;
    padding: 6px 8px;
    min-width: 0;
    max-width: 264px;
    text-overflow: ellipsis;
    height: 36px;
    box-sizing: border-box;
  }
  .dates,
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    margin-top: 12px;
  }
  .dates label {
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }
  .dates button[type='submit'] {
    background: var(--t-flow);
    color: var(--t-on-flow);
    border: 0;
    border-radius: 8px;
    padding: 7px 16px;
    cursor: pointer;
  }
  .plain {
    border: 0;
    background: none;
    padding: 6px 4px;
    cursor: pointer;
    color: var(--t-quiet);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .chip {
    border: 1px solid var(--t-line);
    background: var(--t-canvas);
    border-radius: 999px;
    padding: 4px 12px;
    cursor: pointer;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .fault {
    color: var(--t-off);
  }
  @media (max-width: 640px) {
    .choice {
      width: 100%;
    }
    .choice button {
      flex: 1;
      padding: 6px 5px;
      font-size: 13px;
    }
    .pick {
      flex: 1 1 100%;
    }
    .pick span {
      flex: 0 0 96px;
    }
    .pick select {
      flex: 1;
      max-width: none;
    }
  }
`;
