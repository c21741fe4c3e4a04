import { useDashboard } from './context.ts';

const stateOf = (isPassing: boolean | null): 'passes' | 'fails' | 'unread' => {
  if (isPassing === null) return 'unread';
  return isPassing ? 'passes' : 'fails';
};

const SIGN = { passes: '✓', fails: '✕', unread: '?' } as const;

interface RecordLineProps {
  readonly name: string;
  readonly label: string;
  /** Null: it could not be read. */
  readonly isPassing: boolean | null;
}

/** How one thing stands that Instantly looked at, by a sign and in words. */
export const RecordLine = ({ name, label, isPassing }: RecordLineProps) => {
  const { words } = useDashboard();
  const state = stateOf(isPassing);
  return (
    <li data-record={name} data-state={state}>
      <span class="sign" aria-hidden="true">
        {SIGN[state]}
      </span>
      {words.t('vitals.record', { record: label, state: words.t(`vitals.state.${state}`) })}
    </li>
  );
};
