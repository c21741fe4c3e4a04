import { useOptions } from './context.ts';

const LINKS = [
  { word: 'about.link.api', url: 'https://developer.instantly.ai/' },
  {
    word: 'about.link.limits',
    url: 'https://developer.instantly.ai/getting-started/rate-limit',
  },
  { word: 'about.link.help', url: 'https://help.instantly.ai/' },
] as const;

const SENT = ['about.sent.api', 'about.sent.page', 'about.sent.nobody'] as const;

/** Which version this is, what leaves this browser, and what Sendwatch cannot see. */
export const About = () => {
  const { model, words } = useOptions();
  return (
    <section id="about" aria-labelledby="about-title">
      <h2 id="about-title">{words.t('options.section.about')}</h2>
      <p>{words.t('about.version', { version: model.ports.version })}</p>
      <div class="card">
        <h3>{words.t('about.sent')}</h3>
        <ul class="plain">
          {SENT.map((word) => (
            <li key={word}>{words.t(word)}</li>
          ))}
        </ul>
        <h3>{words.t('about.ai')}</h3>
        <p>{words.t('about.ai.text')}</p>
        <h3>{words.t('about.links')}</h3>
        <ul class="plain">
          {LINKS.map(({ word, url }) => (
            <li key={word}>
              <a href={url} target="_blank" rel="noreferrer">
                {words.t(word)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};
