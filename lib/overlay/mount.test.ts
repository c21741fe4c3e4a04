// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { mountHost, RESTORES_AT_MOST } from './mount.ts';

const hosts = () => [...document.querySelectorAll('x-host')];
const settled = () => new Promise((resolve) => setTimeout(resolve));
const mount = (onGivenUp = vi.fn()) => ({
  onGivenUp,
  mounted: mountHost({ document, tag: 'x-host', css: '.a{}', onGivenUp }),
});
afterEach(() => {
  for (const host of hosts()) host.remove();
});

test('the host stands beside the body, with an open shadow root and its data', () => {
  const { mounted } = mount();
  mounted.setData({ health: 'blocked' });
  const [host] = hosts();
  expect(host?.parentNode).toBe(document.documentElement);
  expect(host?.getAttribute('data-health')).toBe('blocked');
  expect(host?.shadowRoot?.contains(mounted.into)).toBe(true);
  mounted.remove();
  expect(hosts()).toEqual([]);
});

test('one that was left behind is replaced', () => {
  document.body.append(document.createElement('x-host'));
  mount();
  expect(hosts()).toHaveLength(1);
});

test('a host that the page removes comes back, but not for ever', async () => {
  const { onGivenUp } = mount();
  for (let times = 0; times < RESTORES_AT_MOST; times += 1) {
    hosts()[0]?.remove();
    await settled();
    expect(hosts()).toHaveLength(1);
  }
  expect(onGivenUp).not.toHaveBeenCalled();
  hosts()[0]?.remove();
  await settled();
  expect(hosts()).toEqual([]);
  expect(onGivenUp).toHaveBeenCalledOnce();
});

test('a host that the page moves elsewhere is taken back', async () => {
  mount();
  const [host] = hosts();
  if (host) document.body.append(host);
  await settled();
  expect(host?.parentNode).toBe(document.documentElement);
});

test('what we remove ourselves stays away', async () => {
  const { mounted, onGivenUp } = mount();
  mounted.remove();
  await settled();
  expect(hosts()).toEqual([]);
  expect(onGivenUp).not.toHaveBeenCalled();
});
