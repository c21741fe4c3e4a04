import type { Capacity, InboxCounts } from '#model';
import { inboxPartsOf } from '../report/index.ts';
import type { AnswerWords } from './words.ts';

const Figure = ({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string | false;
}) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <b>{value}</b> {note && <small>{note}</small>}
    </dd>
  </div>
);

/** What today could hold, and what binds it. */
export const CapacityFigures = ({
  capacity: { today, withoutBottleneck, bottleneck, assumed },
  words,
}: {
  readonly capacity: Capacity;
  readonly words: AnswerWords;
}) => {
  const without = withoutBottleneck && words.number(Math.round(withoutBottleneck.mean));
  return (
    <dl class="figures">
      <Figure
        label={words.t('panel.today')}
        value={words.number(Math.round(today.mean))}
        note={assumed.length > 0 && words.t('panel.upTo')}
      />
      {bottleneck && (
        <Figure
          label={words.t('panel.bottleneck')}
          value={words.t(`panel.constraint.${bottleneck}`)}
          note={without !== null && words.t('panel.withoutIt', { mails: without })}
        />
      )}
      {!bottleneck && without !== null && (
        <Figure label={words.t('panel.ifRunning')} value={without} />
      )}
    </dl>
  );
};

/** How the inboxes stand, as a bar and in words. */
export const InboxBar = ({
  counts,
  words,
}: {
  readonly counts: InboxCounts | undefined;
  readonly words: AnswerWords;
}) => {
  const parts = inboxPartsOf(counts, words);
  if (parts.length === 0) return null;
  return (
    <div class="inboxes">
      <div class="bar" role="img" aria-label={words.t('panel.inboxes')}>
        {parts.map(({ tone, count }) => (
          <i key={tone} class={tone} style={{ flexGrow: String(count) }} />
        ))}
      </div>
      <ul>
        {parts.map(({ tone, text }) => (
          <li key={tone}>
            <i class={tone} />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
};
