/** A page that has replaced what scripts live on before anybody else came: each use is noted, and fails. */
export const lyingPage = (attributes = '', body = ''): string => `<!doctype html>
<html lang="en" ${attributes}><head><meta charset="utf-8"><title>Lies</title><link rel="icon" href="data:,"></head>
<body style="background: rgb(17, 24, 39)">${body}<script>
(() => {
  window.told = '';
  const lies = [
    [Element.prototype, 'attachShadow append remove setAttribute getAttribute animate'],
    [Node.prototype, 'appendChild insertBefore removeChild contains'],
    [Document.prototype, 'createElement createElementNS createTextNode'],
    [CustomElementRegistry.prototype, 'define get'],
    [EventTarget.prototype, 'addEventListener removeEventListener'],
    [MutationObserver.prototype, 'observe disconnect'],
    [Storage.prototype, 'getItem setItem'],
    [Array.prototype, 'map filter find flatMap forEach some every join concat slice push'],
    [Map.prototype, 'get set has'],
    [Promise.prototype, 'then catch finally'],
    [String.prototype, 'replace match split startsWith'],
    [JSON, 'parse stringify'],
    [Object, 'entries fromEntries keys assign'],
    [Date, 'now'],
    [window, 'fetch getComputedStyle requestAnimationFrame setInterval setTimeout postMessage'],
  ].flatMap(([owner, names]) => names.split(' ').map((name) => [owner, name]));
  const { defineProperty } = Object;
  for (const [owner, name] of lies) {
    defineProperty(owner, name, { configurable: true, value() {
      window.told += name + ' ';
      throw new Error('a lie');
    } });
  }
  for (const name of ['MutationObserver', 'URL', 'Map', 'Promise', 'customElements', 'Intl', 'Temporal']) {
    defineProperty(window, name, { configurable: true, get() {
      window.told += name + ' ';
      throw new Error('a lie');
    } });
  }
})();
</script></body></html>`;

/** A list of campaigns by their ids, as a page may draw it. */
export const listOf = (ids: readonly string[]): string =>
  `<table>${ids.map((id) => `<tr><td><a href="/app/campaign/${id}">Name ${id.slice(-4)}</a></td></tr>`).join('')}</table>`;

/** What a page may send along so that nothing but its own files runs in it or dresses it. */
export const STRICT_POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'",
};

/** A page under a strict policy; its script counts what the browser reports against the policy. */
export const strictPage = (attributes = '', body = '<p>Strict</p>'): string => `<!doctype html>
<html lang="en" ${attributes}><head><meta charset="utf-8"><title>Strict</title><link rel="icon" href="data:,">
<script src="/static/strict-page.js"></script></head><body>${body}</body></html>`;

export const STRICT_SCRIPT = `window.violations = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile }) => {
  window.violations.push(effectiveDirective + ' ' + sourceFile);
});`;

/** Renderings of the web app in which nothing is where it was. */
export const CHANGED_PAGES: Readonly<Record<string, string>> = {
  'a body with nothing in it': '<!doctype html><title>Bare</title><body></body>',
  'no body at all':
    '<!doctype html><title>No body</title><script>document.body?.remove();document.documentElement.append("lost")</script>',
  'a frameset':
    '<!doctype html><html><head><title>Frames</title></head><frameset cols="*"><frame src="about:blank"></frameset></html>',
  'names that shadow what its document offers':
    '<!doctype html><title>Names</title><body>' +
    ['querySelectorAll', 'createTreeWalker', 'documentElement', 'URL']
      .map((name) => `<img name="${name}">`)
      .join(''),
  'other names and other elements':
    '<!doctype html><title>New</title><body class="x1"><x-app><x-row data-k="1">Campaign</x-row></x-app></body>',
};
