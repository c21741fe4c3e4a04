import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { WorkspaceId } from '#model';
import { type Agency, addAgency } from '#sandbox';
import { addMember, checkStoredKey, connectWorkspace, type WorkspacesPort } from '#watch';
import { createKeyWorld, T0 } from './key-world.ts';

/** What a user may cause at most in any second and in any minute (QUALITY.md B2: 5 % of Instantly's limit). */
const CAP = { perSecond: 10, perMinute: 300 };

let world: ReturnType<typeof createKeyWorld>;
let agency: Agency;
let admin: WorkspaceId;

beforeEach(() => {
  world = createKeyWorld();
  agency = addAgency(world.workspaces, { members: 2, startMs: T0 });
  admin = agency.adminId as WorkspaceId;
});

/** The port as it was before: whoever connects or checks pays nothing. */
const unpaid = (port: WorkspacesPort): WorkspacesPort => ({
  ...port,
  allowance: { pay: async () => undefined },
  gateways: {
    ...port.gateways,
    of: async (memory) => {
      const gateway = await world.startWorker().gateways.of({
        ...memory,
        // A bucket that nobody used yet, each time.
        journal: { ...memory.journal, bucket: null as never },
      });
      return { ...gateway, pay: async () => undefined };
    },
  },
});

const checkOften = async (port: WorkspacesPort): Promise<void> => {
  for (let n = 0; n < 100; n += 1) {
    expect(await checkStoredKey(port, admin)).toMatchObject({ ok: true });
  }
};
const connectOften = async (port: WorkspacesPort, key: string): Promise<void> => {
  for (let n = 0; n < 100; n += 1) await connectWorkspace(port, key);
};

test('"Check key" pressed a hundred times stays within the budget of the workspace', async () => {
  await connectWorkspace(world.port, agency.key);
  world.audit.reset();
  await checkOften(world.port);
  expect(world.audit.total()).toBe(500);
  world.audit.assertWithin(CAP);
  const perMinute = 500 / ((world.clock.now - T0) / 60_000);
  expect(perMinute).toBeLessThan(300);
});

test('so does the same in the middle of a check: both take from one budget', async () => {
  await connectWorkspace(world.port, agency.key);
  world.audit.reset();
  const [workspace] = await world.store.workspaces();
  if (!workspace) throw new Error('not connected');
  const gateway = await world.gateways.of({
    workspace,
    journal: { bucket: { tokens: 5, updatedAt: T0, ratePerSecond: 5 }, notBefore: null } as never,
  });
  const listing = Promise.all(
    Array.from({ length: 100 }, () => gateway.request('rest', (client) => client.listCampaigns())),
  );
  await checkOften(world.port);
  await listing;
  world.audit.assertWithin(CAP);
});

test('a key connected a hundred times stays within it, the replaced one, the refused one and the unknown one', async () => {
  await connectOften(world.port, agency.key);
  world.audit.assertWithin(CAP);
  world.workspaces.revokeKey(agency.key);
  await connectOften(world.port, agency.key);
  await connectOften(world.port, 'bm8tc3VjaC1rZXktYW55d2hlcmU');
  world.audit.assertWithin(CAP);
});

test('what connecting spent is not given back to a worker that was killed', async () => {
  world.workspaces.revokeKey(agency.key);
  for (let n = 0; n < 400; n += 1) {
    await connectWorkspace(world.startWorker().port, agency.key);
  }
  expect(world.audit.total()).toBe(400);
  world.audit.assertWithin(CAP);
});

test('a whole group that is added keeps within the budget of connecting', async () => {
  await connectWorkspace(world.port, agency.key);
  for (const memberId of agency.memberIds as WorkspaceId[]) {
    await addMember(world.port, { workspaceId: admin, memberId, name: '' });
  }
  world.audit.assertWithin(CAP);
  // Each was asked once: what the key may do is known from the first.
  expect(world.asked.filter(({ actsOn }) => actsOn !== undefined)).toHaveLength(2);
});

test('control: without the budgets a hundred presses pass the cap', async () => {
  await connectWorkspace(world.port, agency.key);
  world.audit.reset();
  await checkOften(unpaid(world.port));
  expect(() => world.audit.assertWithin(CAP)).toThrow('Too many requests');
  world.audit.reset();
  await connectOften(unpaid(world.port), agency.key);
  expect(() => world.audit.assertWithin(CAP)).toThrow('Too many requests');
});
