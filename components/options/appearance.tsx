import { DENSITIES, LANGUAGES, THEMES, TIME_FORMATS, type TimeFormat } from '#store/look';
import { Choice } from './choice.tsx';
import { useOptions } from './context.ts';

/** Twenty to three in the afternoon, when the two ways of writing an hour differ. */
const SAMPLE = Date.UTC(2026, 0, 1, 14, 40);

const sampleOf = (hourCycle: Exclude<TimeFormat, 'system'>, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle,
    timeZone: 'UTC',
  }).format(SAMPLE);

/** How Sendwatch looks, in all its pages. */
export const AppearanceSection = () => {
  const { words } = useOptions();
  return (
    <section id="appearance" aria-labelledby="appearance-title">
      <h2 id="appearance-title">{words.t('options.section.appearance')}</h2>
      <div class="card">
        <Choice
          name="theme"
          label={words.t('look.theme')}
          values={THEMES}
          textOf={(theme) => words.t(`look.theme.${theme}`)}
        />
        <Choice
          name="density"
          label={words.t('look.density')}
          values={DENSITIES}
          textOf={(density) => words.t(`look.density.${density}`)}
        />
        <Choice
          name="timeFormat"
          label={words.t('look.timeFormat')}
          values={TIME_FORMATS}
          textOf={(format) =>
            format === 'system'
              ? words.t('look.timeFormat.system')
              : words.t(`look.timeFormat.${format}`, { sample: sampleOf(format, words.locale) })
          }
        />
        <Choice
          name="language"
          label={words.t('look.language')}
          values={LANGUAGES}
          textOf={(language) => words.t(`look.language.${language}`)}
          hint={words.t('look.language.text')}
        />
        {(['areCampaignsMarked', 'areInboxesMarked'] as const).map((name) => (
          <Choice
            key={name}
            name={name}
            label={words.t(`look.${name}`)}
            values={[true, false]}
            textOf={(isMarked) => words.t(isMarked ? `look.${name}.on` : 'look.marks.off')}
          />
        ))}
        <Choice
          name="isPanelShown"
          label={words.t('look.panel')}
          values={[true, false]}
          textOf={(isShown) => words.t(isShown ? 'look.panel.shown' : 'look.panel.hidden')}
          hint={words.t('look.panel.text')}
        />
      </div>
    </section>
  );
};
