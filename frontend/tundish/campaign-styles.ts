import { css } from 'lit';

/** How a campaign's page is laid out. */
export const campaignStyles = css`
  header {
    margin-bottom: 20px;
  }
  .title {
    display: flex;
    gap: 16px;
    justify-content: space-between;
    align-items: flex-start;
  }
  h1 {
    margin: 0;
    font-size: 28px;
    line-height: 36px;
    font-weight: 600;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    min-width: 0;
  }
  .ways {
    flex: none;
    display: flex;
    gap: 16px;
    align-items: center;
  }
  .edit {
    color: var(--t-quiet);
    font-size: 14px;
    text-underline-offset: 3px;
  }
  .explore {
    flex: none;
    color: var(--t-on-flow);
    background: var(--t-flow);
    border-radius: 10px;
    padding: 7px 16px;
    font-weight: 500;
    font-size: 14px;
    text-decoration: none;
  }
  summary {
    cursor: pointer;
    width: fit-content;
  }
  .bridge a {
    color: inherit;
    text-decoration-color: var(--t-line);
    text-underline-offset: 3px;
  }
  .promise {
    margin-top: 10px;
    max-width: 92ch;
  }
  .promise summary {
    font-size: 13px;
    line-height: 18px;
    font-weight: 600;
  }
  .promise p {
    margin-top: 2px;
    color: var(--t-quiet);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .bridge {
    margin-top: 8px;
    color: var(--t-quiet);
  }
  .bridge ul {
    margin: 6px 0 0;
    padding-left: 20px;
  }
  .wait {
    min-height: 480px;
    display: grid;
    place-items: center;
  }
  .card {
    background: var(--t-surface);
    border: 1px solid var(--t-line);
    border-radius: 12px;
    padding: 24px;
    box-sizing: border-box;
    min-width: 0;
  }
  .counted {
    margin: 14px 0 0;
  }
  .beside {
    margin-top: 2px;
  }
  tundish-funnel {
    margin-top: 24px;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 16px;
    margin-top: 16px;
  }
  @media (max-width: 1100px) {
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 640px) {
    .card {
      padding: 16px;
    }
    .title {
      flex-direction: column;
      gap: 8px;
    }
  }
`;
