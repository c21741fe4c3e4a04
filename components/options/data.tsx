import { useOptions } from './context.ts';
import { Erase } from './erase.tsx';
import { Import } from './import.tsx';
import { SaveFile } from './save-file.tsx';
import { Support } from './support.tsx';

const MEGABYTE = 1_000_000;

const Size = () => {
  const { model, words } = useOptions();
  const bytes = model.data.size.value;
  if (bytes === null) return <p>{words.t('data.size.unknown')}</p>;
  const inMegabytes = bytes >= MEGABYTE;
  const size = new Intl.NumberFormat(words.locale, {
    style: 'unit',
    unit: inMegabytes ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: inMegabytes ? 1 : 0,
  }).format(bytes / (inMegabytes ? MEGABYTE : 1_000));
  return <p data-bytes={bytes}>{words.t('data.size', { size })}</p>;
};

const Export = () => {
  const { model, words } = useOptions();
  const { exporting } = model.data;
  return (
    <div class="card">
      <h3>{words.t('data.export')}</h3>
      <p>{words.t('data.export.text')}</p>
      <SaveFile saving={exporting} label={words.t('data.export.all')} />
    </div>
  );
};

/** How much is stored, and what can be done with all of it. */
export const Data = () => {
  const { words } = useOptions();
  return (
    <section id="data" aria-labelledby="data-title">
      <h2 id="data-title">{words.t('options.section.data')}</h2>
      <Size />
      <p>{words.t('data.local')}</p>
      <Export />
      <Import />
      <Support />
      <Erase />
    </section>
  );
};
