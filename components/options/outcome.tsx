import type { Doing } from './ask.ts';
import { useOptions } from './context.ts';

/** What came of something that was asked of the background, where nothing more is to be said than yes or no. */
export const Outcome = ({ outcome }: { readonly outcome: Doing }) => {
  const { words } = useOptions();
  switch (outcome) {
    case 'done':
      return (
        <span role="status" class="good">
          {words.t('options.saved')}
        </span>
      );
    case 'failed':
    case 'no_answer':
      return (
        <span role="alert" class="bad">
          {words.t(outcome === 'failed' ? 'options.notStored' : 'options.noAnswer')}
        </span>
      );
    default:
      return null;
  }
};
