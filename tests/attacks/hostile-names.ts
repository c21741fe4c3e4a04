// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a template that must not be filled in

/** Texts that would be markup, an address or a template to a careless surface. All are shorter than what is shown whole. */
export const MARKUP: readonly string[] = [
  '<img src=x onerror=alert(14)> <script>alert(14)</script> "><b onmouseover=alert(14)>x</b>',
  '</style><style>*{display:none}</style> <iframe srcdoc="<script>alert(14)</script>"></iframe>',
  'javascript:alert(14) {{constructor.constructor("alert(14)")()}}',
  '{name} {count} {headline} ${alert(14)} $& $1 &lt;b&gt; &#x202e; %3Cb%3E \\u202e',
];

/** Letters that run from right to left, with figures behind that they would drag along. */
export const RIGHT_TO_LEFT = 'קמפיין 3 (חורף) 40';

/** Texts that would turn, stretch or tear what stands around them. */
export const UNRULY: Readonly<Record<string, string>> = {
  'overrides, isolates and what ends them':
    'Q\u202egni\u202c a\u2066b\u2067c\u2068d\u200fe\u061cf\u2069\u2069\u202c',
  'letters from right to left': RIGHT_TO_LEFT,
  'nothing to see, lone surrogates, controls and lines':
    'z\u200be\u2060r\ufeffo\u00adw\u{e0041}idth \ud800b\udc00 \u0000\u0007c\r\nd\u2028e\u0085',
  'marks piled up': `Z${'\u0300\u0336\u0489'.repeat(40)}algo`,
  'a megabyte': 'M'.repeat(1_000_000),
  'a megabyte of the widest letter': '﷽'.repeat(500_000),
  'joined emoji': '👩‍👩‍👧‍👦'.repeat(60),
};

/** Names that read like no name, each with what is shown for it. */
export const NAMELESS: readonly (readonly [name: string, shown: string])[] = [
  ['', 'Unnamed campaign'],
  ['  \t ', 'Unnamed campaign'],
  ['\u200b\u2060', 'Unnamed campaign'],
  ['\u3164', 'Unnamed campaign'],
  ['Unnamed campaign', '“Unnamed campaign”'],
  ['null', '“null”'],
  ['undefined', '“undefined”'],
  ['NaN', '“NaN”'],
  ['0', '“0”'],
  ['-1', '“-1”'],
  ['1,240', '“1,240”'],
  ['2026-11-20', '“2026-11-20”'],
  ['same', 'same'],
  ['same', 'same'],
];
