import { css } from 'lit';

/** Where the words of the funnel stand. */
export const funnelStyles = css`
  .room {
    height: 440px;
  }
  .plane {
    position: relative;
  }
  .plane > svg,
  canvas {
    position: absolute;
    inset: 0;
    display: block;
    overflow: visible;
  }
  canvas {
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .outline {
    fill: none;
    stroke: var(--t-ink);
    stroke-width: 2;
    stroke-dasharray: 6 5;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .head {
    position: absolute;
    top: 0;
  }
  .head.row {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
  }
  .label {
    display: flex;
    gap: 8px;
    align-items: baseline;
    min-width: 0;
    color: var(--t-quiet);
    line-height: 22px;
  }
  .label.tight {
    font-size: 13px;
  }
  .label bdi,
  .why bdi,
  .other bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .head.on .label {
    color: var(--t-ink);
  }
  .share {
    flex: none;
    font-size: 13px;
  }
  .number {
    display: flex;
    align-items: baseline;
    gap: 8px;
    font-weight: 600;
    letter-spacing: -0.02em;
    line-height: 1.1;
    height: 44px;
    white-space: nowrap;
  }
  .row .number {
    height: auto;
    flex-direction: row-reverse;
  }
  .count {
    display: inline-block;
  }
  .plus {
    font-size: 15px;
    letter-spacing: 0;
    animation: fade 2s forwards;
  }
  @keyframes fade {
    70% {
      opacity: 1;
    }
    to {
      opacity: 0;
    }
  }
  .facts {
    position: absolute;
  }
  .facts > div {
    display: flex;
    align-items: baseline;
    gap: 6px;
    line-height: 20px;
    white-space: nowrap;
  }
  .facts .sw {
    align-self: center;
  }
  .facts a,
  .facts span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .why {
    padding-left: 17px;
    color: var(--t-quiet);
  }
  .sw.dashed {
    border: 1.5px dashed var(--t-ink);
  }
  .facts.lying {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    left: 0;
    right: 0;
  }
  .facts.lying .why {
    padding-left: 0;
  }
  .rate {
    position: absolute;
    transform: translateX(-50%);
    text-align: center;
    white-space: nowrap;
  }
  .rate b {
    display: block;
    font-size: 24px;
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .rate > span {
    display: block;
    font-size: 13px;
    line-height: 16px;
    color: var(--t-quiet);
  }
  .rate > .difference {
    white-space: normal;
    margin-top: 2px;
  }
  .rate > .above,
  .rate > .below {
    color: var(--t-ink);
    font-weight: 600;
  }
  .rate.tight b {
    font-size: 14px;
    line-height: 18px;
  }
  .rate.tight > span {
    font-size: 12px;
  }
  .rate.early b {
    color: var(--t-quiet);
  }
  .rate.side {
    transform: none;
    right: 0;
    left: auto;
    text-align: end;
    color: var(--t-quiet);
  }
  .rate.side b,
  .rate.side > span {
    display: inline;
  }
  .rate.side > .difference::before {
    content: '· ';
  }
  .lying-water .water {
    opacity: 0.16;
  }
  .rate.side br {
    display: none;
  }
  .rate.side b {
    font-size: 15px;
    color: var(--t-ink);
  }
  .caption {
    min-height: 18px;
    padding-top: 12px;
    border-top: 1px solid var(--t-line);
    margin-top: 12px;
  }
  .caption .ink {
    color: var(--t-ink);
    font-weight: 600;
  }
  .waiting {
    position: absolute;
    left: 50%;
    top: 50%;
    transform: translate(-50%, -50%);
    display: grid;
    gap: 6px;
    justify-items: center;
    text-align: center;
    padding: 20px 28px;
    border-radius: 12px;
    background: var(--t-surface);
    border: 1px solid var(--t-line);
    box-sizing: border-box;
    max-width: 100%;
    overflow-wrap: anywhere;
  }
  code {
    font: 13px/20px var(--t-mono);
    color: var(--t-ink);
  }
`;
