import { PRIORITIES, type Priority } from './standing.ts';

/** Waiting requests: the most urgent first, among equals the one that waits longest. */
export interface Queue<Item extends { readonly priority: Priority }> {
  add(item: Item): void;
  first(): Item | undefined;
  takeFirst(): Item | undefined;
}

/** An empty queue. */
export const createQueue = <Item extends { readonly priority: Priority }>(): Queue<Item> => {
  const lines = PRIORITIES.map((priority) => ({ priority, items: [] as Item[] }));
  const line = () => lines.find(({ items }) => items.length > 0)?.items;
  return {
    add: (item) => lines.find(({ priority }) => priority === item.priority)?.items.push(item),
    first: () => line()?.[0],
    takeFirst: () => line()?.shift(),
  };
};
