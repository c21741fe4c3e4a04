// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CampaignId } from '#model';
import { createTitlePill, type TitlePill } from './title-pill.ts';

const marks = () => [...document.querySelectorAll('sendwatch-mark')];
const frame = (health: 'blocked' | 'healthy') => ({
  campaignId: '0190f0c0-1234-7abc-9def-000000000001' as CampaignId,
  health,
  render: (into: Element) => {
    into.textContent = health;
  },
});
let title: HTMLElement;
let pill: TitlePill;
beforeEach(() => {
  title = document.createElement('h1');
  title.textContent = 'Wave 3';
  document.body.append(title);
  pill = createTitlePill(document, '');
});
afterEach(() => {
  pill.remove();
  title.remove();
});

test('it stands in the title, which reads as before', () => {
  pill.show(title, frame('blocked'));
  const [mark] = marks();
  expect(mark?.parentNode).toBe(title);
  expect(mark?.getAttribute('data-health')).toBe('blocked');
  expect(mark?.getAttribute('data-campaign-id')).toBe('0190f0c0-1234-7abc-9def-000000000001');
  expect(mark?.shadowRoot?.textContent).toContain('blocked');
  expect(title.textContent).toBe('Wave 3');
});

test('drawn anew it is the same one; a title that threw it away gets it back', () => {
  pill.show(title, frame('blocked'));
  const [first] = marks();
  pill.show(title, frame('healthy'));
  expect(marks()).toEqual([first]);
  expect(first?.getAttribute('data-health')).toBe('healthy');
  title.textContent = 'Wave 4';
  expect(marks()).toEqual([]);
  pill.show(title, frame('healthy'));
  expect(marks()).toHaveLength(1);
});

test('removed it leaves nothing', () => {
  pill.show(title, frame('blocked'));
  pill.remove();
  expect(title.innerHTML).toBe('Wave 3');
});
