// expect: face-lib-words
import '../../../../../lib/words/text.ts';
