import { cause, type Rule } from '../../cause.ts';

/** One mail leaves per gap, not one per inbox: the most common invisible brake. A setting, so an opportunity, no loss. */
export const oneByOne: Rule = ({ capacityInput, totalInboxes, lossOf }) => {
  if (capacityInput.isOneByOne !== true) return null;
  const possible = lossOf('one_by_one');
  return possible === null || possible > 0
    ? cause('one_by_one', 'blue', {
        loss: 0,
        params: { possible, inboxes: totalInboxes ?? null },
        actions: ['open_campaign'],
      })
    : null;
};
