import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Scene, SURFACES, THEMES } from './scene.ts';

const figure = ({ surface, name }: Scene): string =>
  THEMES.map(
    (theme) =>
      `<figure><img loading="lazy" src="${surface}/${name}-${theme}.png" alt=""><figcaption>${name}, ${theme}</figcaption></figure>`,
  ).join('');

/** Writes a page that shows all pictures side by side. */
export const writeIndex = (folder: string, scenes: readonly Scene[]): void => {
  const sections = SURFACES.map(
    (surface) =>
      `<h2>${surface}</h2><section>${scenes
        .filter((scene) => scene.surface === surface)
        .map(figure)
        .join('')}</section>`,
  );
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>body{font:14px sans-serif;background:#ccc}section{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0;width:380px}img{width:100%}</style>
${sections.join('\n')}</html>\n`,
  );
};
