import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceId } from '#model';
import { type Agency, addAgency } from '#sandbox';
import {
  addMember,
  checkStoredKey,
  completeRestored,
  connectWorkspace,
  createRestoring,
  listMembers,
  removeWorkspace,
  restoreWorkspaces,
} from '#watch';
import { createKeyWorld, T0 } from './key-world.ts';

let world: ReturnType<typeof createKeyWorld>;
let agency: Agency;
let admin: WorkspaceId;
let first: WorkspaceId;
let second: WorkspaceId;

beforeEach(() => {
  world = createKeyWorld();
  agency = addAgency(world.workspaces, { members: 3, startMs: T0 });
  [admin, first, second] = [agency.adminId, ...agency.memberIds] as [
    WorkspaceId,
    WorkspaceId,
    WorkspaceId,
  ];
});

const connect = (key = agency.key) => connectWorkspace(world.port, key);
const add = (memberId: WorkspaceId, workspaceId = admin) =>
  addMember(world.port, { workspaceId, memberId, name: 'As listed' });
const records = async () =>
  new Map((await world.store.workspaces()).map((record) => [record.id, record]));
const secrets = async () =>
  Object.fromEntries(
    await Promise.all(
      (await world.vault.list()).map(async (id) => [id, await world.vault.get(id)] as const),
    ),
  );
/** As a gateway would ask: whose campaigns it is given. */
const campaignsOf = async (id: WorkspaceId): Promise<readonly string[]> => {
  const workspace = (await records()).get(id);
  const journal = await world.store.journal(id);
  if (!workspace) throw new Error('no such workspace');
  const gateway = await world.gateways.of({
    workspace,
    journal: journal ?? ({ bucket: null, notBefore: null } as never),
  });
  const { value } = await gateway.request('user', (client) => client.listCampaigns());
  return value.map((campaign) => campaign.id);
};
const simulated = (id: WorkspaceId) => [
  ...(world.workspaces.member(id)?.world.state.campaigns.keys() ?? []),
];
const newKey = (scopes: readonly string[] = ['all:read']): string => {
  const key = `bmV3LWFkbWluLWtleQ-${scopes.join('.')}`;
  world.workspaces.addKey(key, admin, scopes);
  return key;
};

describe('an admin key', () => {
  test('lists the workspaces of its group and says which are watched', async () => {
    await connect();
    await add(first);
    expect(await listMembers(world.port, admin)).toMatchObject({
      ok: true,
      members: [
        { id: first, name: 'Client 1', isWatched: true },
        { id: second, name: 'Client 2', isWatched: false },
        { name: 'Client 3', isWatched: false },
      ],
    });
    // The same list, asked for at a member's card.
    expect(await listMembers(world.port, first)).toEqual(await listMembers(world.port, admin));
  });

  test('of one workspace alone has no further ones', async () => {
    world.workspaces.addKey('a2V5LW9mLWEtY2xpZW50', first, ['all:read']);
    await connect('a2V5LW9mLWEtY2xpZW50');
    expect(await listMembers(world.port, first)).toEqual({ ok: true, members: [] });
  });

  test('without the scope for it is told which one is missing', async () => {
    await connect(newKey(['campaigns:read', 'workspaces:read']));
    expect(await listMembers(world.port, admin)).toMatchObject({
      ok: false,
      problem: { code: 'scope_missing', scopes: ['workspace_group_members:read'] },
    });
  });

  test('watches each chosen workspace by itself, acting on that one alone', async () => {
    await connect();
    expect(await add(first)).toMatchObject({ ok: true, workspaceId: first, name: 'Client 1' });
    await add(second);
    const all = await records();
    expect([...all.values()].map(({ name, order }) => [name, order])).toEqual(
      expect.arrayContaining([
        ['Tailspin Agency', 0],
        ['Client 1', 1],
        ['Client 2', 2],
      ]),
    );
    expect(all.get(first)).toMatchObject({
      adminId: admin,
      keyTail: agency.key.slice(-4),
      state: { kind: 'first_check' },
      abilities: all.get(admin)?.abilities,
    });
    expect(all.get(admin)).not.toHaveProperty('adminId');
    for (const id of [admin, first, second]) {
      expect(await campaignsOf(id)).toEqual(simulated(id));
    }
    expect(simulated(first)).not.toEqual(simulated(second));
    // A budget for each: what one spends the others keep.
    const left = world.gateways.known(first)?.bucket();
    await campaignsOf(second);
    expect(world.gateways.known(first)?.bucket()).toEqual(left);
    expect(world.gateways.known(second)?.bucket().tokens).toBeLessThan(left?.tokens ?? 0);
  });

  test('takes the listed name where it may not read the real one', async () => {
    await connect(newKey(['campaigns:read', 'workspace_group_members:read']));
    const [id] = (await records()).keys();
    expect(await add(first, id)).toMatchObject({ ok: true, name: 'As listed' });
  });

  test('that does not act on the workspace is not taken for it', async () => {
    await connect();
    const stranger = '0190f0c0-0000-7000-8000-0000000000ff' as WorkspaceId;
    expect(await add(stranger)).toMatchObject({ ok: false, problem: { code: 'not_a_member' } });
    // An Instantly that overlooks the header answers with the admin's own workspace.
    const deaf = world.startWorker().port;
    const answered = await addMember(
      {
        ...deaf,
        fetch: (url, init) => {
          const headers = new Headers(init.headers);
          headers.delete('x-as-workspace');
          return deaf.fetch(url, { ...init, headers });
        },
      },
      { workspaceId: admin, memberId: first, name: '' },
    );
    expect(answered).toMatchObject({ ok: false, problem: { code: 'not_a_member' } });
    expect([...(await records()).keys()]).toEqual([admin]);
    expect(Object.keys(await secrets())).toEqual([`api-key:${admin}`]);
  });

  test('of a workspace that left the group stops that one alone', async () => {
    await connect();
    await add(first);
    world.workspaces.add(world.workspaces.member(admin)?.world as never, { subWorkspaceIds: [] });
    expect(await checkStoredKey(world.port, first)).toMatchObject({ ok: false });
    expect((await records()).get(first)?.state.kind).toBe('key_rejected');
    expect(await checkStoredKey(world.port, admin)).toMatchObject({ ok: true });
  });
});

