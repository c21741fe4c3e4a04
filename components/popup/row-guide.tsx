import { useMemo } from 'preact/hooks';
import { base } from '#locales/en/base';
import { changeGuides } from '#locales/en/changes-guides';
import type { Verdict } from '#model';
import { createWords } from '#words';
import { guideKindOf } from '../dashboard/guide.ts';
import { guideHash } from '../dashboard/routes.ts';
import { usePopup } from './context.ts';

const catalogue = { ...base, ...changeGuides };

/** The way to the steps out of a cause that has them: they stand on the dashboard, which stays open while Instantly is mended. */
export const RowGuide = ({ verdict: { campaignId, causes } }: { readonly verdict: Verdict }) => {
  const { reader } = usePopup();
  const words = useMemo(() => createWords(catalogue, reader), [reader]);
  const kind = guideKindOf(causes);
  if (kind === null) return null;
  return (
    <p class="to-guide">
      <a
        data-to-guide={kind}
        href={`/dashboard.html${guideHash(campaignId)}`}
        target="_blank"
        rel="noreferrer"
      >
        {words.t('guide.show')}: {words.t(`guide.${kind}`)}
      </a>
    </p>
  );
};
