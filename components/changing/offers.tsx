import { useState } from 'preact/hooks';
import type { changeOffers } from '#locales/en/changes-offers';
import type { ChangeMessages, Send } from '#messages';
import type { PlannedChange } from '#model';
import type { WorkspaceRecord } from '#store/read';
import type { Words } from '#words';
import { type Allowance, allowanceOf } from './allowance.ts';
import type { Offer } from './offer.ts';

/** What buttons that offer changes need of the world. */
export interface OfferPort {
  readWorkspaces(): Promise<readonly WorkspaceRecord[]>;
  /** Whether the user has switched changes on. */
  readAreChangesAllowed(): Promise<boolean>;
  send: Send<Pick<ChangeMessages, 'change.open'>>;
}

/** Why a button did not open its window; `no_answer`: nobody knows. */
export type Hindrance = Exclude<Allowance, { kind: 'allowed' }> | { readonly kind: 'no_answer' };

/** Opens the window in which changes are confirmed; gives what is in the way, or null when it opens. */
export const openConfirm = async (
  port: OfferPort,
  changes: readonly PlannedChange[],
): Promise<Hindrance | null> => {
  const allowance = allowanceOf(
    changes,
    await port.readWorkspaces(),
    await port.readAreChangesAllowed(),
  );
  if (allowance.kind !== 'allowed') return allowance;
  try {
    const { ok } = await port.send('change.open', { changes });
    return ok ? null : { kind: 'no_answer' };
  } catch (error) {
    console.warn(error);
    return { kind: 'no_answer' };
  }
};

type OfferWords = Words<typeof changeOffers>;

/** What is in the way of a change, and the way out. */
export const HindranceText = ({
  hindrance,
  words,
}: {
  readonly hindrance: Hindrance | null;
  readonly words: OfferWords;
}) => (
  <p role="status" class="hindrance" data-hindrance={hindrance?.kind}>
    {hindrance &&
      (hindrance.kind === 'scope_missing'
        ? words.t('offer.scope_missing', { scopes: hindrance.scopes })
        : words.t(`offer.${hindrance.kind}`))}
    {hindrance?.kind === 'read_only' && (
      <>
        {' '}
        <a href="/options.html#changes" target="_blank" rel="noreferrer">
          {words.t('offer.allow')}
        </a>
      </>
    )}
  </p>
);

interface OffersProps {
  readonly offers: readonly Offer[];
  readonly port: OfferPort;
  readonly words: OfferWords;
}

/** Buttons for changes. Each opens the window that confirms its own; where it cannot, it says why. */
export const Offers = ({ offers, port, words }: OffersProps) => {
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);
  if (offers.length === 0) return null;
  return (
    <div class="offers" data-offers>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form */}
      <div role="group" class="actions" aria-label={words.t('offer.group')}>
        {offers.map(({ kind, changes, limitPerDay }) => (
          <button
            key={kind}
            type="button"
            class="button"
            data-offer={kind}
            onClick={async () => setHindrance(await openConfirm(port, changes))}
          >
            {words.t(`offer.${kind}`, {
              count: changes.reduce(
                (sum, { change }) =>
                  sum + (change.kind === 'set_warmup' ? change.inboxes.length : 1),
                0,
              ),
              limitPerDay: limitPerDay ?? 0,
            })}
          </button>
        ))}
      </div>
      <HindranceText hindrance={hindrance} words={words} />
    </div>
  );
};
