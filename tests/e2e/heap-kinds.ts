import type { CDPSession } from 'puppeteer-core';

/** What a JavaScript heap holds once all is cleared away that can be, by who put it there. */
export interface HeapKinds {
  /** Objects, closures, texts and what the browser keeps for them: what a program leaves behind. */
  readonly heldKb: number;
  /**
   * Bytecode, machine code and V8's notes on both. V8 compiles each function once more when it has run often enough, so
   * this grows for as long as rare paths get warm, whatever the program keeps: it is no leak and says nothing of one.
   */
  readonly compiledKb: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** Sums up a heap snapshot as V8 writes it, nodes by their own size. */
export const kindsOf = (json: string): HeapKinds => {
  const { snapshot, nodes, strings } = JSON.parse(json) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  if (type === undefined || name === undefined || size === undefined || type * name * size < 0) {
    throw new Error('a heap snapshot of another form');
  }
  const at = (place: number): number => nodes[place] ?? 0;
  let [heldB, compiledB] = [0, 0];
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = types[0][at(node + type)];
    // Lists of the code to throw away when a shape changes count as native; a closure's context is an object.
    const isOfCode = kind === 'native' && strings[at(node + name)]?.startsWith('system / ');
    if (kind === 'code' || isOfCode) compiledB += at(node + size);
    else heldB += at(node + size);
  }
  return { heldKb: heldB / 1_000, compiledKb: compiledB / 1_000 };
};

/** Collects all garbage of a page or worker and sums up what is left. */
export const readHeapKinds = async (session: CDPSession): Promise<HeapKinds> => {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }): void => {
    chunks.push(chunk);
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  try {
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  } finally {
    session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  }
  return kindsOf(chunks.join(''));
};
