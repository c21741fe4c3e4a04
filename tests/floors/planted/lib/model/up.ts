// expect: floor-lib-model
import '../../../../../lib/words/index.ts';
