/** One text of a catalogue: plain, or one form per plural category, selected by the parameter `count`. */
export type Message =
  | string
  | ({ readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string });

/** All texts of one language, or the part of them that one surface needs. */
export type Catalogue = Readonly<Record<string, Message>>;

/** A value for a placeholder. Numbers, lists and instants are written the reader's way; untrusted text needs `{name:text}`. */
export type ParamValue = string | number | boolean | null | undefined | readonly string[];
export type Params = Readonly<Record<string, ParamValue>>;

type NameOf<Hole extends string> = Hole extends `${infer Name}:${string}` ? Name : Hole;
type HolesIn<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? NameOf<Hole> | HolesIn<Rest>
  : never;

/** The parameters that a message needs, read from its text. */
export type ParamsOf<M extends Message> = M extends string
  ? HolesIn<M>
  : M extends { readonly other: infer Other extends string }
    ? HolesIn<Other> | 'count'
    : never;

/** `{name}` or `{name:format}`. */
const HOLE = /\{(\w+)(?::(\w+))?\}/g;

/** Whether every placeholder of a text has a value; one without would leave a hole in a sentence. */
export const isComplete = (text: string, params: Params): boolean =>
  [...text.matchAll(HOLE)].every(([, name]) => name !== undefined && params[name] != null);

/** Replaces the placeholders of a text by what `format` makes of them. */
export const fill = (
  text: string,
  params: Params,
  format: (value: ParamValue, kind: string | undefined) => string,
): string =>
  text.replace(HOLE, (_hole, name: string, kind: string | undefined) => format(params[name], kind));
