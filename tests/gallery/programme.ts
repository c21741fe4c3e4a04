import process from 'node:process';
import { type Scene, WIDTHS } from './scene.ts';
import { SCENES } from './scenes/index.ts';

/**
 * `npm test` plays the short programme: every third state, and of the variants, and of the sections of the dashboard in
 * each state of a workspace, every twelfth; each at every other width.
 */
const isShort = process.env['GALLERY'] === 'short';

const isInTurn = (place: number, every: number): boolean => !isShort || place % every === 0;

/** Another size, wish or language has the structure, and the dark colours, of its state. */
export const isVariant = ({ wish, locale, size }: Scene): boolean =>
  Boolean(wish ?? locale ?? size);

const isRepeated = (scene: Scene): boolean => isVariant(scene) || /^section-.+-/.test(scene.name);
const repeated = SCENES.filter(isRepeated);
const states = SCENES.filter((scene) => !isRepeated(scene));

/** The scenes that are played. */
export const PLAYED: readonly Scene[] = SCENES.filter((scene) =>
  isRepeated(scene) ? isInTurn(repeated.indexOf(scene), 12) : isInTurn(states.indexOf(scene), 3),
);

/** Widths that a scene is tried at beside its own, in px; by turns, so that each is tried with every surface. */
export const widthsOf = (scene: Scene): readonly number[] => {
  // Another size, or a wish of the reader's, is the same page as that of its state, which is tried at every width.
  if (scene.wish || scene.size) return [];
  const turn = PLAYED.indexOf(scene);
  return WIDTHS[scene.surface].filter((_, place) => isInTurn(place + turn, 2));
};
