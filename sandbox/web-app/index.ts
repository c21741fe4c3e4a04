import { readFile } from 'node:fs/promises';

/** One answer of the web app's own server. */
export interface WebAppReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** What one workspace looks like to the web app. */
export interface WebAppWorkspace {
  readonly name: string;
  /** Asks the world as this workspace's owner: API path and query, answer body. */
  ask(path: string, query: URLSearchParams): unknown;
}

/** The stand-in for app.instantly.ai: a client-rendered page and the one endpoint it reads. */
export interface WebApp {
  answer(path: string, query: URLSearchParams): WebAppReply;
}

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | undefined;
}

const readPage = (body: unknown): Page => {
  const { items, next_starting_after: next } = body as {
    items?: Page['items'];
    next_starting_after?: string | null;
  };
  return { items: items ?? [], next: next ?? undefined };
};

const readAll = (workspace: WebAppWorkspace, path: string): Page['items'] => {
  const all: Page['items'][number][] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100' });
    if (cursor !== undefined) query.set('starting_after', cursor);
    const page = readPage(workspace.ask(path, query));
    all.push(...page.items);
    cursor = page.items.length > 0 ? page.next : undefined;
  } while (cursor !== undefined);
  return all;
};

const STATUS_WORDS: Readonly<Record<string, string>> = {
  '0': 'Draft',
  '1': 'Active',
  '2': 'Paused',
  '3': 'Completed',
  '4': 'Running subsequences',
};

const text = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value);

const backendData = (workspaces: readonly WebAppWorkspace[], wanted: string): unknown => {
  const workspace = workspaces.find(({ name }) => name === wanted) ?? workspaces[0];
  if (!workspace) return { workspace: '', workspaces: [], campaigns: [], accounts: [] };
  return {
    workspace: workspace.name,
    workspaces: workspaces.map(({ name }) => name),
    campaigns: readAll(workspace, '/api/v2/campaigns').map((campaign) => ({
      id: text(campaign['id']),
      name: text(campaign['name']),
      status: STATUS_WORDS[text(campaign['status'])] ?? 'Error',
    })),
    accounts: readAll(workspace, '/api/v2/accounts').map((account) => ({
      id: text(account['email']),
      name: text(account['email']),
      status: account['status'] === 1 ? 'Active' : 'Attention',
    })),
  };
};

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Instantly (sandbox)</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/style.css"></head>
<body><div id="root"><span class="MuiCircularProgress-root" role="progressbar" aria-label="Loading"></span></div>
<script type="module" src="/static/client.js"></script></body>
</html>`;

/** Reads the page's files and serves them with the data of these workspaces; the first is shown by default. */
export const createWebApp = async (workspaces: readonly WebAppWorkspace[]): Promise<WebApp> => {
  const source = (name: string): Promise<string> =>
    readFile(new URL(name, import.meta.url), 'utf8');
  const script = await source('client.js');
  const style = await source('style.css');
  const reply = (contentType: string, body: string, status = 200): WebAppReply => ({
    status,
    contentType: `${contentType}; charset=utf-8`,
    body,
  });

  return {
    answer(path, query) {
      if (path === '/static/client.js') return reply('text/javascript', script);
      if (path === '/static/style.css') return reply('text/css', style);
      if (path === '/backend/data') {
        const wanted = query.get('workspace') ?? '';
        return reply('application/json', JSON.stringify(backendData(workspaces, wanted)));
      }
      return path.startsWith('/app')
        ? reply('text/html', PAGE)
        : reply('text/html', '<!doctype html><title>Not found</title>', 404);
    },
  };
};