describe('the key in the vault', () => {
  beforeEach(async () => {
    await connect();
    await add(first);
    await add(second);
  });

  test('stays with the others when one workspace is removed, and goes with the last', async () => {
    await removeWorkspace(world.port, admin);
    expect(await campaignsOf(first)).toEqual(simulated(first));
    expect(await listMembers(world.port, first)).toMatchObject({
      members: [{ id: admin, name: 'Tailspin Agency', isWatched: false }, {}, {}, {}],
    });
    await removeWorkspace(world.port, first);
    expect(await campaignsOf(second)).toEqual(simulated(second));
    expect(Object.values(await secrets())).toEqual([agency.key]);
    await removeWorkspace(world.port, second);
    expect(await secrets()).toEqual({});
  });

  test('is replaced for all of them, and answers to the old one are old news', async () => {
    const before = await records();
    const key = newKey();
    world.workspaces.revokeKey(agency.key);
    expect(await connect(key)).toMatchObject({ ok: true, workspaceId: admin, isReplaced: true });
    expect(Object.values(await secrets())).toEqual([key, key, key]);
    for (const [id, { generation, name }] of await records()) {
      expect(generation).toBe((before.get(id)?.generation ?? 0) + 1);
      expect(name).toBe(before.get(id)?.name);
      expect(await campaignsOf(id)).toEqual(simulated(id));
    }
  });

  test('is replaced for the members when the admin workspace itself is not watched', async () => {
    await removeWorkspace(world.port, admin);
    const key = newKey();
    expect(await connect(key)).toMatchObject({ ok: true, isReplaced: true });
    expect(new Set((await records()).keys())).toEqual(new Set([first, second]));
    expect(Object.values(await secrets())).toEqual([key, key]);
    // The admin's own can be chosen again, and then has the key as its own.
    await add(admin, first);
    expect((await records()).get(admin)).not.toHaveProperty('adminId');
    expect(await campaignsOf(admin)).toEqual(simulated(admin));
  });

  test('of a member of its own takes the place of the admin key, for that one', async () => {
    world.workspaces.addKey('b3duLWtleS1vZi1jbGllbnQ', first, ['all:read']);
    expect(await connect('b3duLWtleS1vZi1jbGllbnQ')).toMatchObject({ ok: true, isReplaced: true });
    expect(await secrets()).toEqual({
      [`api-key:${admin}`]: agency.key,
      [`api-key:${first}`]: 'b3duLWtleS1vZi1jbGllbnQ',
      [`api-key:${second}@${admin}`]: agency.key,
    });
    world.asked.length = 0;
    expect(await campaignsOf(first)).toEqual(simulated(first));
    expect(world.asked).toMatchObject([{ actsOn: undefined }]);
  });

  test('brings back every workspace, its name and whom the key acts on, after the cache was lost', async () => {
    const before = await records();
    for (const id of before.keys()) await world.store.removeWorkspace(id);
    const { port, gateways } = world.startWorker();
    await restoreWorkspaces(port);
    expect([...(await records()).values()].map(({ name }) => name)).toEqual(['', '', '']);
    await completeRestored(port);
    for (const [id, { name, adminId, keyTail }] of await records()) {
      expect({ name, adminId, keyTail }).toEqual({
        name: before.get(id)?.name,
        adminId: before.get(id)?.adminId,
        keyTail: before.get(id)?.keyTail,
      });
      expect(gateways.known(id)?.bucket().tokens).toBeLessThan(1);
    }
    world.asked.length = 0;
    await completeRestored(port);
    expect(world.asked).toEqual([]);
  });

  test('brings them back while it cannot be read, and the rest when it can', async () => {
    await world.store.removeWorkspace(first);
    await world.vault.setMode({
      mode: 'passphrase',
      passphrase: 'correct horse battery',
      lockAfterMinutes: null,
    });
    await world.vault.lock();
    const restore = createRestoring(world.startWorker().port);
    await Promise.all([restore(), restore()]);
    expect((await records()).get(first)).toMatchObject({ adminId: admin, keyTail: '', name: '' });
    await world.vault.unlock('correct horse battery');
    world.asked.length = 0;
    await Promise.all([restore(), restore()]);
    expect((await records()).get(first)).toMatchObject({
      keyTail: agency.key.slice(-4),
      name: 'Client 1',
    });
    // Two checks at once ask once.
    expect(world.asked).toHaveLength(1);
  });

  test('has its names asked for no more when it may not read them', async () => {
    const key = newKey(['campaigns:read']);
    await connect(key);
    for (const id of (await records()).keys()) await world.store.removeWorkspace(id);
    const { port } = world.startWorker();
    await restoreWorkspaces(port);
    await completeRestored(port);
    world.asked.length = 0;
    await completeRestored(port);
    expect(world.asked).toEqual([]);
    for (const { missingScopes } of (await records()).values()) {
      expect(missingScopes).toEqual(['workspaces:read']);
    }
  });
});
