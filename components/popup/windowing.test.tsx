// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HEALTHS, type Verdict } from '#model';
import { verdict } from '../fixtures.ts';
import { closePopup, open } from './fixtures.ts';

const ROW_PX = 51;
const VIEW_PX = 480;

const spies: { mockRestore(): void }[] = [];

// happy-dom lays nothing out: rows and the scrolled part get the sizes that a browser gives them.
beforeEach(() => {
  spies.push(
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (
      this: HTMLElement,
    ) {
      return this.tagName === 'MAIN' ? VIEW_PX : ROW_PX;
    }),
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(VIEW_PX),
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(1e6),
  );
});
afterEach(() => {
  closePopup();
  for (const spy of spies.splice(0)) spy.mockRestore();
});

const many: readonly Verdict[] = Array.from({ length: 2000 }, (_, n) =>
  verdict(n + 1, HEALTHS[n % HEALTHS.length] ?? 'healthy'),
);

const openMany = () => open({}, many);

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-campaign-id]')];
/** Windowed is what leaves room for the rows that are not in the page. */
const windowed = () =>
  vi.waitFor(() => {
    const room = [...document.querySelectorAll<HTMLElement>('main > div > div')].at(-1);
    expect(Number.parseInt(room?.style.height ?? '', 10)).toBeGreaterThan(50_000);
  });
const main = (): HTMLElement => {
  const element = document.querySelector<HTMLElement>('main');
  if (!element) throw new Error('no main');
  return element;
};
const key = (name: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));

test('of two thousand campaigns at most sixty are rows, and each says its place', async () => {
  openMany();
  await windowed();
  expect(rows().length).toBeGreaterThan(8);
  expect(rows().length).toBeLessThanOrEqual(60);
  expect(rows()[0]?.getAttribute('aria-posinset')).toBe('1');
  // 286 are blocked, 286 degraded.
  expect(rows()[0]?.getAttribute('aria-setsize')).toBe('572');
});

test('scrolling brings other rows, under the headings they belong to', async () => {
  openMany();
  await windowed();
  main().scrollTop = 572 * ROW_PX;
  main().dispatchEvent(new Event('scroll'));
  await vi.waitFor(() => expect(rows().at(-1)?.dataset['health']).toBe('unknown'));
  expect(rows().length).toBeLessThanOrEqual(60);
  expect(document.querySelector('[data-group=unknown]')?.textContent).toContain('286');
  const above = document.querySelector('main ul')?.parentElement
    ?.previousElementSibling as HTMLElement | null;
  expect(Number.parseInt(above?.style.height ?? '', 10)).toBeGreaterThan(500 * ROW_PX);
});

test('a closed group takes the room of its heading only', async () => {
  openMany();
  await windowed();
  document.querySelector<HTMLElement>('[data-group=needsYou]')?.click();
  await vi.waitFor(() => expect(rows()[0]?.dataset['health']).toBe('unknown'));
});

test('k and j go on from a row that was scrolled away', async () => {
  openMany();
  await windowed();
  await vi.waitFor(() => {
    key('j');
    expect(document.activeElement?.closest('[data-campaign-id]')).not.toBeNull();
  });
  const first = Number(
    document.activeElement?.closest('[data-campaign-id]')?.getAttribute('aria-posinset'),
  );
  main().scrollTop = 20_000;
  main().dispatchEvent(new Event('scroll'));
  await vi.waitFor(() =>
    expect(Number(rows()[0]?.getAttribute('aria-posinset'))).toBeGreaterThan(100),
  );
  (document.activeElement as HTMLElement).blur();
  key('j');
  await vi.waitFor(() => {
    main().dispatchEvent(new Event('scroll'));
    const row = document.activeElement?.closest('[data-campaign-id]');
    expect(row?.getAttribute('aria-posinset')).toBe(String(first + 1));
  });
});

test('the rows of the first paint stay the same elements when the list becomes a window', async () => {
  openMany();
  const first = await vi.waitFor(() => {
    const [row] = rows();
    if (!row) throw new Error('no row yet');
    return row;
  });
  await windowed();
  expect(first.isConnected).toBe(true);
  expect(rows()[0]).toBe(first);
});
