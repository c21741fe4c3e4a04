// Runs in the browser as the page's own script. It stands on its own: no imports.

const TABS = ['analytics', 'leads', 'sequences', 'schedule', 'options'];
const NAV = [
  ['accounts', 'Email Accounts', '✉'],
  ['campaigns', 'Campaigns', '➤'],
  ['settings/integrations', 'Settings', '⚙'],
];
const CAMPAIGN_PATH = /^\/app\/campaign\/([^/]+)(?:\/([a-z]+))?$/;
const HYDRATION_MS = 120;
const WORKSPACE_ITEM = 'selected_wks';

// Only text nodes are made of data, as React does.
const el = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

let data;

const navigate = (path) => {
  history.pushState(null, '', path);
  render();
};

const link = (href, className, ...children) => {
  const node = el('a', { href, class: className }, ...children);
  node.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    navigate(href);
  });
  return node;
};

const selected = (isSelected) => (isSelected ? ' Mui-selected' : '');

const nav = () =>
  el(
    'nav',
    { class: 'AppNav', 'aria-label': 'Main' },
    ...NAV.map(([route, name, glyph]) => {
      const isHere = location.pathname.startsWith(`/app/${route}`);
      const item = link(`/app/${route}`, `MuiButtonBase-root${selected(isHere)}`, glyph);
      item.setAttribute('aria-label', name);
      return item;
    }),
  );

const topBar = ({ workspace, workspaces }) => {
  const button = el(
    'button',
    { class: 'MuiButtonBase-root MuiButton-root MuiButton-outlined', type: 'button' },
    workspace,
  );
  button.addEventListener('click', () => {
    const next = workspaces[(workspaces.indexOf(workspace) + 1) % workspaces.length] ?? workspace;
    localStorage.setItem(WORKSPACE_ITEM, next);
    void load();
  });
  return el('header', { id: 'mainAppBar', class: 'MuiAppBar-root' }, button);
};

const table = (label, rows) =>
  el('div', { class: 'MuiTable-root', role: 'table', 'aria-label': label }, ...rows);

const campaignRow = ({ id, name, status }) =>
  el(
    'div',
    { class: 'MuiTableRow-root', role: 'row' },
    link(`/app/campaign/${id}/analytics`, 'MuiTypography-root MuiLink-root', name),
    el('span', { class: 'MuiChip-root', role: 'cell' }, status),
    el('span', { role: 'cell' }, '…'),
  );

const accountRow = ({ name, status }) =>
  el(
    'div',
    { class: 'MuiTableRow-root', role: 'row' },
    el('span', { class: 'MuiTypography-root', role: 'cell' }, name),
    el('span', { class: 'MuiChip-root', role: 'cell' }, status),
    el('span', { role: 'cell' }, '…'),
  );

const heading = (text) => el('h1', { class: 'MuiTypography-root MuiTypography-h1' }, text);

const campaignPage = (shown, id, tab) => {
  const campaign = shown.campaigns.find((row) => row.id === id.toLowerCase());
  const card = (label) => el('div', { class: 'MuiPaper-root' }, el('small', {}, label), '–');
  return [
    heading(campaign?.name ?? 'Campaign not found'),
    el(
      'div',
      { class: 'MuiTabs-root', role: 'tablist' },
      ...TABS.map((name) =>
        link(
          `/app/campaign/${id}/${name}`,
          `MuiButtonBase-root MuiTab-root${selected(name === tab)}`,
          `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        ),
      ),
    ),
    el(
      'div',
      { class: 'MuiGrid-container' },
      ...['Sequence started', 'Open rate', 'Click rate', 'Opportunities'].map(card),
    ),
    el('div', { class: 'MuiPaper-root Chart' }, el('small', {}, tab)),
  ];
};

const content = (shown) => {
  const [, id, tab] = CAMPAIGN_PATH.exec(location.pathname) ?? [];
  if (id !== undefined) return campaignPage(shown, id, tab ?? 'analytics');
  switch (location.pathname) {
    case '/app/accounts':
      return [heading('Email Accounts'), table('Email accounts', shown.accounts.map(accountRow))];
    case '/app/settings/integrations':
      return [heading('Integrations'), el('div', { class: 'MuiPaper-root' }, 'API Keys')];
    default:
      return [heading('Campaigns'), table('Campaigns', shown.campaigns.map(campaignRow))];
  }
};

// Everything is made anew on each render: what hangs itself into the page has to survive that.
function render() {
  const root = document.getElementById('root');
  if (!data || !root) return;
  const main = el('main', { class: 'AppContent' }, ...content(data));
  root.replaceChildren(el('div', { class: 'AppShell' }, nav(), el('div', {}, topBar(data), main)));
}

async function load() {
  const wanted = new URLSearchParams(location.search).get(WORKSPACE_ITEM);
  const workspace = wanted ?? localStorage.getItem(WORKSPACE_ITEM) ?? '';
  const answer = await fetch(`/backend/data?workspace=${encodeURIComponent(workspace)}`);
  data = await answer.json();
  render();
}

addEventListener('popstate', render);
// As the real app does on a push from its server: the same rows, new nodes.
addEventListener('sandbox:rerender', render);
setTimeout(() => void load(), HYDRATION_MS);
