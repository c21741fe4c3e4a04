import { useOptions } from './context.ts';

const SECTIONS = [
  'workspaces',
  'checking',
  'alerts',
  'changes',
  'appearance',
  'data',
  'about',
] as const;

/** The sections of the page, as links to them. */
export const Nav = () => {
  const { words } = useOptions();
  return (
    <nav aria-label={words.t('options.nav')}>
      {SECTIONS.map((section) => (
        <a key={section} href={`#${section}`}>
          {words.t(`options.section.${section}`)}
        </a>
      ))}
    </nav>
  );
};
