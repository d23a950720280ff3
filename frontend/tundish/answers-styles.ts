import { css } from 'lit';

/** How what sales says is laid out. */
export const answersStyles = css`
  .bar {
    display: flex;
    gap: 2px;
    height: 28px;
    margin-top: 14px;
    border-radius: 8px;
    overflow: hidden;
  }
  .bar > div {
    flex: 1 1 0;
    min-width: 4px;
    display: grid;
    align-items: center;
    padding: 0 8px;
    box-sizing: border-box;
    font-size: 13px;
    font-weight: 600;
    overflow: hidden;
    transition: flex-grow 400ms ease;
  }
  .bar .good {
    background: var(--t-won);
    color: var(--t-on-won);
  }
  .bar .bad {
    background: repeating-linear-gradient(135deg, var(--t-left) 0 5px, var(--t-left-2) 5px 8px);
    color: var(--t-on-left);
  }
  .bar .bad span {
    background: var(--t-left);
    border-radius: 4px;
    padding: 0 5px;
    justify-self: start;
  }
  .bar .none {
    border: 1.5px dotted var(--t-expired);
    border-radius: 0 8px 8px 0;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    margin-top: 8px;
    color: var(--t-quiet);
  }
  .key span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  b {
    color: var(--t-ink);
    font-weight: 600;
  }
  .gap {
    margin-top: 18px;
  }
  .rows {
    margin-top: 4px;
  }
  .row {
    display: grid;
    grid-template-columns: calc((100% - 12px) * 0.445) 1fr;
    gap: 12px;
    align-items: center;
    min-height: 44px;
  }
  .name {
    min-width: 0;
  }
  .name bdi,
  .name > span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .plot {
    position: relative;
    height: 34px;
    border-bottom: 1px solid var(--t-line);
  }
  svg {
    width: 100%;
    height: 34px;
    display: block;
  }
  .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  .marks {
    position: relative;
    height: 18px;
    margin: 8px 0 0 calc((100% - 12px) * 0.445 + 12px);
  }
  .marks button {
    position: absolute;
    transform: translateX(-50%);
    font: 500 12px/16px var(--t-font);
    color: var(--t-ink);
    background: none;
    border: 0;
    padding: 1px 3px;
    cursor: default;
  }
  .hair {
    position: absolute;
    top: -10px;
    bottom: 0;
    width: 1px;
    background: var(--t-quiet);
    opacity: 0.7;
  }
  .marked {
    margin-top: 8px;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .hollow {
    position: absolute;
    width: 7px;
    height: 7px;
    margin: -4px 0 0 -4px;
    border: 1.5px solid;
    border-radius: 50%;
    background: var(--t-surface);
    box-sizing: border-box;
  }
  .axis {
    display: flex;
    justify-content: space-between;
    margin: 4px 0 0 calc((100% - 12px) * 0.445 + 12px);
  }
  .none.quiet {
    margin-top: 14px;
  }
`;
