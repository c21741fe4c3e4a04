// expect: floor-lib-forecast
import '../../../../../lib/words/index.ts';
