// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { pageScheme } from './page-scheme.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
});

test.each([
  ['rgb(255, 255, 255)', '', 'light'],
  ['rgb(17, 24, 39)', '', 'dark'],
  ['rgba(0, 0, 0, 0)', '', 'light'],
  ['rgba(0, 0, 0, 0)', 'rgb(9, 9, 11)', 'dark'],
  ['rgb(250, 250, 250)', 'rgb(0, 0, 0)', 'light'],
])('a body of %s on a page of %s is %s', (body, page, scheme) => {
  document.body.style.backgroundColor = body;
  document.documentElement.style.backgroundColor = page;
  expect(pageScheme(document)).toBe(scheme);
});

// As browsers compute colours of newer kinds, which happy-dom does not know.
test.each([
  ['oklch(0.21 0.034 264.7)', 'dark'],
  ['oklch(0.98 0 0)', 'light'],
  ['oklab(0.2 0.01 0.02)', 'dark'],
  ['color(srgb 0.1 0.1 0.1)', 'light'],
  ['oklch(0.2 0 0 / 0.1)', 'light'],
  ['lab(2 0 0)', 'light'],
])('a page computed as %s is %s', (backgroundColor, scheme) => {
  vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue({
    backgroundColor,
    colorScheme: 'normal',
  } as CSSStyleDeclaration);
  expect(pageScheme(document)).toBe(scheme);
});

test.each([
  ['dark', 'dark'],
  ['light dark', ''],
  ['light', 'light'],
  ['normal', 'light'],
])('a page without colours that declares %s is %j', (declared, scheme) => {
  document.documentElement.style.colorScheme = declared;
  expect(pageScheme(document)).toBe(scheme);
});
