import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { type HeapKinds, kindsOf } from './heap-kinds.ts';

/** The heap of a thread that has run this program and goes on living. */
const heapAfter = async (program: string): Promise<HeapKinds> => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     ${program}
     parentPort.on('message', () => {});
     parentPort.postMessage('ready');`,
    { eval: true },
  );
  try {
    await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    return kindsOf(await text(await worker.getHeapSnapshot()));
  } finally {
    await worker.terminate();
  }
};

test('what a program keeps is held, and what V8 compiles for it is not', async () => {
  const idle = await heapAfter('');
  const leaking = await heapAfter(
    'globalThis.kept = Array.from({ length: 10_000 }, (_, n) => ({ n, at: [n] }));',
  );
  const busy = await heapAfter(`
    globalThis.made = Array.from({ length: 300 }, (_, n) =>
      new Function('a', 'let s = 0; for (let i = 0; i < a; i += 1) s = (s * 31 + i + ' + n + ') | 0; return s;'));
    for (const work of globalThis.made) for (let times = 0; times < 300; times += 1) work(1_000);`);
  expect(leaking.heldKb - idle.heldKb).toBeGreaterThan(400);
  expect(leaking.compiledKb - idle.compiledKb).toBeLessThan(100);
  expect(busy.compiledKb - idle.compiledKb).toBeGreaterThan(400);
  // Its three hundred functions themselves, and their source.
  expect(busy.heldKb - idle.heldKb).toBeLessThan(200);
});
