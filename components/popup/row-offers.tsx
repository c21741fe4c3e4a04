import { useMemo } from 'preact/hooks';
import { base } from '#locales/en/base';
import { changeOffers } from '#locales/en/changes-offers';
import type { Verdict } from '#model';
import { createWords } from '#words';
import { offersOf } from '../changing/offer.ts';
import { Offers } from '../changing/offers.tsx';
import { usePopup } from './context.ts';

const catalogue = { ...base, ...changeOffers };

/** What can be changed at Instantly from an opened row. */
export const RowOffers = ({ verdict }: { readonly verdict: Verdict }) => {
  const { model, reader } = usePopup();
  const words = useMemo(() => createWords(catalogue, reader), [reader]);
  return <Offers offers={offersOf(verdict)} port={model.ports} words={words} />;
};
