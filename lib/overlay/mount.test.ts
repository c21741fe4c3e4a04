// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { type Mounted, mountHost, RESTORES_AT_MOST } from './mount.ts';

const hosts = () => [...document.querySelectorAll('x-host')];
const settled = () => new Promise((resolve) => setTimeout(resolve));
const mounts: Mounted[] = [];
const mount = (onGivenUp = vi.fn()) => {
  const mounted = mountHost({ document, tag: 'x-host', css: '.a{}', onGivenUp });
  mounts.push(mounted);
  return { onGivenUp, mounted };
};
afterEach(() => {
  for (const mounted of mounts.splice(0)) mounted.remove();
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

test('one that an earlier version left behind is replaced and does not come back', async () => {
  const earlier = mount();
  const { mounted } = mount();
  await settled();
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]?.shadowRoot?.contains(mounted.into)).toBe(true);
  expect(earlier.onGivenUp).toHaveBeenCalledOnce();
});

test('row 5: a host that the page removes comes back, but not for ever', async () => {
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

test('emptied for something else, it begins anew with what the page does to it', async () => {
  const { mounted, onGivenUp } = mount();
  mounted.into.append('said before');
  for (let times = 0; times < 3 * RESTORES_AT_MOST; times += 1) {
    if (times % RESTORES_AT_MOST === 0) mounted.empty();
    hosts()[0]?.remove();
    await settled();
  }
  expect(hosts()).toHaveLength(1);
  expect(mounted.into.childNodes).toHaveLength(0);
  expect(onGivenUp).not.toHaveBeenCalled();
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

test('row 1: what a page dispatches into the host reaches nothing in it, and triggers nothing', () => {
  const { mounted } = mount();
  const heard = vi.fn();
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.addEventListener('click', heard);
  mounted.into.append(box);
  box.click();
  box.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
  expect(heard).not.toHaveBeenCalled();
  expect(box.checked).toBe(false);
});

test('row 48: a host that is not kept alive is no longer shown after a while', () => {
  const { mounted } = mount();
  const { style } = mounted.into;
  const first = style.animationName;
  expect(style.animation).toMatch(/forwards/);
  expect(first).toMatch(/./);
  mounted.stayAlive();
  expect(style.animationName).not.toBe(first);
  mounted.stayAlive();
  expect(style.animationName).toBe(first);
});
